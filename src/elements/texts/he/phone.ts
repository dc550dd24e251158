import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('he');

/** Hebrew for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'כניסה בטלפון שלכם',
  qrHint: 'סרקו את הקוד בטלפון.',
  numberHint: 'סרקו את הקוד, או הזינו את המספר בטלפון.',
  numberHintAt: 'סרקו את הקוד, או פתחו את {address} בטלפון והזינו את המספר.',
  accessNumber: (digits) => `מספר גישה ${digits}`,
  qrLabel: 'קוד QR של אותה בקשה',
  secondsLeft: (count) => `הזמן שנותר: ${inSeconds(count)}`,
  numberShown: (digits, count) => `מספר גישה ${digits}. הוא תקף למשך ${inSeconds(count)}.`,
  numberRenewed: (digits) => `מספר גישה חדש ${digits}.`,
  numberExpired: 'פג תוקפו של מספר הגישה.',
  newNumber: 'מספר חדש',
  copyNumber: 'העתקת המספר',
  copied: 'הועתק',
  scanned: 'הקוד נסרק. ממתינים לאימות…',
  authenticating: 'מתבצע אימות…',
  declined: 'הכניסה נדחתה בטלפון.',
  paused: 'זמן מה לא היה כאן איש. הציגו מספר חדש כדי להמשיך.',
  phoneSignedInAs: 'נכנסתם בתור {userId}',
  notYou: 'לא אתם?',
  signedOutThere: 'יצאתם באמצעות הטלפון.',
};
