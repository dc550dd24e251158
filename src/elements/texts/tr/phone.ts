import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('tr');

/** Turkish for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Telefonunuzla oturum açın',
  qrHint: 'Kodu telefonunuzla tarayın.',
  numberHint: 'Kodu tarayın ya da numarayı telefonunuza girin.',
  numberHintAt: 'Kodu tarayın ya da telefonunuzda {address} adresini açıp numarayı girin.',
  accessNumber: (digits) => `Erişim numarası ${digits}`,
  qrLabel: 'Aynı isteğin QR kodu',
  secondsLeft: (count) => `Kalan süre: ${inSeconds(count)}`,
  numberShown: (digits, count) => `Erişim numarası ${digits}. Geçerlilik süresi ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Yeni erişim numarası ${digits}.`,
  numberExpired: 'Erişim numarasının süresi doldu.',
  newNumber: 'Yeni numara',
  copyNumber: 'Numarayı kopyala',
  copied: 'Kopyalandı',
  scanned: 'Kod tarandı. Doğrulama bekleniyor…',
  authenticating: 'Doğrulanıyor…',
  declined: 'Oturum açma isteği telefonda reddedildi.',
  paused: 'Bir süredir burada kimse yok. Devam etmek için yeni bir numara gösterin.',
  phoneSignedInAs: 'Oturum açan: {userId}',
  notYou: 'Siz değil misiniz?',
  signedOutThere: 'Oturumunuz telefondan kapatıldı.',
};
