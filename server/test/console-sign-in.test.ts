import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { administer } from '../src/commands/administration.ts';
import { printFirstLink } from '../src/commands/first-link.ts';
import { makeFirstLink } from '../src/core/administration-invitations.ts';
import { CONSOLE_PROJECT } from '../src/core/projects.ts';
import { mintActivation } from '../src/core/activations.ts';
import { removeExpired } from '../src/core/housekeeping.ts';
import { newBrowser, provePin, readLoginPage } from './support/connect.ts';
import { register } from './support/device.ts';
import { administrator, CONSOLE_PIN, ConsoleUser, enter, formOn, grant, registerAdministrator } from './support/console.ts';
import type { DeviceIdentity } from './support/device.ts';
import type { PageBrowser } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** The way into the console and out of it (docs/console.md). */

let platform: TestPlatform;
before(async () => { platform = await startPlatform(); });
after(() => platform.close());

const codeOf = (link: string): string => new URL(link).searchParams.get('code') ?? '';

/** Follows a link to the log-in page. */
async function follow(browser: PageBrowser, link: string): Promise<{ answer: Awaited<ReturnType<PageBrowser['fetch']>>; url: string }> {
  const { answer } = await browser.open(link);
  assert.equal(answer.status, 200, answer.text);
  const sent = await browser.submit('/console/join', formOn(answer.text, '/console/join'));
  assert.equal(sent.status, 303, sent.text);
  return browser.open(sent.headers.get('location') ?? '');
}

async function join(browser: PageBrowser, link: string, identity: DeviceIdentity) {
  const login = readLoginPage(await follow(browser, link));
  return (await browser.open(await provePin(platform, browser, login, identity, CONSOLE_PIN))).answer;
}

describe('the first administrator', () => {
  it('is not there yet: the console says how to begin, and does not sign anybody in', async () => {
    const { answer } = await newBrowser(platform).open('/console');
    assert.equal(answer.status, 404);
    assert.match(answer.text, /mpin-platform admin link/);
  });

  it('comes by a link; opening it changes nothing, and the account that signs in with it becomes an owner, once', async () => {
    const link = await makeFirstLink(platform.core, 'tests');
    const anna = await registerAdministrator(platform);
    const rows = () => platform.core.db.queries.selectFrom('administrators').select(['user_id', 'project_id', 'role']).execute();
    await newBrowser(platform).open(link);
    assert.deepEqual(await rows(), []);
    const entered = await join(newBrowser(platform), link, anna);
    assert.equal(entered.status, 200);
    assert.match(entered.text, /New project/);
    assert.deepEqual(await rows(), [{ user_id: anna.userId, project_id: CONSOLE_PROJECT, role: 'owner' }]);
    assert.equal((await newBrowser(platform).open(link)).answer.status, 410);
    const events = await platform.core.db.queries.selectFrom('audit').select(['status', 'user_id', 'actor']).where('project_id', '=', CONSOLE_PROJECT).where('type', '=', 'administration').orderBy('id').execute();
    assert.deepEqual(events, [{ status: 'administrator_invited', user_id: '', actor: 'tests' }, { status: 'administrator_granted', user_id: anna.userId, actor: 'tests' }]);
  });

  it('has fifteen minutes, and the newest link alone counts', async () => {
    const former = await makeFirstLink(platform.core, 'tests');
    const link = await makeFirstLink(platform.core, 'tests');
    assert.equal((await newBrowser(platform).open(former)).answer.status, 410);
    const bert = await registerAdministrator(platform);
    const browser = newBrowser(platform);
    platform.advance(14 * 60);
    const to = await provePin(platform, browser, readLoginPage(await follow(browser, link)), bert, CONSOLE_PIN);
    platform.advance(60);
    assert.equal((await newBrowser(platform).open(link)).answer.status, 410);
    const late = (await browser.open(to)).answer;
    assert.equal(late.status, 400);
    assert.match(late.text, /no longer valid[\s\S]*mpin-platform admin link/);
    assert.match((await browser.open('/console')).answer.text, /mpin-pinpad/, 'nobody was signed in by it');
  });

  it('gets the link from the command line, beside a platform that runs', async () => {
    const printed: string[] = [];
    const environment = { MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_LOG_LEVEL: 'silent', ...platform.database.environment };
    await administer(['admin', 'link', '--json'], environment, (line) => printed.push(line));
    const { link } = JSON.parse(printed.join('')) as { link: string };
    // The command has a clock of its own, and tests put that of the platform forward.
    await platform.core.db.queries.updateTable('administrator_invitations').set({ expires_at: platform.core.now() + 60_000 }).execute();
    assert.match((await newBrowser(platform).open(link)).answer.text, /Become the first administrator/);
  });

  it('is told of the link on a terminal alone, in development mode, while nobody administers the platform', async () => {
    const fresh = await startPlatform({ environment: { MPIN_DEV: '1' } });
    try {
      const printed = async (isTTY: boolean): Promise<string> => {
        let text = '';
        await printFirstLink(fresh.core, { isTTY, write: (part) => { text += part; } });
        return text;
      };
      assert.equal(await printed(false), '');
      const [link = ''] = /http\S+/.exec(await printed(true)) ?? [];
      assert.equal((await newBrowser(fresh).open(link)).answer.status, 200);
      assert.ok(!fresh.logs().includes(codeOf(link)));
      await administrator(fresh, 'owner');
      assert.equal(await printed(true), '');
    } finally {
      await fresh.close();
    }
  });
});

describe('a session of the console', () => {
  it('asks for the PIN each time, keeps where one was going, and holds a cookie that scripts and other sites do not get', async () => {
    const owner = await administrator(platform, 'owner');
    const browser = newBrowser(platform);
    const path = `/console/projects/${platform.project.projectId}/audit?event=revoked`;
    const page = await enter(platform, browser, owner.identity, path);
    assert.equal(page.status, 200);
    assert.match(page.text, /<option value="revoked" selected>/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self'; .*frame-ancestors 'none'$/);
    assert.doesNotMatch(page.text, /<script|<style| style=/);
    assert.deepEqual(browser.cookies.map(({ name }) => name).filter((name) => name.startsWith('mpin-console')), ['mpin-console'], 'and nothing of the log-in');
    const account = await browser.open('/authorize?client_id=mpin-console&redirect_uri=x');
    assert.equal(account.answer.status, 400);
    assert.match((await newBrowser(platform).open('/console')).answer.text, /<mpin-pinpad/);
  });

  it('is reached although expired rows are cleared away while the PIN is asked for', async () => {
    const { identity } = await administrator(platform, 'owner');
    platform.advance(13 * 3600);
    const browser = newBrowser(platform);
    const page = readLoginPage(await browser.open('/console'));
    await removeExpired(platform.core);
    const { answer } = await browser.open(await provePin(platform, browser, page, identity, CONSOLE_PIN));
    assert.match(answer.text, /Signed in as/);
  });

  it('ends after half an hour of nothing, after twelve hours, with its device, and at the sign-out, for a thief of the cookie too', async () => {
    const signedIn = async (user: ConsoleUser): Promise<boolean> => (await user.browser.open('/console')).answer.text.includes('Signed in as');
    const idle = await administrator(platform, 'owner');
    platform.advance(29 * 60);
    assert.equal(await signedIn(idle), true);
    platform.advance(30 * 60 + 1);
    assert.equal(await signedIn(idle), false);

    const busy = await administrator(platform, 'owner');
    for (let used = 0; used < 12 * 60 - 25; used += 25) {
      platform.advance(25 * 60);
      assert.equal(await signedIn(busy), true);
    }
    platform.advance(25 * 60);
    assert.equal(await signedIn(busy), false);

    const lost = await administrator(platform, 'owner');
    await platform.core.db.queries.updateTable('identities').set({ state: 'revoked' }).where('user_id', '=', lost.userId).execute();
    assert.equal(await signedIn(lost), false);

    const leaving = await administrator(platform, 'owner');
    const thief = new ConsoleUser(leaving.browser.copy(), leaving.identity);
    const out = await leaving.send('/console', '/console/sign-out', {});
    assert.match(out.text, /You are signed out/);
    assert.equal(await signedIn(leaving), false);
    assert.equal(await signedIn(thief), false);
  });

  it('is nobody\'s without a role, nor anybody\'s from another project, nor of an address that was vouched for and never proved', async () => {
    const owner = await administrator(platform, 'owner');
    const stranger = await registerAdministrator(platform);
    const without = newBrowser(platform);
    const refused = await enter(platform, without, stranger);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /You administer nothing here/);

    const elsewhere = await register(platform, CONSOLE_PIN, { userId: owner.userId });
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open('/console'));
    await assert.rejects(provePin(platform, browser, login, elsewhere, CONSOLE_PIN));

    const { actToken } = await platform.core.db.transaction((queries) =>
      mintActivation(platform.core, queries, { projectId: CONSOLE_PROJECT, userId: owner.userId, kind: 'initiate', addressProved: false }));
    const vouched = await register({ ...platform, project: { ...platform.project, projectId: CONSOLE_PROJECT } }, CONSOLE_PIN, { userId: owner.userId, activationToken: actToken });
    assert.equal((await enter(platform, newBrowser(platform), vouched)).status, 400);
  });

  it('is not begun with the code of another browser', async () => {
    const owner = await administrator(platform, 'owner');
    const attacker = newBrowser(platform);
    const to = await provePin(platform, attacker, readLoginPage(await attacker.open('/console')), owner.identity, CONSOLE_PIN);
    const callback = (await attacker.fetch(to)).headers.get('location') ?? '';
    assert.match(callback, /\/console\/callback\?code=/);
    const stranger = newBrowser(platform);
    const refused = await stranger.open(callback);
    assert.deepEqual([refused.answer.status, new URL(refused.url).pathname, new URL(refused.url).search], [400, '/console/ended/over', ''], 'said where no code stands');
    assert.equal((await attacker.fetch(callback)).status, 303);
    assert.equal((await attacker.copy().open(callback)).answer.status, 400, 'and not twice');
  });

  it('loses a role with the next request', async () => {
    const support = await administrator(platform, 'support', platform.project.projectId);
    const path = `/console/projects/${platform.project.projectId}`;
    await support.open(path);
    await platform.core.db.queries.deleteFrom('administrators').where('user_id', '=', support.userId).execute();
    assert.equal((await support.browser.open(path)).answer.status, 404);
    await grant(platform, support.userId, 'auditor', platform.project.projectId);
    await support.open(path);
  });
});
