import type { ScannerTexts } from '../scanner-texts.ts';

/** German for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'QR-Code scannen',
  scanHint: 'Richten Sie die Kamera auf den QR-Code des anderen Geräts.',
  scanStarting: 'Die Kamera wird gestartet…',
  typeInstead: 'Stattdessen die Nummer eingeben',
  cameraRefused: 'Die Kamera ist hier nicht erlaubt. Erlauben Sie sie in den Einstellungen des Browsers, oder geben Sie die Nummer ein.',
  cameraMissing: 'Hier ist keine Kamera verfügbar. Geben Sie stattdessen die Nummer ein.',
  scanForeign: 'Dieser QR-Code gehört nicht zu diesem Dienst.',
};
