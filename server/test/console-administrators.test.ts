import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { platformRole } from '../src/core/administration.ts';
import { acceptInvitation, inviteAdministrator } from '../src/core/administration-invitations.ts';
import { CONSOLE_PROJECT, requireProject } from '../src/core/projects.ts';
import { administrator, CONSOLE_PIN, ConsoleUser, formOn, grant, registerAdministrator } from './support/console.ts';
import { newBrowser, provePin, readLoginPage } from './support/connect.ts';
import { someone } from './support/device.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Administrators invite each other: by mail, once, for one address; and let each other go. */

let platform: TestPlatform;
let owner: ConsoleUser;
let path = '';
before(async () => {
  platform = await startPlatform();
  owner = await administrator(platform, 'owner', platform.project.projectId);
  path = `/console/projects/${platform.project.projectId}/administrators`;
});
after(() => platform.close());

async function invite(email: string, role = 'support'): Promise<string> {
  assert.match((await owner.done(path, path, { email, role })).text, /The invitation was sent by mail/);
  const { text, subject } = await platform.mailbox.take(email, /console\/join/);
  assert.match(subject, /invited to administer Shop/);
  // Addresses that others chose are broken up invisibly, so that mail programs make no links of them.
  assert.ok(text.replaceAll('\u2060', '').includes(owner.userId), text);
  return /http\S+\/console\/join\?code=\S+/.exec(text)?.[0] ?? '';
}

/** Opens an invitation and signs in as somebody. */
async function accept(link: string, userId: string): Promise<{ status: number; text: string; user: ConsoleUser }> {
  const browser = newBrowser(platform);
  const opened = await browser.open(link);
  const sent = await browser.submit('/console/join', formOn(opened.answer.text, '/console/join'));
  const login = readLoginPage(await browser.open(sent.headers.get('location') ?? ''));
  const identity = await registerAdministrator(platform, userId);
  const { answer } = await browser.open(await provePin(platform, browser, login, identity, CONSOLE_PIN));
  return { status: answer.status, text: answer.text, user: new ConsoleUser(browser, identity) };
}

const roleOf = async (userId: string): Promise<string | undefined> =>
  (await platform.core.db.queries.selectFrom('administrators').select('role').where('user_id', '=', userId).where('project_id', '=', platform.project.projectId).executeTakeFirst())?.role;

describe('an invitation', () => {
  it('makes the invited address what it was invited as, once', async () => {
    const email = someone();
    const link = await invite(email);
    assert.match(await owner.open(path), new RegExp(email));
    const page = await newBrowser(platform).open(link);
    assert.match(page.answer.text, /Administer Shop/);
    assert.match(page.answer.text, /Your role: Support/);
    assert.equal(await roleOf(email), undefined, 'opening it changed nothing');
    const { status, user } = await accept(link, email);
    assert.equal(status, 200);
    assert.equal(await roleOf(email), 'support');
    await user.open(`/console/projects/${platform.project.projectId}/devices`);
    assert.equal((await newBrowser(platform).open(link)).answer.status, 410);
    const events = await platform.core.db.queries.selectFrom('audit').select(['status', 'actor']).where('user_id', '=', email).where('project_id', '=', platform.project.projectId).where('type', '=', 'administration').orderBy('id').execute();
    assert.deepEqual(events, [{ status: 'administrator_invited', actor: owner.userId }, { status: 'administrator_granted', actor: owner.userId }]);
  });

  it('gives and takes nothing away: an owner who takes up a lesser role stays one', async () => {
    const email = someone();
    await grant(platform, email, 'owner', CONSOLE_PROJECT);
    await inviteAdministrator(platform.core, await requireProject(platform.core, CONSOLE_PROJECT), { userId: email, role: 'auditor', lang: 'en' }, { ip: '', actor: 'tests' });
    const { text } = await platform.mailbox.take(email, /console\/join/);
    await acceptInvitation(platform.core, /code=(\S+)/.exec(text)?.[1] ?? '', email, { ip: '' });
    assert.equal(await platformRole(platform.core, email), 'owner');
  });

  it('is worth nothing to another address, and stays whole for its own', async () => {
    const email = someone();
    const link = await invite(email, 'admin');
    const thief = someone();
    const stolen = await accept(link, thief);
    assert.equal(stolen.status, 400);
    assert.match(stolen.text, /no longer valid/);
    assert.equal(await roleOf(thief), undefined);
    assert.equal((await accept(link, email)).status, 200);
    assert.equal(await roleOf(email), 'admin');
  });

  it('ends after seven days, when it is taken back, and when a newer one is sent', async () => {
    const isOpen = async (link: string): Promise<boolean> => (await newBrowser(platform).open(link)).answer.status === 200;
    const email = someone();
    const former = await invite(email);
    platform.advance(20 * 60);
    const link = await invite(email, 'auditor');
    assert.deepEqual([await isOpen(former), await isOpen(link)], [false, true]);
    await owner.done(path, `${path}/uninvite`, {});
    assert.equal(await isOpen(link), false);
    const old = await invite(someone());
    platform.advance(7 * 86_400);
    assert.equal(await isOpen(old), false);
    owner = await administrator(platform, 'owner', platform.project.projectId);
  });

  it('goes to one plain address with a role, not too often', async () => {
    const email = someone();
    for (const [fields, field] of [[{ email: 'a@b.example, c@d.example' }, 'email'], [{ email: 'Anna <a@b.example>' }, 'email'], [{ email, role: 'king' }, 'role']] as const) {
      const wrong = await owner.send(path, path, fields);
      assert.equal(wrong.status, 422);
      assert.match(wrong.text, new RegExp(`id="field-${field}-problem"`));
      assert.equal(formOn(wrong.text, path)['email'], fields.email);
    }
    await invite(email);
    assert.match((await owner.send(path, path, { email, role: 'admin' })).text, /too many mails lately/);
  });
});

describe('roles', () => {
  it('are changed and taken away, in force with the next request, and every change is in the log', async () => {
    const colleague = await administrator(platform, 'support', platform.project.projectId);
    const settings = `/console/projects/${platform.project.projectId}/settings`;
    assert.equal((await colleague.browser.open(settings)).answer.status, 403);
    const { csrf = '', once = '' } = formOn(await owner.open(path), `${path}/role`);
    assert.equal((await owner.browser.submit(`${path}/role`, { csrf, once, user: colleague.userId, role: 'admin' })).status, 303);
    await colleague.open(settings);
    const withdraw = formOn(await owner.open(path), `${path}/withdraw`);
    await owner.browser.submit(`${path}/withdraw`, { ...withdraw, user: colleague.userId });
    assert.equal((await colleague.browser.open(settings)).answer.status, 404);
    const log = await platform.core.db.queries.selectFrom('audit').select(['status', 'actor']).where('user_id', '=', colleague.userId).where('project_id', '=', platform.project.projectId).orderBy('id').execute();
    assert.deepEqual(log, [{ status: 'administrator_changed', actor: owner.userId }, { status: 'administrator_withdrawn', actor: owner.userId }]);
  });

  it('leave the platform an owner, whoever tries at once', async () => {
    const fresh = await startPlatform();
    try {
      const [one, two] = [await administrator(fresh, 'owner'), await administrator(fresh, 'owner')];
      const own = `/console/projects/${CONSOLE_PROJECT}/administrators`;
      const leave = async (user: ConsoleUser, action: string, fields: Record<string, string>) => user.browser.submit(`${own}/${action}`, { ...formOn(await user.open(own), `${own}/${action}`), user: user.userId, ...fields });
      const both = await Promise.all([leave(one, 'withdraw', {}), leave(two, 'role', { role: 'auditor' })]);
      assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 422]);
      assert.match(both.find(({ status }) => status === 422)?.text ?? '', /The platform needs an owner/);
      const owners = await fresh.core.db.queries.selectFrom('administrators').select('user_id').where('role', '=', 'owner').execute();
      assert.equal(owners.length, 1);
    } finally {
      await fresh.close();
    }
  });
});
