import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('he');
const tries = (left: number) => n(left, { one: 'נותר ניסיון אחד.', two: 'נותרו שני ניסיונות.', other: 'נותרו # ניסיונות.' });

/** Hebrew for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'בחרו איך להיכנס',
  browserWay: 'כניסה בדפדפן',
  browserHint: 'בקוד PIN במכשיר הזה',
  phoneWay: 'כניסה בטלפון',
  phoneHint: 'דבר לא נשאר במחשב הזה',
  setupPhone: 'הגדרת הטלפון',
  haveQuickCode: 'יש לי QuickCode',

  addTitle: 'הוספת זהות',
  email: 'כתובת דוא״ל',
  userId: 'מזהה משתמש',
  deviceName: 'שם המכשיר',
  emailMissing: 'הזינו את כתובת הדוא״ל שלכם.',
  emailInvalid: 'כתובת הדוא״ל אינה שלמה.',
  userIdMissing: 'מלאו את השדה הזה.',
  userIdInvalid: 'לא מוכר כאן. בדקו את האיות.',
  deviceMissing: 'תנו שם למכשיר הזה.',
  deviceInvalid: 'השתמשו באותיות, בספרות וברווחים.',
  tooLong: (most) => `ארוך מדי. מספר התווים המרבי: ${most}.`,
  setupMpin: 'הגדרת M‑Pin',

  confirmTitle: 'בדקו את הדוא״ל',
  mailSent: 'שלחנו לכם הודעה אל: {userId}.',
  openAnywhere: 'פתחו את הקישור שבה, בכל מכשיר.',
  openAndChoose: 'פתחו אותה בכל מכשיר. אם תתבקשו לבחור מספר, בחרו:',
  openHere: 'פתחו את הקישור שבה בדפדפן הזה.',
  matchNumber: (digits) => `המספר שלכם הוא ${digits}.`,
  typeCode: (digits) => `הזינו את ${digits} הספרות שבה.`,
  codeLabel: 'הקוד מההודעה',
  waiting: 'ממתינים לאישור שלכם…',
  notYet: 'עדיין לא אושר. פתחו קודם את הקישור שבהודעה.',
  sentAgain: 'שלחנו את ההודעה שוב.',
  waitOffline: 'החיבור אבד. אנחנו ממשיכים לנסות.',
  codeWrong: (left) => (left === undefined ? 'קוד שגוי.' : `קוד שגוי. ${tries(left)}`),
  iConfirmed: 'אישרתי את הדוא״ל',
  confirmCode: 'אישור',
  resend: 'שליחה חוזרת של הודעת האישור',
  resendIn: (time) => `שליחה חוזרת בעוד ${time}`,
  changeAddress: 'שינוי הכתובת',
  toIdentities: 'אל רשימת הזהויות',

  chooseTitle: 'בחרו קוד PIN',
  againTitle: 'הזינו את הקוד שוב',
  advice: 'אל תראו אותו לאיש. אל תרשמו אותו.',
  againHint: 'אותו קוד PIN עוד פעם אחת.',
  setup: 'הגדרה',
  easyPin: 'קל לניחוש! בחרו קוד אחר, או הזינו אותו שוב כדי לשמור אותו.',
  easyPinRefused: 'קל לניחוש! בחרו קוד PIN אחר.',
  differentPin: 'אלה היו שני קודים שונים. התחילו מחדש.',
  settingUp: 'מתבצעת הגדרה…',

  congratulations: 'ברכות!',
  canSignIn: '{userId} יכול עכשיו להיכנס בקוד PIN במכשיר הזה.',
  signInNow: 'כניסה עכשיו',
};
