import type { MailTexts } from '../catalogue.ts';

/** The mails in Spanish. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Confirme su correo electrónico para ${project}`,
    intro: (project) => `Alguien, esperamos que usted, quiere iniciar sesión en ${project} con este correo electrónico.`,
    action: 'Revisar y confirmar',
    caution: 'Confirme solo lo que haya empezado usted.',
  },
  confirmCode: {
    subject: (project) => `Su código para ${project}`,
    intro: (project) => `Alguien, esperamos que usted, quiere iniciar sesión en ${project} con este correo electrónico.`,
    instruction: (code) => `Escriba el siguiente código para registrar su dispositivo: ${code}`,
    caution: 'Escríbalo solo donde lo haya pedido y no se lo diga a nadie, tampoco a nosotros.',
  },
  newDevice: {
    subject: (project) => `Un dispositivo nuevo puede iniciar sesión en ${project}`,
    intro: (project) => `Se acaba de configurar un dispositivo para iniciar sesión en ${project} en su nombre.`,
    action: 'No he sido yo',
    caution: 'Si ha sido usted, no tiene que hacer nada.',
  },
  quickCode: {
    subject: (project) => `Se usó un QuickCode en ${project}`,
    intro: (project) => `Se acaba de configurar un dispositivo para iniciar sesión en ${project} en su nombre, con un QuickCode de otro dispositivo suyo.`,
    action: 'No he sido yo',
    caution: 'Si ha sido usted, no tiene que hacer nada. Si no, alguien ha tenido acceso a su dispositivo o a su QuickCode.',
  },
  pinReset: {
    subject: (project) => `Su PIN para ${project} se ha restablecido`,
    intro: (project) => `En un dispositivo suyo se acaba de elegir un PIN nuevo para ${project}.`,
    action: 'No he sido yo',
    caution: 'Si ha sido usted, no tiene que hacer nada. Si no, alguien tiene su dispositivo y puede leer su correo.',
  },
  locked: {
    subject: (project) => `Se bloqueó un dispositivo en ${project}`,
    intro: (project) => `El PIN se introdujo mal demasiadas veces, así que este dispositivo ya no puede iniciar sesión en ${project}.`,
    action: 'No he sido yo',
    caution: 'Si ha sido usted, vuelva a configurar el dispositivo donde inicia sesión. Si no, lo intentó otra persona: no entró nadie.',
  },
  invitation: {
    subject: (project) => `Le invitan a administrar ${project}`,
    intro: (project, by) => `${by} le invita a administrar ${project} en la consola de M-Pin. Allí se inicia sesión con este correo electrónico y un PIN propio.`,
    action: 'Abrir la invitación',
    until: (moment) => `Válida hasta: ${moment}`,
    caution: 'El enlace funciona una sola vez y solo para esta dirección. Si no la esperaba, ignore este correo.',
  },
  device: (name) => `Dispositivo: ${name}`,
  when: (moment) => `Hora: ${moment}`,
  validFor: (duration) => `Válido durante ${duration}.`,
  ignore: 'Si no lo ha pedido usted, ignore este correo: no pasará nada.',
};
