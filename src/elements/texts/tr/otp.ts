import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('tr');

/** Turkish for a one-time password. */
export const texts: OtpTexts = {
  $code: 'tr', $dir: 'ltr',

  otpTitle: 'Tek kullanımlık parola',
  otpHint: 'Parola istenen yere, {userId} kullanıcı adıyla girin. Bir kez geçerlidir.',
  otpCopy: 'Kopyala',
  otpCopied: 'Kopyalandı',
  otpNotCopied: 'Rakamları seçip kopyalayın.',
  otpValidFor: 'Kalan süre',
  otpSecondsLeft: (count) => `Kalan süre: ${inSeconds(count)}`,
  otpExpired: 'Bu parolanın süresi doldu',
  otpExpiredHint: 'PIN’inizle yeni bir tane oluşturun.',
  otpRetry: 'YENİ PAROLA',
  otpNew: 'Yeni tek kullanımlık parola oluştur',
};
