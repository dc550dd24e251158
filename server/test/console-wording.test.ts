import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { administer } from '../src/commands/administration.ts';
import { findProject } from '../src/core/projects.ts';
import type { Wording } from '../src/text/wording.ts';
import { administrator, formOn } from './support/console.ts';
import type { ConsoleUser } from './support/console.ts';
import { register, someone } from './support/device.ts';
import { request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** A project's own words, from where they are set to where people read them. */

let platform: TestPlatform;
let owner: ConsoleUser;
let path = '';
before(async () => {
  platform = await startPlatform();
  owner = await administrator(platform, 'owner');
  path = `/console/projects/${platform.project.projectId}/wording`;
});
after(() => platform.close());

const stored = async (): Promise<Wording> => (await findProject(platform.core, platform.project.projectId))?.settings.wording ?? {};

describe('the console\'s page for a project\'s words', () => {
  it('keeps each language apart, and people get mails and pages that say them', async () => {
    await owner.done(`${path}?lang=de`, path, { mailGreeting: 'Guten Tag,', confirmLinkSubject: '{project} <grüßt>', mailFooter: 'Fragen? hilfe@northwind.example', confirmPageIntro: 'Willkommen bei {project} & Co.', pageFooter: 'Ihr Team' });
    const saved = await owner.done(path, path, { mailFooter: 'Ask us', newDeviceIntro: '{device} may speak for you' });
    assert.match(saved.text, /Saved\./);
    assert.deepEqual(await stored(), {
      de: { mailGreeting: 'Guten Tag,', confirmLinkSubject: '{project} <grüßt>', mailFooter: 'Fragen? hilfe@northwind.example', confirmPageIntro: 'Willkommen bei {project} & Co.', pageFooter: 'Ihr Team' },
      default: { mailFooter: 'Ask us', newDeviceIntro: '{device} may speak for you' },
    });

    const userId = someone();
    const { projectId } = platform.project;
    const { accessId } = (await platform.post('/rps/v2/session', { projectId })).body;
    await platform.post('/verification/email', { userId, projectId, deviceName: 'Phone', lang: 'de', accessId, handOver: true });
    const mail = await platform.mailbox.take(userId);
    assert.equal(mail.subject, 'Shop <grüßt>');
    assert.match(mail.text ?? '', /^Shop\n\nGuten Tag,\n[\s\S]*\n\nFragen\? hilfe@northwind\.example\s*$/);
    const [link = ''] = /https?:\/\/\S*confirmation\?\S+/.exec(mail.text ?? '') ?? [];
    const opened = await request(`${platform.url}${new URL(link).pathname}${new URL(link).search}`);
    assert.match(opened.text, /Willkommen bei Shop &amp; Co\.[\s\S]*<p class="contact">Ihr Team<\/p>/);

    const identity = await register(platform, '1234');
    assert.match((await platform.mailbox.take(identity.userId)).text ?? '', /\n\nTest device may speak for you\n[\s\S]*Ask us\s*$/);
  });

  it('names the placeholder that there is not, and what reads as a link, beside the field; nothing is saved or lost', async () => {
    const kept = await stored();
    for (const [text, told] of [['Dear {name}', 'There is no placeholder {name} here.'], ['See evil.example/x', '“evil.example/x” reads as a link.'], ['a\u202eb', 'One line of plain text']] as const) {
      const wrong = await owner.send(`${path}?lang=en`, path, { lockedIntro: text, mailGreeting: 'Kept' });
      assert.equal(wrong.status, 422);
      assert.ok(new RegExp(`id="field-lockedIntro-problem">[^<]*`).exec(wrong.text)?.[0].includes(told), told);
      assert.deepEqual([formOn(wrong.text, path)['lockedIntro'], formOn(wrong.text, path)['mailGreeting'], formOn(wrong.text, path)['lang']], [text, 'Kept', 'en']);
    }
    assert.deepEqual(await stored(), kept);
  });

  it('shows every mail and page with what is typed, saved or not, where nothing runs, loads or is sent', async () => {
    const fields = { ...formOn(await owner.open(`${path}?lang=de`), path), newDeviceSubject: '<script>alert(1)</script> {project}', newDeviceIntro: 'Hallo {device}', enrolmentPageIntro: '<b>Neu</b>' };
    const look = async (what: string) => owner.browser.submit(`${path}/preview`, { ...fields, what });
    const mail = await look('new-device');
    assert.match(mail.text, /<h1 [^>]*>&lt;script&gt;alert\(1\)&lt;\/script&gt; Shop<\/h1>[\s\S]*Guten Tag,[\s\S]*Hallo Firefox, Linux/);
    assert.match(mail.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'/);
    const page = await look('enrolment');
    assert.match(page.text, /&lt;b&gt;Neu&lt;\/b&gt;[\s\S]*Ihr Team/);
    assert.match(page.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
    for (const what of ['confirm-link', 'confirm-code', 'quick-code', 'pin-reset', 'locked', 'confirmation']) {
      const shown = await look(what);
      assert.equal(shown.status, 200, what);
      assert.doesNotMatch(shown.text, /<script|<b>/);
    }
    assert.equal((await owner.browser.submit(`${path}/preview`, { ...fields, mailFooter: '{x}' })).status, 422);
    assert.equal((await stored()).de?.newDeviceSubject, undefined);
  });

  it('tells the second of two who change it at once what is in force', async () => {
    const mine = formOn(await owner.open(`${path}?lang=de`), path);
    await owner.done(`${path}?lang=de`, path, { mailGreeting: 'Servus,' });
    const told = await owner.browser.submit(path, { ...mine, mailGreeting: 'Moin,' });
    assert.equal(told.status, 409);
    assert.match(told.text, /In force now: Servus,/);
    assert.equal((await owner.browser.submit(path, formOn(told.text, path))).status, 303);
    assert.equal((await stored()).de?.mailGreeting, 'Moin,');
  });

  it('says what the platform says where a field is empty, and marks languages that have words', async () => {
    const shown = await owner.open(`${path}?lang=de`);
    assert.match(shown, /The platform says: Bestätigen Sie Ihre E-Mail-Adresse für \{project\}/);
    assert.match(shown, /lang=de" aria-current="page">Deutsch <span class="tag ok">own words<\/span>/);
    assert.match(await owner.open(`${path}?lang=nonsense`), /lang=default" aria-current="page"/);
  });
});

describe('the command line for a project\'s words', () => {
  const run = async (...words: readonly string[]): Promise<unknown> => {
    const lines: string[] = [];
    await administer([...words, '--id', platform.project.projectId, '--json'], { ...platform.database.environment, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example' }, (line) => void lines.push(line));
    return JSON.parse(lines.join('\n')) as unknown;
  };

  it('lists, sets and takes them away one by one, and writes a mail as people would get it', async () => {
    const changed = await run('project', 'wording', '--lang', 'en', '--set', 'mailFooter=Call us', '--set', 'lockedSubject={project}: locked') as Wording;
    assert.deepEqual([changed.en, changed.de?.mailGreeting], [{ mailFooter: 'Call us', lockedSubject: '{project}: locked' }, 'Moin,']);
    assert.deepEqual(await run('project', 'wording'), changed);
    const mail = await run('project', 'preview', '--mail', 'locked', '--lang', 'en') as { subject: string; text: string };
    assert.equal(mail.subject, 'Shop: locked');
    assert.match(mail.text, /Call us\n$/);
    assert.equal((await run('project', 'wording', '--lang', 'en', '--set', 'mailFooter=', '--set', 'lockedSubject=') as Wording).en, undefined);
  });

  it('refuses with the reason', async () => {
    await assert.rejects(run('project', 'wording', '--set', 'mailFooter={pin}'), /default\.mailFooter knows no placeholder \{pin\}; there is \{project\}/);
    await assert.rejects(run('project', 'wording', '--set', 'mailFooter=https://x.example'), /must hold no link/);
    await assert.rejects(run('project', 'wording', '--set', 'nowhere=x'), /there is no place nowhere; there are mailGreeting/);
    await assert.rejects(run('project', 'wording', '--lang', 'xx', '--set', 'mailFooter=x'), /--lang takes default, en/);
    await assert.rejects(run('project', 'preview', '--mail', 'invoice'), /--mail takes confirm-link/);
  });
});
