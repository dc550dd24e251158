import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('es');

/** Spanish for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Elija cómo iniciar sesión',
  browserWay: 'Iniciar sesión con el navegador',
  browserHint: 'Con un PIN en este dispositivo',
  phoneWay: 'Iniciar sesión con el teléfono',
  phoneHint: 'No queda nada en este ordenador',
  setupPhone: 'Configurar su teléfono',
  haveQuickCode: 'Tengo un QuickCode',

  addTitle: 'Añadir una identidad',
  email: 'Correo electrónico',
  userId: 'Identificador de usuario',
  deviceName: 'Nombre del dispositivo',
  emailMissing: 'Introduzca su correo electrónico.',
  emailInvalid: 'Esta dirección no está completa.',
  userIdMissing: 'Rellene este campo.',
  userIdInvalid: 'No se conoce aquí. Compruebe que esté bien escrito.',
  deviceMissing: 'Ponga un nombre a este dispositivo.',
  deviceInvalid: 'Use letras, cifras y espacios.',
  tooLong: (most) => `Demasiado largo: ${most} caracteres como máximo.`,
  setupMpin: 'Configurar M-Pin',

  confirmTitle: 'Revise su correo',
  mailSent: 'Le hemos enviado un correo a: {userId}.',
  openAnywhere: 'Abra el enlace que contiene, en cualquier dispositivo.',
  openAndChoose: 'Ábralo en cualquier dispositivo. Si le pide un número, elija:',
  openHere: 'Abra el enlace que contiene, en este navegador.',
  matchNumber: (digits) => `Su número es ${digits}.`,
  typeCode: (digits) => `Introduzca los ${digits} dígitos que contiene.`,
  codeLabel: 'Código del correo',
  waiting: 'Esperando su confirmación…',
  notYet: 'Aún sin confirmar. Abra primero el enlace del correo.',
  sentAgain: 'Hemos vuelto a enviar el correo.',
  waitOffline: 'Se perdió la conexión. Seguimos intentándolo.',
  codeWrong: (left) => (left === undefined ? 'Código incorrecto.' : `Código incorrecto. ${n(left, { one: 'Queda # intento.', other: 'Quedan # intentos.' })}`),
  iConfirmed: 'He confirmado mi correo',
  confirmCode: 'Confirmar',
  resend: 'Reenviar el correo de confirmación',
  resendIn: (time) => `Reenviar en ${time}`,
  changeAddress: 'Cambiar la dirección',
  toIdentities: 'Ir a la lista de identidades',

  chooseTitle: 'Elija su PIN',
  againTitle: 'Repita su PIN',
  advice: 'No deje que nadie lo vea. No lo anote.',
  againHint: 'El mismo PIN otra vez.',
  setup: 'Configurar',
  easyPin: '¡Fácil de adivinar! Elija otro, o repítalo para conservarlo.',
  easyPinRefused: '¡Fácil de adivinar! Elija otro PIN.',
  differentPin: 'Los dos PIN no coinciden. Empiece de nuevo.',
  settingUp: 'Configurando…',

  congratulations: '¡Enhorabuena!',
  canSignIn: '{userId} ya puede iniciar sesión con un PIN en este dispositivo.',
  signInNow: 'Iniciar sesión ahora',
};
