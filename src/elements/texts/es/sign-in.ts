import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('es');
const tries = (left: number) => n(left, { one: 'Queda # intento.', other: 'Quedan # intentos.' });

/** Spanish for a returning person. */
export const texts: SignInTexts = {
  $code: 'es', $dir: 'ltr',

  starting: 'Cargando…',
  back: 'Atrás',
  menu: 'Identidades',
  close: 'Cerrar',
  deviceOn: (browser, platform) => `${browser} en ${platform}`,

  pinLabel: (digits) => `PIN, ${digits} dígitos`,
  keypad: 'Teclado numérico',
  clear: 'Borrar',
  deleteDigit: 'Borrar el último dígito',
  entered: (count, total) => `${count} de ${total} introducidos`,
  empty: 'Vacío',
  incomplete: (total) => `Introduzca los ${total} dígitos.`,
  shuffledKeys: 'Teclas mezcladas',
  deviceKeyboard: 'Teclado del dispositivo',
  byItself: 'Continúa por sí solo tras el último dígito.',

  enterPin: 'Introduzca su PIN',
  signInAs: (userId) => `Iniciar sesión como: ${userId}`,
  login: 'Iniciar sesión',
  forgot: '¿Olvidó su PIN?',
  withPhone: 'Iniciar sesión con el teléfono',
  wrongPin: (left) => (left === undefined ? '¡PIN incorrecto!' : `¡PIN incorrecto! ${tries(left)}`),
  checking: 'Iniciando sesión…',
  pinReplaced: 'Su PIN se cambió en otra pestaña.',
  confirmWithPin: 'Confirme con su PIN',
  confirmNow: 'Confirmar',
  confirmed: 'Confirmado',

  signedInTitle: 'Ha iniciado sesión',
  signedInAs: 'como {userId}',
  signOut: 'Cerrar sesión',

  revokedTitle: 'Su M-Pin ha sido revocado',
  revokedText: (count) => `Ha introducido un PIN incorrecto ${n(count, { one: '# vez', other: '# veces' })}. {userId} ya no puede iniciar sesión en este dispositivo.`,
  registerNew: 'Registrar una identidad nueva',
  backToList: 'Volver a la lista de identidades',

  tryAgain: 'Reintentar',
  tryAgainIn: (time) => `Reintentar en ${time}`,
  sendNew: 'Enviar un correo nuevo',
  registerAgain: 'Registrarse de nuevo',
  setUpAgain: 'Configurar de nuevo',
  support: (code) => `Código para asistencia: ${code}`,

  troubles: {
    offline: ['Sin conexión', 'No podemos contactar con el servicio. Compruebe su conexión; seguiremos en cuanto vuelva.'],
    server: ['El servicio tiene un problema', 'No es culpa suya y no se ha perdido nada. Inténtelo de nuevo en un momento.'],
    'rate-limited': ['Demasiados intentos', 'Por su seguridad hay una breve pausa. Después podrá continuar.'],
    'session-expired': ['Ha tardado demasiado', 'El inicio de sesión estuvo abierto demasiado tiempo. No se ha contado ningún intento.'],
    unexpected: ['Algo ha fallado', 'Esto no debería haber ocurrido. Inténtelo de nuevo y avise al responsable del sitio si continúa.'],
  },
};
