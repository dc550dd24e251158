import type { ScannerTexts } from '../scanner-texts.ts';

/** Arabic for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'مسح رمز QR',
  scanHint: 'وجّه الكاميرا إلى رمز QR على الجهاز الآخر.',
  scanStarting: 'يجري تشغيل الكاميرا…',
  typeInstead: 'أدخل الرقم بدلًا من ذلك',
  cameraRefused: 'لا يُسمح باستخدام الكاميرا هنا. اسمح بها في إعدادات متصفحك، أو أدخل الرقم.',
  cameraMissing: 'لا تتوفر كاميرا هنا. أدخل الرقم بدلًا من ذلك.',
  scanForeign: 'رمز QR هذا ليس من هذه الخدمة.',
};
