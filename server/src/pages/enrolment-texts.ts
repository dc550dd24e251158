import type { Language } from '../text/languages.ts';

/** The texts of the page behind a custom verification's URL, in one language. */
export interface EnrolmentTexts {
  title(project: string): string;
  intro: string;
  who: string;
  go: string;
  refuse: string;
  caution: string;
  padTitle(project: string): string;
  needsScript: string;
}

export const enrolmentCatalogue: Record<Language, EnrolmentTexts> = {
  en: {
    title: (project) => `Sign in to ${project} with a PIN`,
    intro: 'This link sets up the browser you are using now. You choose a PIN, and from then on the PIN is all you need here.',
    who: 'You sign in as',
    go: 'Continue',
    refuse: 'This is not me',
    caution: 'Continue only on a device that is yours: the link works on one device.',
    padTitle: (project) => `Choose your PIN for ${project}`,
    needsScript: 'Choosing a PIN needs JavaScript. Switch it on for this page, then load it again.',
  },
  de: {
    title: (project) => `Mit einer PIN bei ${project} anmelden`,
    intro: 'Dieser Link richtet den Browser ein, den Sie gerade benutzen. Sie wählen eine PIN, und ab dann genügt hier die PIN.',
    who: 'Sie melden sich an als',
    go: 'Weiter',
    refuse: 'Das bin ich nicht',
    caution: 'Fahren Sie nur auf einem eigenen Gerät fort: Der Link gilt für ein einziges Gerät.',
    padTitle: (project) => `Ihre PIN für ${project} wählen`,
    needsScript: 'Um eine PIN zu wählen, wird JavaScript gebraucht. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
  },
  ar: {
    title: (project) => `تسجيل الدخول إلى ${project} برقم سري`,
    intro: 'يُعدّ هذا الرابط المتصفح الذي تستخدمه الآن. تختار رقمًا سريًا، ويكفيك بعدها هنا.',
    who: 'تسجّل الدخول باسم',
    go: 'متابعة',
    refuse: 'هذا ليس أنا',
    caution: 'تابع فقط على جهاز تملكه، فالرابط صالح لجهاز واحد.',
    padTitle: (project) => `اختر رقمك السري لدى ${project}`,
    needsScript: 'يحتاج اختيار الرقم السري إلى JavaScript. فعّله لهذه الصفحة ثم أعد تحميلها.',
  },
};
