import assert from 'node:assert/strict';
import type { Role } from '../../src/core/administration.ts';
import { makeFirstLink } from '../../src/core/administration-invitations.ts';
import { CONSOLE_PROJECT } from '../../src/core/projects.ts';
import { newBrowser, provePin, readLoginPage } from './connect.ts';
import { register, someone } from './device.ts';
import type { DeviceIdentity } from './device.ts';
import type { Answer } from './http.ts';
import { attribute } from './page-browser.ts';
import type { PageBrowser } from './page-browser.ts';
import type { TestPlatform } from './test-platform.ts';

/** PINs of administrators have six digits. */
export const CONSOLE_PIN = '739152';

/** Somebody with a device that can sign in to the console. */
export async function registerAdministrator(platform: TestPlatform, userId = someone()): Promise<DeviceIdentity> {
  const server = { post: platform.post, mailbox: platform.mailbox, project: { ...platform.project, projectId: CONSOLE_PROJECT } };
  return register(server, CONSOLE_PIN, { userId });
}

/** Gives a role without the way there, which has tests of its own. */
export async function grant(platform: TestPlatform, userId: string, role: Role, projectId: string): Promise<void> {
  await platform.core.db.queries.insertInto('administrators').values({ user_id: userId, project_id: projectId, role, granted_by: 'tests', granted_at: platform.core.now() }).execute();
}

/** Signs in at a page of the console. @returns the first answer after it */
export async function enter(platform: TestPlatform, browser: PageBrowser, identity: DeviceIdentity, url = '/console'): Promise<Answer> {
  return (await browser.open(await provePin(platform, browser, readLoginPage(await browser.open(url)), identity, CONSOLE_PIN))).answer;
}

/** The console as one administrator sees it. */
export class ConsoleUser {
  readonly browser: PageBrowser;
  readonly userId: string;
  readonly identity: DeviceIdentity;

  constructor(browser: PageBrowser, identity: DeviceIdentity) {
    this.browser = browser;
    this.identity = identity;
    this.userId = identity.userId;
  }

  /** Opens a page that is there. @returns its source, but for where long ids may break */
  async open(path: string): Promise<string> {
    const { answer } = await this.browser.open(path);
    assert.equal(answer.status, 200, `${path}: ${answer.text}`);
    return answer.text.replaceAll('<wbr>', '');
  }

  /** Fills a form in and sends it. @param page - where the form stands */
  async send(page: string, action: string, fields: Record<string, string>): Promise<Answer> {
    return this.browser.submit(action, { ...formOn(await this.open(page), action), ...fields });
  }

  /** The same, where it leads elsewhere. @returns the page after it, and its path */
  async done(page: string, action: string, fields: Record<string, string>): Promise<{ text: string; path: string }> {
    const answer = await this.send(page, action, fields);
    assert.equal(answer.status, 303, answer.text);
    const path = answer.headers.get('location') ?? '';
    return { text: await this.open(path), path };
  }
}

/** Somebody with this role, signed in. */
export async function administrator(platform: TestPlatform, role: Role, projectId = CONSOLE_PROJECT): Promise<ConsoleUser> {
  if ((await platform.core.db.queries.selectFrom('projects').select('id').where('id', '=', CONSOLE_PROJECT).executeTakeFirst()) === undefined) await makeFirstLink(platform.core, 'tests');
  const identity = await registerAdministrator(platform);
  await grant(platform, identity.userId, role, projectId);
  const browser = newBrowser(platform);
  assert.equal((await enter(platform, browser, identity)).status, 200);
  return new ConsoleUser(browser, identity);
}

/** What a form on a page carries: hidden fields, typed ones, ticked boxes and choices. */
export function formOn(page: string, action: string): Record<string, string> {
  const form = page.split('<form ').find((part) => part.includes(`action="${action}"`))?.split('</form>')[0];
  assert.ok(form !== undefined, `a form to ${action} in ${page}`);
  const unescape = (text: string): string => attribute(`"${text}"`, /"([\s\S]*)"/).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? '';
    const left = /type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag);
    if (!left && name !== '') fields[name] = unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) fields[name] = unescape(text);
  for (const [, name = '', options = ''] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name] = unescape(/value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)?.[1] ?? '');
  }
  return fields;
}

/** The secret that a page shows under this name. */
export function secretOn(page: string, label: string): string {
  return attribute(page, new RegExp(`aria-label="${label}"[\\s\\S]*?<code dir="ltr">([^<]+)<`));
}
