import { formatMinutes, formatMoment, nearestLanguage } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';
import { oneLine, unlinkable } from '../text/untrusted.ts';
import { wordsAt } from '../text/wording.ts';
import type { WordingPlace } from '../text/wording.ts';
import { mailCatalogue } from './catalogue.ts';
import { renderHtml, renderText } from './layout.ts';
import type { Letter } from './layout.ts';
import type { MailContent } from './mail.ts';

/** A mail ready for a transport: everything but its addresses. */
export interface ComposedMail {
  language: Language;
  subject: string;
  text: string;
  html: string;
}

/** Writes a mail in the nearest language, as plain text and as HTML that say the same. */
export function composeMail(mail: MailContent & { lang?: string | undefined }): ComposedMail {
  const language = nearestLanguage(mail.lang);
  const { subject, letter } = inOwnWords(mail, language, letterOf(mail, language));
  return { language, subject: oneLine(subject), text: renderText(letter), html: renderHtml(letter, language) };
}

interface Written {
  readonly subject: string;
  readonly letter: Letter;
}

/** What the places of a mail's words begin with. An invitation is the platform's, whatever project it is to. */
const PLACES_OF = { 'confirm-link': 'confirmLink', 'confirm-code': 'confirmCode', 'new-device': 'newDevice', 'quick-code': 'quickCode', 'pin-reset': 'pinReset', locked: 'locked' } as const;

/** Puts a project's own words in the place of the platform's, where it has some. */
function inOwnWords(mail: MailContent, language: Language, { subject, letter }: Written): Written {
  if (mail.kind === 'invitation') return { subject, letter };
  const { wording, deviceName } = mail.data;
  const at = (place: WordingPlace): string | undefined => wordsAt(wording, language, place, { project: letter.project, device: unlinkable(deviceName) });
  const own = PLACES_OF[mail.kind];
  return {
    subject: at(`${own}Subject`) ?? subject,
    letter: { ...letter, greeting: at('mailGreeting'), intro: at(`${own}Intro`) ?? letter.intro, footer: at('mailFooter') },
  };
}

function letterOf(mail: MailContent, language: Language): Written {
  const texts = mailCatalogue[language];
  const project = oneLine(mail.data.projectName);
  const name = unlinkable(mail.data.deviceName);
  const device = name === '' ? [] : [texts.device(name)];
  const heading = { project, brand: mail.data.brand };
  switch (mail.kind) {
    case 'confirm-link': {
      const { subject, intro, action, caution } = texts.confirmLink;
      const facts = [...device, texts.validFor(formatMinutes(minutes(mail.data.expiresInSeconds), language))];
      const link = { label: action, url: mail.data.link };
      return { subject: subject(project), letter: { ...heading, intro: intro(project), facts, link, notes: [caution, texts.ignore] } };
    }
    case 'confirm-code': {
      const { subject, intro, instruction, caution } = texts.confirmCode;
      const facts = [...device, texts.validFor(formatMinutes(minutes(mail.data.expiresInSeconds), language))];
      const code = { line: instruction(mail.data.code), digits: mail.data.code };
      return { subject: subject(project), letter: { ...heading, intro: intro(project), facts, code, notes: [caution, texts.ignore] } };
    }
    case 'new-device':
    case 'quick-code':
    case 'pin-reset': {
      const { subject, intro, action, caution } = { 'new-device': texts.newDevice, 'quick-code': texts.quickCode, 'pin-reset': texts.pinReset }[mail.kind];
      const facts = [...device, texts.when(formatMoment(mail.data.registeredAt, language))];
      const link = { label: action, url: mail.data.objectionLink };
      return { subject: subject(project), letter: { ...heading, intro: intro(project), facts, link, notes: [caution] } };
    }
    case 'invitation': {
      const { subject, intro, action, until, caution } = texts.invitation;
      const link = { label: action, url: mail.data.link };
      const facts = [until(formatMoment(mail.data.expiresAt, language))];
      return { subject: subject(project), letter: { ...heading, intro: intro(project, unlinkable(mail.data.invitedBy, 254)), facts, link, notes: [caution] } };
    }
    case 'locked': {
      const { subject, intro, action, caution } = texts.locked;
      const facts = [...device, texts.when(formatMoment(mail.data.lockedAt, language))];
      const link = { label: action, url: mail.data.objectionLink };
      return { subject: subject(project), letter: { ...heading, intro: intro(project), facts, link, notes: [caution] } };
    }
  }
}

/** Rounded down, so that nothing is promised longer than it lasts; at least one. */
function minutes(seconds: number): number {
  return Math.max(1, Math.floor(seconds / 60));
}
