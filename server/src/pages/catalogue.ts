import type { Language } from '../text/languages.ts';
import type { AccountTexts } from './account-texts.ts';
import type { ConnectTexts } from './connect-texts.ts';
import type { EnrolmentTexts } from './enrolment-texts.ts';
import type { MobileTexts } from './mobile-texts.ts';
import type { OtpPageTexts } from './otp-texts.ts';
import { texts as ar } from './texts/ar.ts';
import { texts as de } from './texts/de.ts';
import { texts as en } from './texts/en.ts';
import type { VerificationTexts } from './verification-texts.ts';

/** The pages of one language, by area. */
export interface PageTexts {
  readonly verification: VerificationTexts;
  readonly enrolment: EnrolmentTexts;
  readonly mobile: MobileTexts;
  readonly otp: OtpPageTexts;
  readonly connect: ConnectTexts;
  readonly account: AccountTexts;
}

/** The pages of every language. */
export const pageCatalogue: Readonly<Record<Language, PageTexts>> = { ar, de, en };
