import type { MailTexts } from '../catalogue.ts';

/** The mails in Portuguese. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Confirme o seu e-mail para ${project}`,
    intro: (project) => `Alguém, esperamos que você, quer entrar em ${project} com este endereço de e-mail.`,
    action: 'Rever e confirmar',
    caution: 'Confirme apenas o que tiver começado.',
  },
  confirmCode: {
    subject: (project) => `O seu código para ${project}`,
    intro: (project) => `Alguém, esperamos que você, quer entrar em ${project} com este endereço de e-mail.`,
    instruction: (code) => `Introduza o seguinte código para registar o seu dispositivo: ${code}`,
    caution: 'Introduza-o apenas onde o pediu e não o diga a ninguém, nem a nós.',
  },
  newDevice: {
    subject: (project) => `Um novo dispositivo pode entrar em ${project}`,
    intro: (project) => `Acabou de ser configurado um dispositivo para entrar em ${project} em seu nome.`,
    action: 'Não fui eu',
    caution: 'Se foi você, não precisa de fazer nada.',
  },
  quickCode: {
    subject: (project) => `Foi usado um QuickCode em ${project}`,
    intro: (project) => `Acabou de ser configurado um dispositivo para entrar em ${project} em seu nome, com um QuickCode de outro dispositivo seu.`,
    action: 'Não fui eu',
    caution: 'Se foi você, não precisa de fazer nada. Se não, alguém teve acesso ao seu dispositivo ou ao respetivo QuickCode.',
  },
  pinReset: {
    subject: (project) => `O seu PIN para ${project} foi redefinido`,
    intro: (project) => `Num dos seus dispositivos acabou de ser escolhido um novo PIN para ${project}.`,
    action: 'Não fui eu',
    caution: 'Se foi você, não precisa de fazer nada. Se não, alguém tem o seu dispositivo e consegue ler o seu e-mail.',
  },
  locked: {
    subject: (project) => `Um dispositivo foi bloqueado em ${project}`,
    intro: (project) => `O PIN foi introduzido incorretamente demasiadas vezes, pelo que este dispositivo já não pode entrar em ${project}.`,
    action: 'Não fui eu',
    caution: 'Se foi você, configure o dispositivo novamente onde costuma entrar. Se não, outra pessoa tentou: ninguém entrou.',
  },
  invitation: {
    subject: (project) => `Convite para administrar ${project}`,
    intro: (project, by) => `${by} envia-lhe um convite para administrar ${project} na consola M-Pin. Aí entra-se com este endereço de e-mail e um PIN próprio.`,
    action: 'Abrir o convite',
    until: (moment) => `Válido até: ${moment}`,
    caution: 'A ligação funciona uma só vez e apenas para este endereço. Se não a esperava, ignore este e-mail.',
  },
  device: (name) => `Dispositivo: ${name}`,
  when: (moment) => `Hora: ${moment}`,
  validFor: (duration) => `Válido durante ${duration}.`,
  ignore: 'Se não pediu isto, ignore este e-mail: nada acontece.',
};
