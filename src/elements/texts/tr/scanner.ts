import type { ScannerTexts } from '../scanner-texts.ts';

/** Turkish for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'QR kodunu tara',
  scanHint: 'Kamerayı diğer cihazdaki QR koduna doğrultun.',
  scanStarting: 'Kamera başlatılıyor…',
  typeInstead: 'Bunun yerine numarayı gir',
  cameraRefused: 'Kamera burada kullanılamıyor. Tarayıcı ayarlarında izin verin ya da numarayı girin.',
  cameraMissing: 'Burada kullanılabilecek bir kamera yok. Numarayı girin.',
  scanForeign: 'Bu QR kodu bu hizmete ait değil.',
};
