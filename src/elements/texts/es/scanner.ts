import type { ScannerTexts } from '../scanner-texts.ts';

/** Spanish for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Escanear código QR',
  scanHint: 'Apunte la cámara al código QR del otro dispositivo.',
  scanStarting: 'Iniciando la cámara…',
  typeInstead: 'Introducir el número',
  cameraRefused: 'No se permite usar la cámara aquí. Permítala en los ajustes del navegador o introduzca el número.',
  cameraMissing: 'Aquí no se puede usar ninguna cámara. Introduzca el número.',
  scanForeign: 'Este código QR no es de este servicio.',
};
