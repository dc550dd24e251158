import type { ScannerTexts } from '../scanner-texts.ts';

/** Hebrew for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'סריקת קוד QR',
  scanHint: 'כוונו את המצלמה אל קוד ה־QR שבמכשיר האחר.',
  scanStarting: 'המצלמה מופעלת…',
  typeInstead: 'הזנת המספר במקום זאת',
  cameraRefused: 'אי אפשר להשתמש כאן במצלמה. אפשרו אותה בהגדרות הדפדפן, או הזינו את המספר.',
  cameraMissing: 'אין כאן מצלמה זמינה. הזינו את המספר במקום זאת.',
  scanForeign: 'קוד ה־QR הזה אינו של השירות הזה.',
};
