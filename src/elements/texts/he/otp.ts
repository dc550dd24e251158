import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('he');

/** Hebrew for a one-time password. */
export const texts: OtpTexts = {
  $code: 'he', $dir: 'rtl',

  otpTitle: 'סיסמה חד־פעמית',
  otpHint: 'הזינו אותה במקום שבו מבקשים סיסמה, עם שם המשתמש {userId}. היא תקפה פעם אחת.',
  otpCopy: 'העתקה',
  otpCopied: 'הועתקה',
  otpNotCopied: 'סמנו את הספרות והעתיקו אותן.',
  otpValidFor: 'תקפה עוד',
  otpSecondsLeft: (count) => `הזמן שנותר: ${inSeconds(count)}`,
  otpExpired: 'פג תוקפה של הסיסמה הזאת',
  otpExpiredHint: 'צרו חדשה בקוד ה־PIN.',
  otpRetry: 'סיסמה חדשה',
  otpNew: 'יצירת סיסמה חד־פעמית חדשה',
};
