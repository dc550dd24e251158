import type { Language } from '../text/languages.ts';

/** The texts of the page that makes one-time passwords, in one language. */
export interface OtpPageTexts {
  title(application: string): string;
  needsScript: string;
  unknownTitle: string;
  unknownBody: string;
}

export const otpPageCatalogue: Record<Language, OtpPageTexts> = {
  en: {
    title: (application) => `One-time password for ${application}`,
    needsScript: 'Making a one-time password needs JavaScript. Switch it on for this page, then load it again.',
    unknownTitle: 'This link leads nowhere',
    unknownBody: 'It does not name a service that takes one-time passwords. Ask whoever gave it to you for the right one.',
  },
  de: {
    title: (application) => `Einmalpasswort für ${application}`,
    needsScript: 'Um ein Einmalpasswort zu erzeugen, wird JavaScript gebraucht. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
    unknownTitle: 'Dieser Link führt nirgendwohin',
    unknownBody: 'Er nennt keinen Dienst, der Einmalpasswörter annimmt. Fragen Sie nach dem richtigen, wer ihn Ihnen gegeben hat.',
  },
  ar: {
    title: (application) => `كلمة مرور لمرة واحدة لـ ${application}`,
    needsScript: 'يتطلب إنشاء كلمة مرور لمرة واحدة JavaScript. شغّله لهذه الصفحة ثم أعد تحميلها.',
    unknownTitle: 'هذا الرابط لا يؤدي إلى شيء',
    unknownBody: 'لا يذكر خدمة تقبل كلمات المرور لمرة واحدة. اطلب الرابط الصحيح ممن أعطاك إياه.',
  },
};
