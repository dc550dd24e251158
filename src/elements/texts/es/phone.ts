import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('es');

/** Spanish for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Iniciar sesión con su teléfono',
  qrHint: 'Escanee el código con el teléfono.',
  numberHint: 'Escanee el código o introduzca el número en su teléfono.',
  numberHintAt: 'Escanee el código o abra {address} en el teléfono e introduzca el número.',
  accessNumber: (digits) => `Número de acceso ${digits}`,
  qrLabel: 'Código QR de la misma solicitud',
  secondsLeft: (count) => `Tiempo restante: ${inSeconds(count)}`,
  numberShown: (digits, count) => `Número de acceso ${digits}. Es válido durante ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Nuevo número de acceso ${digits}.`,
  numberExpired: 'El número de acceso ha caducado.',
  newNumber: 'Número nuevo',
  copyNumber: 'Copiar número',
  copied: 'Copiado',
  scanned: 'Código escaneado. Esperando la autenticación…',
  authenticating: 'Autenticando…',
  declined: 'El inicio de sesión se rechazó en el teléfono.',
  paused: 'Hace rato que no hay nadie aquí. Muestre un número nuevo para continuar.',
  phoneSignedInAs: 'Sesión iniciada como {userId}',
  notYou: '¿No es usted?',
  signedOutThere: 'Se ha cerrado su sesión desde el teléfono.',
};
