import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('he');
const tries = (left: number) => n(left, { one: 'נותר ניסיון אחד.', two: 'נותרו שני ניסיונות.', other: 'נותרו # ניסיונות.' });

/** Hebrew for a returning person. */
export const texts: SignInTexts = {
  $code: 'he', $dir: 'rtl',

  starting: 'בטעינה…',
  back: 'חזרה',
  menu: 'זהויות',
  close: 'סגירה',
  deviceOn: (browser, platform) => `דפדפן ${browser} ב־${platform}`,

  pinLabel: (digits) => `קוד PIN, ${digits} ספרות`,
  keypad: 'לוח ספרות',
  clear: 'ניקוי',
  deleteDigit: 'מחיקת הספרה האחרונה',
  entered: (count, total) => `הוזנו ${count} מתוך ${total}`,
  empty: 'ריק',
  incomplete: (total) => `הזינו את כל ${total} הספרות.`,
  shuffledKeys: 'מקשים מעורבבים',
  deviceKeyboard: 'מקלדת המכשיר',
  byItself: 'אחרי הספרה האחרונה ממשיכים מעצמנו.',

  enterPin: 'הזינו את קוד ה־PIN',
  signInAs: (userId) => `כניסה בתור: ${userId}`,
  login: 'כניסה',
  forgot: 'שכחתם את קוד ה־PIN?',
  withPhone: 'כניסה בטלפון',
  wrongPin: (left) => (left === undefined ? 'קוד PIN שגוי!' : `קוד PIN שגוי! ${tries(left)}`),
  checking: 'מתבצעת כניסה…',
  pinReplaced: 'קוד ה־PIN שונה בכרטיסייה אחרת.',
  confirmWithPin: 'אשרו בקוד ה־PIN',
  confirmNow: 'אישור',
  confirmed: 'אושר',

  signedInTitle: 'נכנסתם',
  signedInAs: 'בתור {userId}',
  signOut: 'יציאה',

  revokedTitle: 'ה־M‑Pin שלכם בוטל',
  revokedText: (count) => `הזנתם קוד PIN שגוי ${n(count, { one: 'פעם אחת', two: 'פעמיים', other: '# פעמים' })}. {userId} לא יכול עוד להיכנס במכשיר הזה.`,
  registerNew: 'רישום זהות חדשה',
  backToList: 'חזרה לרשימת הזהויות',

  tryAgain: 'ניסיון נוסף',
  tryAgainIn: (time) => `ניסיון נוסף בעוד ${time}`,
  sendNew: 'שליחת הודעה חדשה',
  registerAgain: 'רישום מחדש',
  setUpAgain: 'הגדרה מחדש',
  support: (code) => `קוד לתמיכה: ${code}`,

  troubles: {
    offline: ['אין חיבור', 'לא ניתן להגיע אל השירות. בדקו את החיבור; נמשיך מיד כשיחזור.'],
    server: ['יש בעיה בשירות', 'זה לא באשמתכם, ודבר לא אבד. נסו שוב בעוד רגע.'],
    'rate-limited': ['יותר מדי ניסיונות', 'למען ביטחונכם יש הפסקה קצרה. אחריה אפשר להמשיך.'],
    'session-expired': ['זה ארך זמן רב מדי', 'הכניסה הייתה פתוחה זמן רב מדי. שום ניסיון לא נספר.'],
    unexpected: ['משהו השתבש', 'זה לא היה אמור לקרות. נסו שוב, ואם זה נמשך פנו לבעלי האתר.'],
  },
};
