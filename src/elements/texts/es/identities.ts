import type { IdentityTexts } from '../texts.ts';

/** Spanish for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Cancelar',

  resetTitle: '¿Olvidó su PIN?',
  resetQuestion: '¿Seguro que desea reactivar esta identidad de M-Pin?',
  resetHint: 'Enviaremos un correo a {userId} y usted elegirá un PIN nuevo. Hasta entonces sirve el anterior.',
  resetYes: 'Sí, reactivarla',
  resetHintUnusable: 'Enviaremos un correo a {userId} y usted elegirá un PIN nuevo.',

  editTitle: 'Editar identidad',
  editIdentity: (userId) => `Editar ${userId}`,
  resetPin: 'Restablecer PIN',
  removeIdentity: 'Eliminar identidad',
  addDevice: 'Añadir un dispositivo',
  save: 'Guardar',
  removeTitle: 'Eliminar identidad',
  removeQuestion: '¿Seguro que desea eliminar esta identidad de M-Pin de este navegador?',
  removeHint: '{userId} ya no podrá iniciar sesión aquí. Los demás dispositivos no se ven afectados.',
  removeYes: 'Sí, eliminarla',

  signTitle: 'Lo que va a firmar',
  signHint: 'Léalo primero. Su PIN firma exactamente esto.',
  fingerprint: 'Huella (SHA-256)',
  signNext: 'Continuar para firmar',

  listTitle: 'Cambiar de identidad',
  addNew: 'Añadir una identidad nueva',
  noIdentities: 'Todavía no hay ninguna identidad en este navegador.',
  removed: 'Se eliminó {userId}.',
  renamed: 'Se cambió el nombre del dispositivo de {userId}.',
  lastUsed: (when) => `Usada ${when}`,
  notActive: 'Aún sin confirmar',
  revoked: 'Revocada',
  expired: 'Caducada',
  damaged: 'Hay que configurarla de nuevo',
  revokedElsewhere: '{userId} ya no puede iniciar sesión en este dispositivo: el PIN se introdujo mal demasiadas veces o el acceso se revocó en otro lugar. Regístrese de nuevo para continuar.',
};
