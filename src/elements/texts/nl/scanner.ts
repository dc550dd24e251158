import type { ScannerTexts } from '../scanner-texts.ts';

/** Dutch for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'QR-code scannen',
  scanHint: 'Richt de camera op de QR-code van het andere apparaat.',
  scanStarting: 'Camera wordt gestart…',
  typeInstead: 'Liever het nummer invoeren',
  cameraRefused: 'De camera mag hier niet worden gebruikt. Sta dat toe in de instellingen van uw browser, of voer het nummer in.',
  cameraMissing: 'Hier is geen camera te gebruiken. Voer het nummer in.',
  scanForeign: 'Deze QR-code is niet van deze dienst.',
};
