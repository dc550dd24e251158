import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('ar');

/** Arabic for a one-time password. */
export const texts: OtpTexts = {
  $code: 'ar', $dir: 'rtl',

  otpTitle: 'كلمة مرور لمرة واحدة',
  otpHint: 'أدخلها حيث تُطلب كلمة مرور، مع اسم المستخدم {userId}. تعمل مرة واحدة.',
  otpCopy: 'نسخ',
  otpCopied: 'تم النسخ',
  otpNotCopied: 'حدّد الأرقام وانسخها.',
  otpValidFor: 'صالحة لمدة',
  otpSecondsLeft: (count) => `المتبقي ${inSeconds(count)}`,
  otpExpired: 'انتهت صلاحية كلمة المرور هذه',
  otpExpiredHint: 'أنشئ واحدة جديدة برمز PIN.',
  otpRetry: 'إعادة المحاولة',
  otpNew: 'إنشاء كلمة مرور جديدة لمرة واحدة',
};
