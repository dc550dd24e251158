import type { ScannerTexts } from '../scanner-texts.ts';

/** Japanese for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'QRコードを読み取る',
  scanHint: 'もう一方の端末のQRコードにカメラを向けてください。',
  scanStarting: 'カメラを起動しています…',
  typeInstead: '番号を入力する',
  cameraRefused: 'ここではカメラを使えません。ブラウザの設定で許可するか、番号を入力してください。',
  cameraMissing: '使えるカメラがありません。番号を入力してください。',
  scanForeign: 'このサービスのQRコードではありません。',
};
