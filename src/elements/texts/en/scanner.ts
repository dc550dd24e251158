import type { ScannerTexts } from '../scanner-texts.ts';

/** English for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Scan QR code',
  scanHint: 'Point the camera at the QR code on the other device.',
  scanStarting: 'Starting the camera…',
  typeInstead: 'Enter the number instead',
  cameraRefused: 'The camera may not be used here. Allow it in the settings of your browser, or enter the number.',
  cameraMissing: 'No camera can be used here. Enter the number instead.',
  scanForeign: 'This QR code is not one of this service.',
};
