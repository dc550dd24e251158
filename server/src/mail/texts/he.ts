import type { MailTexts } from '../catalogue.ts';

/** The mails in Hebrew. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `אשרו את כתובת הדוא״ל שלכם עבור ${project}`,
    intro: (project) => `מישהו, בתקווה שאתם, מבקש להיכנס אל ${project} בכתובת הדוא״ל הזאת.`,
    action: 'בדיקה ואישור',
    caution: 'אשרו רק מה שהתחלתם בעצמכם.',
  },
  confirmCode: {
    subject: (project) => `הקוד שלכם עבור ${project}`,
    intro: (project) => `מישהו, בתקווה שאתם, מבקש להיכנס אל ${project} בכתובת הדוא״ל הזאת.`,
    instruction: (code) => `הזינו את הקוד הבא כדי לרשום את המכשיר שלכם: ${code}`,
    caution: 'הזינו אותו רק במקום שבו ביקשתם אותו, ואל תמסרו אותו לאיש, גם לא לנו.',
  },
  newDevice: {
    subject: (project) => `מכשיר חדש יכול להיכנס אל ${project}`,
    intro: (project) => `זה עתה הוגדר מכשיר שנכנס אל ${project} בשמכם.`,
    action: 'זה לא הייתי אני',
    caution: 'אם אלה הייתם אתם, אין צורך לעשות דבר.',
  },
  quickCode: {
    subject: (project) => `נעשה שימוש ב־QuickCode אצל ${project}`,
    intro: (project) => `זה עתה הוגדר מכשיר שנכנס אל ${project} בשמכם, באמצעות QuickCode ממכשיר אחר שלכם.`,
    action: 'זה לא הייתי אני',
    caution: 'אם אלה הייתם אתם, אין צורך לעשות דבר. אם לא, מישהו השיג גישה למכשיר שלכם או ל־QuickCode שלו.',
  },
  pinReset: {
    subject: (project) => `קוד ה־PIN שלכם עבור ${project} אופס`,
    intro: (project) => `באחד המכשירים שלכם נבחר זה עתה קוד PIN חדש עבור ${project}.`,
    action: 'זה לא הייתי אני',
    caution: 'אם אלה הייתם אתם, אין צורך לעשות דבר. אם לא, המכשיר שלכם בידי מישהו אחר, והוא יכול לקרוא את הדוא״ל שלכם.',
  },
  locked: {
    subject: (project) => `מכשיר ננעל אצל ${project}`,
    intro: (project) => `קוד PIN שגוי הוזן יותר מדי פעמים, והמכשיר הזה אינו יכול עוד להיכנס אל ${project}.`,
    action: 'זה לא הייתי אני',
    caution: 'אם אלה הייתם אתם, הגדירו את המכשיר מחדש במקום שבו אתם נכנסים. אם לא, מישהו אחר ניסה ולא הצליח.',
  },
  invitation: {
    subject: (project) => `הוזמנתם לנהל את ${project}`,
    intro: (project, by) => `קיבלתם הזמנה מאת ${by} לנהל את ${project} במסוף M‑Pin. נכנסים אליו בכתובת הדוא״ל הזאת ובקוד PIN משלכם.`,
    action: 'פתיחת ההזמנה',
    until: (moment) => `בתוקף עד: ${moment}`,
    caution: 'הקישור פועל פעם אחת, ורק לכתובת הזאת. אם לא ציפיתם לו, התעלמו מההודעה.',
  },
  device: (name) => `מכשיר: ${name}`,
  when: (moment) => `זמן: ${moment}`,
  validFor: (duration) => `בתוקף למשך ${duration}.`,
  ignore: 'אם לא ביקשתם זאת, התעלמו מההודעה: דבר לא יקרה.',
};
