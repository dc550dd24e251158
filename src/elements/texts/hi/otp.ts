import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('hi');

/** Hindi for a one-time password. */
export const texts: OtpTexts = {
  $code: 'hi', $dir: 'ltr',

  otpTitle: 'एक बार का पासवर्ड',
  otpHint: 'जहाँ पासवर्ड माँगा जाए वहाँ इसे उपयोगकर्ता नाम {userId} के साथ दर्ज करें। यह एक ही बार चलता है।',
  otpCopy: 'कॉपी करें',
  otpCopied: 'कॉपी हो गया',
  otpNotCopied: 'अंक चुनें और कॉपी करें।',
  otpValidFor: 'शेष समय',
  otpSecondsLeft: (count) => `शेष समय: ${inSeconds(count)}`,
  otpExpired: 'इस पासवर्ड की अवधि समाप्त हो गई',
  otpExpiredHint: 'अपने पिन से नया बनाएँ।',
  otpRetry: 'नया पासवर्ड',
  otpNew: 'एक बार का नया पासवर्ड बनाएँ',
};
