import type { ScannerTexts } from '../scanner-texts.ts';

/** Polish for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Skanuj kod QR',
  scanHint: 'Skieruj aparat na kod QR drugiego urządzenia.',
  scanStarting: 'Uruchamianie aparatu…',
  typeInstead: 'Wpisz numer',
  cameraRefused: 'Nie można tu użyć aparatu. Zezwól na to w ustawieniach przeglądarki albo wpisz numer.',
  cameraMissing: 'Nie można tu użyć żadnego aparatu. Wpisz numer.',
  scanForeign: 'Ten kod QR nie pochodzi z tej usługi.',
};
