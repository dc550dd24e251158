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
