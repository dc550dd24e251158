import type { Language } from '../text/languages.ts';
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

/** The mails of one language. Device names come in already made safe; times and durations come in already formatted. */
export interface MailTexts {
  confirmLink: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  confirmCode: {
    subject(project: string): string;
    /** One line that ends in the code: people and programs look for it (docs/protocol.md 4.2). */
    instruction(code: string): string;
    intro(project: string): string;
    caution: string;
  };
  newDevice: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  quickCode: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  pinReset: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  locked: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  invitation: {
    subject(project: string): string;
    intro(project: string, by: string): string;
    action: string;
    until(moment: string): string;
    caution: string;
  };
  device(name: string): string;
  when(moment: string): string;
  validFor(duration: string): string;
  ignore: string;
}

/** The mails of every language. */
export const mailCatalogue: Record<Language, MailTexts> = { ar, de, en, es, fr, he, hi, it, ja, nl, pl, pt, ro, tr, 'zh-hans': zhHans };
