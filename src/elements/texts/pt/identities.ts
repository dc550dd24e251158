import type { IdentityTexts } from '../texts.ts';

/** Portuguese for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Cancelar',

  resetTitle: 'Esqueceu o PIN?',
  resetQuestion: 'Tem a certeza de que quer reativar esta identidade M-Pin?',
  resetHint: 'Enviaremos um e-mail para {userId} e escolherá um novo PIN. Até lá, o antigo funciona.',
  resetYes: 'Sim, reativar',
  resetHintUnusable: 'Enviaremos um e-mail para {userId} e escolherá um novo PIN.',

  editTitle: 'Editar identidade',
  editIdentity: (userId) => `Editar ${userId}`,
  resetPin: 'Repor o PIN',
  removeIdentity: 'Remover identidade',
  addDevice: 'Adicionar um dispositivo',
  save: 'Guardar',
  removeTitle: 'Remover identidade',
  removeQuestion: 'Tem a certeza de que quer remover esta identidade M-Pin deste navegador?',
  removeHint: '{userId} deixa de poder entrar aqui. Os outros dispositivos não são afetados.',
  removeYes: 'Sim, remover',

  signTitle: 'O que vai assinar',
  signHint: 'Leia primeiro. O seu PIN assina exatamente isto.',
  fingerprint: 'Impressão digital (SHA-256)',
  signNext: 'Continuar para assinar',

  listTitle: 'Mudar de identidade',
  addNew: 'Adicionar nova identidade',
  noIdentities: 'Ainda não há nenhuma identidade neste navegador.',
  removed: '{userId} foi removido.',
  renamed: 'O dispositivo de {userId} mudou de nome.',
  lastUsed: (when) => `Usada ${when}`,
  notActive: 'Ainda não confirmada',
  revoked: 'Revogada',
  expired: 'Expirada',
  damaged: 'É preciso configurar novamente',
  revokedElsewhere: '{userId} já não pode entrar neste dispositivo: o PIN foi introduzido incorretamente demasiadas vezes ou o acesso foi revogado noutro lugar. Registe-se de novo para continuar.',
};
