import type { ScannerTexts } from '../scanner-texts.ts';

/** Romanian for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Scanează codul QR',
  scanHint: 'Îndreptați camera spre codul QR de pe celălalt dispozitiv.',
  scanStarting: 'Se pornește camera…',
  typeInstead: 'Introduceți numărul',
  cameraRefused: 'Camera nu poate fi folosită aici. Permiteți-o în setările browserului sau introduceți numărul.',
  cameraMissing: 'Aici nu se poate folosi nicio cameră. Introduceți numărul.',
  scanForeign: 'Acest cod QR nu este al acestui serviciu.',
};
