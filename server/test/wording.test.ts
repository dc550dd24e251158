import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { acceptSetting, SettingError } from '../src/core/settings.ts';
import { composeMail } from '../src/mail/compose.ts';
import type { MailContent } from '../src/mail/index.ts';
import { confirmationPage, enrolmentPage, messagePage } from '../src/pages/index.ts';
import { acceptWording, PLACES, WordingError, wordsAt } from '../src/text/wording.ts';
import type { Wording } from '../src/text/wording.ts';

/** A project's own words: what is taken, what is not, and where they stand. */

const refused = (value: unknown): WordingError => {
  try {
    acceptWording(value);
  } catch (error) {
    assert.ok(error instanceof WordingError);
    return error;
  }
  return assert.fail(`taken: ${JSON.stringify(value)}`);
};

describe('words of a project', () => {
  it('may use the placeholders that a place knows; another is named', () => {
    const { fault, culprit, message } = refused({ de: { confirmLinkSubject: 'Für {project} auf {device}' } });
    assert.deepEqual([fault, culprit, message], ['placeholder', '{device}', 'at de.confirmLinkSubject knows no placeholder {device}; there is {project}']);
    for (const text of ['{}', '{ project }', '{project', 'project}', '{{project}}', '{__proto__}', '{Project}']) assert.equal(refused({ de: { mailFooter: text } }).fault, 'placeholder', text);
    assert.throws(() => acceptSetting('wording', { default: { mailGreeting: '{name}' } }), (error) => error instanceof SettingError && error.setting === 'wording' && /wording at default\.mailGreeting knows no placeholder \{name\}/.test(error.message));
  });

  it('hold no link, nor what a mail program would make one of; addresses and numbers for questions may stand there', () => {
    for (const text of ['https://evil.example/', 'See HTTP://x', 'www.northwind.example', 'northwind.example/help', 'evil.example', 'Click javascript:alert(1)', 'mailto:a', 'ftp://x', 'a@b.example or c.example', 'bücher.example']) {
      assert.equal(refused({ en: { mailFooter: text } }).fault, 'link', text);
    }
    for (const text of ['Questions? help@northwind.example, +44 20 7946 0000.', 'Mon. to Fri., 9.30 to 17.00, e.g. today', 'Viele Grüße, Ihr Team']) assert.deepEqual(acceptWording({ en: { mailFooter: text } }), { en: { mailFooter: text } });
  });

  it('are plain text on one line: nothing that controls, and nothing that turns a line around', () => {
    for (const text of ['a\nb', 'a\u0000', 'a\u202eb', 'a\u2066b', 'a\u2028b', 'x'.repeat(121)]) assert.equal(refused({ en: { lockedSubject: text } }).fault, 'text');
    assert.deepEqual(acceptWording({ ar: { lockedSubject: 'می\u200cخواهم' } }), { ar: { lockedSubject: 'می\u200cخواهم' } });
  });

  it('leave to the platform what is empty', () => {
    assert.deepEqual(acceptWording({ de: { mailFooter: ' ', mailGreeting: ' Guten Tag ' }, en: {} }), { de: { mailGreeting: 'Guten Tag' } });
  });

  it('count in their language, then by default; without a device what speaks of one is left to the platform', () => {
    const wording: Wording = { default: { mailFooter: 'D', newDeviceIntro: '{device} at {project}' }, de: { mailFooter: 'E {project}' } };
    assert.deepEqual([wordsAt(wording, 'de', 'mailFooter', { project: 'N' }), wordsAt(wording, 'ar', 'mailFooter', { project: 'N' }), wordsAt(undefined, 'de', 'mailFooter', {})], ['E N', 'D', undefined]);
    assert.deepEqual([wordsAt(wording, 'en', 'newDeviceIntro', { project: 'N', device: 'Phone' }), wordsAt(wording, 'en', 'newDeviceIntro', { project: 'N', device: '' })], ['Phone at N', undefined]);
  });

  it('never read what they put in as a placeholder again', () => {
    assert.equal(wordsAt({ en: { newDeviceIntro: '{device}|{project}' } }, 'en', 'newDeviceIntro', { project: '{device}', device: '{project}$&' }), '{project}$&|{device}');
  });
});

const PROJECT = { projectName: 'Northwind', deviceName: '<b>Anna\'s evil.example</b>' };
const link = 'https://auth.example.com/verification/confirmation?code=c&user_id=u';
const EVERY_MAIL: readonly (readonly [string, (wording: Wording) => MailContent])[] = [
  ['confirmLink', (wording) => ({ kind: 'confirm-link', data: { ...PROJECT, wording, link, expiresInSeconds: 600 } })],
  ['confirmCode', (wording) => ({ kind: 'confirm-code', data: { ...PROJECT, wording, code: '204816', expiresInSeconds: 600 } })],
  ['newDevice', (wording) => ({ kind: 'new-device', data: { ...PROJECT, wording, registeredAt: 1, objectionLink: link } })],
  ['quickCode', (wording) => ({ kind: 'quick-code', data: { ...PROJECT, wording, registeredAt: 1, objectionLink: link } })],
  ['pinReset', (wording) => ({ kind: 'pin-reset', data: { ...PROJECT, wording, registeredAt: 1, objectionLink: link } })],
  ['locked', (wording) => ({ kind: 'locked', data: { ...PROJECT, wording, lockedAt: 1, objectionLink: link } })],
];

describe('mails in a project\'s own words', () => {
  for (const [own, mailWith] of EVERY_MAIL) {
    it(`${own}: subject, greeting, opening and footer, as text and escaped; link, code and cautions stay`, () => {
      const wording = acceptWording({ de: { [`${own}Subject`]: 'Ihr {project} & Sie', [`${own}Intro`]: '<i>{project}</i> auf {device}', mailGreeting: '"Guten Tag"', mailFooter: 'Fragen? hilfe@northwind.example' } });
      const mail = composeMail({ ...mailWith(wording), lang: 'de' });
      const plain = composeMail({ ...mailWith({}), lang: 'de' });
      assert.equal(mail.subject, 'Ihr Northwind & Sie');
      const device = /auf (.*)/.exec(mail.text)?.[1] ?? '';
      assert.equal(device.replaceAll('\u2060', ''), PROJECT.deviceName);
      assert.ok(!device.includes('evil.example'), 'a device\'s name is no link');
      for (const text of ['"Guten Tag"', '<i>Northwind</i> auf ', 'Fragen? hilfe@northwind.example']) assert.ok(mail.text.includes(text), text);
      for (const markup of ['&quot;Guten Tag&quot;', '&lt;i&gt;Northwind&lt;/i&gt; auf &lt;b&gt;Anna', 'Fragen? hilfe@northwind.example</p>']) assert.ok(mail.html.includes(markup), markup);
      assert.doesNotMatch(mail.html, /<[ib]>/);
      const links = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url);
      assert.deepEqual(links(mail.html), links(plain.html));
      const kept = plain.text.split('\n\n').slice(2);
      for (const paragraph of kept) assert.ok(mail.text.includes(paragraph.trim()), paragraph);
      assert.deepEqual(composeMail({ ...mailWith(wording), lang: 'en' }), composeMail({ ...mailWith({}), lang: 'en' }), 'another language is untouched');
    });
  }

  it('do not change an invitation to administer', () => {
    const wording = Object.fromEntries(Object.keys(PLACES).map((place) => [place, 'Own words']));
    const mail = composeMail({ kind: 'invitation', lang: 'en', data: { ...PROJECT, wording: { default: wording }, invitedBy: 'a@b.example', link, expiresAt: 1 } });
    assert.doesNotMatch(mail.text + mail.subject, /Own words/);
  });

  it('put out nothing but text, whatever an administrator writes that is taken', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => {
      let wording: Wording;
      try {
        wording = acceptWording({ en: { mailGreeting: text, mailFooter: text, newDeviceIntro: text, pageFooter: text } });
      } catch (error) {
        return error instanceof WordingError;
      }
      const { html } = composeMail({ kind: 'new-device', lang: 'en', data: { ...PROJECT, wording, registeredAt: 1, objectionLink: link } });
      const tags = (markup: string): number => [...markup.matchAll(/</g)].length;
      const lines = Object.keys(wording.en ?? {}).filter((place) => place === 'mailGreeting' || place === 'mailFooter').length;
      const { html: plain } = composeMail({ kind: 'new-device', lang: 'en', data: { ...PROJECT, registeredAt: 1, objectionLink: link } });
      return tags(html) === tags(plain) + 2 * lines;
    }));
  });
});

describe('pages in a project\'s own words', () => {
  const look = { projectName: 'Northwind', wording: acceptWording({ en: { confirmPageIntro: 'Hello <from> {project}', enrolmentPageIntro: 'Welcome & hello', pageFooter: '© {project}' } }) };
  it('are opened and closed with them, escaped; what a person decides upon stays', () => {
    const confirmation = confirmationPage({ ...look, lang: 'en', userId: 'a@b.example', deviceName: 'Phone', requestedAt: 1, place: '', code: 'c' });
    assert.match(confirmation, /<p>Hello &lt;from&gt; Northwind<\/p>[\s\S]*a@b\.example[\s\S]*<p class="contact">© Northwind<\/p>\n<\/main>/);
    assert.match(enrolmentPage({ ...look, lang: 'en', userId: 'a@b.example', code: 'c' }), /<p>Welcome &amp; hello<\/p>[\s\S]*class="contact"/);
    assert.match(messagePage({ ...look, lang: 'en', kind: 'confirmed' }), /class="contact">© Northwind/);
    assert.doesNotMatch(messagePage({ ...look, lang: 'de', kind: 'confirmed' }), /class="contact"/);
  });
});
