/** The texts of a one-time password. They are few, and fetched with the element that shows one: all languages in one part. */
export interface OtpTexts {
  readonly otpTitle: string;
  /** `{userId}` */
  readonly otpHint: string;
  readonly otpCopy: string;
  readonly otpCopied: string;
  readonly otpNotCopied: string;
  /** Before the time, such as 1:29. */
  readonly otpValidFor: string;
  readonly otpSecondsLeft: (seconds: number) => string;
  readonly otpExpired: string;
  readonly otpExpiredHint: string;
  readonly otpRetry: string;
}

const en: OtpTexts = {
  otpTitle: 'One-time password',
  otpHint: 'Type it as the password of {userId}. It works once.',
  otpCopy: 'Copy',
  otpCopied: 'Copied',
  otpNotCopied: 'Select the digits and copy them.',
  otpValidFor: 'Valid for',
  otpSecondsLeft: (seconds) => `${seconds} seconds left`,
  otpExpired: 'This password has expired',
  otpExpiredHint: 'Make a new one with your PIN.',
  otpRetry: 'RETRY',
};

const catalogue: Readonly<Record<string, OtpTexts>> = {
  en,
  de: {
    otpTitle: 'Einmalpasswort',
    otpHint: 'Als Passwort von {userId} eingeben. Es gilt ein Mal.',
    otpCopy: 'Kopieren',
    otpCopied: 'Kopiert',
    otpNotCopied: 'Markieren und kopieren Sie die Ziffern.',
    otpValidFor: 'Gültig für',
    otpSecondsLeft: (seconds) => `Noch ${seconds} Sekunden`,
    otpExpired: 'Dieses Passwort ist abgelaufen',
    otpExpiredHint: 'Erzeugen Sie mit Ihrer PIN ein neues.',
    otpRetry: 'NEUES PASSWORT',
  },
  ar: {
    otpTitle: 'كلمة مرور لمرة واحدة',
    otpHint: 'أدخلها كلمةَ مرور لـ {userId}. تعمل مرة واحدة.',
    otpCopy: 'نسخ',
    otpCopied: 'تم النسخ',
    otpNotCopied: 'حدّد الأرقام وانسخها.',
    otpValidFor: 'صالحة لمدة',
    otpSecondsLeft: (seconds) => `الثواني المتبقية: ${seconds}`,
    otpExpired: 'انتهت صلاحية كلمة المرور هذه',
    otpExpiredHint: 'أنشئ واحدة جديدة برمز PIN.',
    otpRetry: 'إعادة المحاولة',
  },
};

/**
 * The texts of a language, English where there are none, with a site's own in their place.
 *
 * @param lang - BCP 47
 */
export function otpTexts(lang: string, own: Partial<OtpTexts> = {}): OtpTexts {
  const name = lang.toLowerCase().split('-')[0] ?? '';
  return { ...(Object.hasOwn(catalogue, name) ? catalogue[name] ?? en : en), ...own };
}
