import type { Language } from '../text/languages.ts';
import type { AccountTexts } from './account-texts.ts';
import type { ConnectTexts } from './connect-texts.ts';
import type { EnrolmentTexts } from './enrolment-texts.ts';
import type { MobileTexts } from './mobile-texts.ts';
import type { OtpPageTexts } from './otp-texts.ts';
import { texts as ar } from './texts/ar.ts';
import { texts as de } from './texts/de.ts';
import { texts as en } from './texts/en.ts';
import { texts as es } from './texts/es.ts';
import { texts as fr } from './texts/fr.ts';
import { texts as he } from './texts/he.ts';
import { texts as hi } from './texts/hi.ts';
import { texts as it } from './texts/it.ts';
import { texts as ja } from './texts/ja.ts';
import { texts as nl } from './texts/nl.ts';
import { texts as pl } from './texts/pl.ts';
import { texts as pt } from './texts/pt.ts';
import { texts as ro } from './texts/ro.ts';
import { texts as tr } from './texts/tr.ts';
import { texts as zhHans } from './texts/zh-hans.ts';
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
export const pageCatalogue: Readonly<Record<Language, PageTexts>> = { ar, de, en, es, fr, he, hi, it, ja, nl, pl, pt, ro, tr, 'zh-hans': zhHans };
