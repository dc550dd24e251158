import type { IdentityTexts } from '../texts.ts';

/** Hebrew for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'ביטול',

  resetTitle: 'שכחתם את קוד ה־PIN?',
  resetQuestion: 'בטוחים שברצונכם להפעיל מחדש את זהות ה־M‑Pin הזאת?',
  resetHint: 'נשלח הודעה אל {userId} ותבחרו קוד PIN חדש. עד אז הקוד הישן תקף.',
  resetYes: 'כן, להפעיל מחדש',
  resetHintUnusable: 'נשלח הודעה אל {userId} ותבחרו קוד PIN חדש.',

  editTitle: 'עריכת זהות',
  editIdentity: (userId) => `עריכת ${userId}`,
  resetPin: 'איפוס קוד PIN',
  removeIdentity: 'הסרת הזהות',
  addDevice: 'הוספת מכשיר',
  save: 'שמירה',
  removeTitle: 'הסרת זהות',
  removeQuestion: 'בטוחים שברצונכם להסיר את זהות ה־M‑Pin הזאת מהדפדפן הזה?',
  removeHint: '{userId} לא יוכל עוד להיכנס כאן. מכשירים אחרים אינם מושפעים.',
  removeYes: 'כן, להסיר',

  signTitle: 'על מה אתם חותמים',
  signHint: 'קראו קודם. קוד ה־PIN שלכם חותם בדיוק על זה.',
  fingerprint: 'טביעת אצבע (SHA-256)',
  signNext: 'המשך לחתימה',

  listTitle: 'החלפת זהות',
  addNew: 'הוספת זהות חדשה',
  noIdentities: 'עדיין לא הוגדרה זהות בדפדפן הזה.',
  removed: '{userId} הוסר.',
  renamed: 'שם המכשיר של {userId} שונה.',
  lastUsed: (when) => `בשימוש ${when}`,
  notActive: 'עדיין לא אושרה',
  revoked: 'בוטלה',
  expired: 'פג תוקפה',
  damaged: 'יש להגדיר אותה מחדש',
  revokedElsewhere: '{userId} לא יכול עוד להיכנס במכשיר הזה: ה-PIN הוקלד שגוי פעמים רבות מדי, או שהגישה בוטלה במקום אחר. כדי להמשיך, יש להירשם שוב.',
};
