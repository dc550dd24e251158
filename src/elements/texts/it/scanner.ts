import type { ScannerTexts } from '../scanner-texts.ts';

/** Italian for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Scansiona codice QR',
  scanHint: 'Punti la fotocamera sul codice QR dell’altro dispositivo.',
  scanStarting: 'Avvio della fotocamera…',
  typeInstead: 'Inserisci invece il numero',
  cameraRefused: 'La fotocamera qui non è consentita. La consenta nelle impostazioni del browser, o inserisca il numero.',
  cameraMissing: 'Qui non si può usare una fotocamera. Inserisca invece il numero.',
  scanForeign: 'Questo codice QR non è di questo servizio.',
};
