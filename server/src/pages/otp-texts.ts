import type { Language } from '../text/languages.ts';

/** The texts of the page that makes one-time passwords, in one language. */
export interface OtpPageTexts {
  title(application: string): string;
  needsScript: string;
  byMobile: string;
  byMobileHint: string;
  byMobileQr: string;
  unknownTitle: string;
  unknownBody: string;
}

export const otpPageCatalogue: Record<Language, OtpPageTexts> = {
  en: {
    title: (application) => `One-time password for ${application}`,
    needsScript: 'Making a one-time password needs JavaScript. Switch it on for this page, then load it again.',
    byMobile: 'Log In Using Mobile',
    byMobileHint: 'Scan this QR code or open this address on your phone. It sets the phone up, and makes your one-time passwords there.',
    byMobileQr: 'QR code of this address',
    unknownTitle: 'This link leads nowhere',
    unknownBody: 'It does not name a service that takes one-time passwords. Ask whoever gave it to you for the right one.',
  },
  de: {
    title: (application) => `Einmalpasswort für ${application}`,
    needsScript: 'Um ein Einmalpasswort zu erzeugen, wird JavaScript gebraucht. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
    byMobile: 'Mit dem Handy anmelden',
    byMobileHint: 'Scannen Sie diesen QR-Code oder öffnen Sie diese Adresse auf Ihrem Handy. Dort wird es eingerichtet und erzeugt Ihre Einmalpasswörter.',
    byMobileQr: 'QR-Code dieser Adresse',
    unknownTitle: 'Dieser Link führt nirgendwohin',
    unknownBody: 'Er nennt keinen Dienst, der Einmalpasswörter annimmt. Fragen Sie nach dem richtigen, wer ihn Ihnen gegeben hat.',
  },
  ar: {
    title: (application) => `كلمة مرور لمرة واحدة لـ ${application}`,
    needsScript: 'يتطلب إنشاء كلمة مرور لمرة واحدة JavaScript. شغّله لهذه الصفحة ثم أعد تحميلها.',
    byMobile: 'تسجيل الدخول بالهاتف',
    byMobileHint: 'امسح رمز QR هذا أو افتح هذا العنوان على هاتفك. هناك يُعدّ الهاتف ويُنشئ كلمات مرورك لمرة واحدة.',
    byMobileQr: 'رمز QR لهذا العنوان',
    unknownTitle: 'هذا الرابط لا يؤدي إلى شيء',
    unknownBody: 'لا يذكر خدمة تقبل كلمات المرور لمرة واحدة. اطلب الرابط الصحيح ممن أعطاك إياه.',
  },
};
