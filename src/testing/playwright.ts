import { MpinError } from '../errors.ts';
import type { Answer, Asked } from './api.ts';
import { DEFAULT_CODE } from './fixed.ts';
import { assertTestPage, assertTesting } from './guard.ts';
import { STEPS } from './steps.ts';
import type { TestUser } from './server.ts';

/** What of a Playwright `Route` is used. Typed by shape, so that the kit depends on no version of Playwright. */
export interface RouteLike {
  request(): { method(): string; url(): string; postData(): string | null; headers(): { [name: string]: string } };
  fulfill(answer: { status: number; headers: { [name: string]: string }; body: string }): Promise<unknown>;
  abort(code?: string): Promise<unknown>;
}

/** A Playwright `Page` or `BrowserContext`, as far as requests go. */
export interface RoutablePage {
  route(url: string, handler: (route: RouteLike) => Promise<unknown>): Promise<unknown>;
}

/** What of a Playwright `Locator` is used. */
export interface LocatorLike {
  count(): Promise<number>;
  first(): LocatorLike;
  locator(selector: string): LocatorLike;
  getByRole(role: 'button' | 'textbox' | 'heading', options?: { name?: string | RegExp; exact?: boolean }): LocatorLike;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  innerText(): Promise<string>;
  isVisible(): Promise<boolean>;
  getAttribute(name: string): Promise<string | null>;
  evaluate<Result>(inPage: (element: SVGElement | HTMLElement) => Result): Promise<Result>;
  filter(options: { hasText: string }): LocatorLike;
}

/** A Playwright `Page`. */
export interface TestPage {
  url(): string;
  locator(selector: string): LocatorLike;
  waitForTimeout(ms: number): Promise<void>;
}

/** Choices of `signIn` and `setUp`. */
export interface SignInOptions {
  /** The code of the mail; that of `createTestServer` unless given. */
  readonly code?: string;
  /** Called where a link is waited for, to confirm it: `() => server.confirm(userId)`. */
  readonly onMail?: () => unknown;
  /** Which element, where a page has several, or under another name: a selector; `mpin-pinpad` unless given. */
  readonly element?: string;
  /** Milliseconds for the whole; 15,000 unless given. */
  readonly timeout?: number;
  /** Origins of test pages that are neither loopback nor reserved for tests. */
  readonly origins?: readonly string[];
}

const LOOK_AGAIN_MS = 25;
const TIMEOUT_MS = 15_000;

/** Answers a page's requests to a base URL. */
export function routeTo(page: RoutablePage, base: string, ask: (asked: Asked) => Promise<Answer | undefined>): Promise<unknown> {
  return page.route(`${base}/**`, async (route) => {
    const request = route.request();
    const answered = await ask({ method: request.method(), url: request.url(), origin: request.headers()['origin'], body: request.postData() ?? '' });
    await (answered === undefined ? route.abort('connectionfailed') : route.fulfill({ ...answered, headers: { ...answered.headers } }));
  });
}

/**
 * Signs somebody in, by the keys and buttons that a person uses, whatever the page's language: sets them up first
 * where this browser does not know them yet. Resolves when the element says so, or has gone with the page.
 *
 * @throws MpinError ABORTED with what the element shows, where it cannot go on; TIMEOUT; INVALID_CONFIGURATION outside tests
 */
export async function signIn(page: TestPage, user: TestUser, options: SignInOptions = {}): Promise<void> {
  await walk(page, user, options, ['signed-in', 'gone']);
}

/** The same as far as "Congratulations!", for tests that begin there. @throws as `signIn` */
export async function setUp(page: TestPage, user: TestUser, options: SignInOptions = {}): Promise<void> {
  await walk(page, user, options, ['set-up']);
}

/** Goes from screen to screen until one of `ends` is there. */
async function walk(page: TestPage, user: TestUser, options: SignInOptions, ends: readonly string[]): Promise<void> {
  const { element = 'mpin-pinpad', timeout = TIMEOUT_MS, origins = [], code = DEFAULT_CODE, onMail } = options;
  assertTesting(origins);
  if (page.url().startsWith('http')) assertTestPage(new URL(page.url()).origin, origins);
  const pad = page.locator(element).first();
  const until = Date.now() + timeout;
  const done = new Map<string, number>();
  for (;;) {
    const shown = await look(pad);
    if (ends.includes(shown.state)) return;
    const step = STEPS[shown.state];
    if (step !== undefined) {
      const times = done.get(shown.state) ?? 0;
      if (times === step.times) throw new MpinError('ABORTED', `The element does not let ${user.userId} in: it shows "${shown.says}"`);
      const filledIn = await step.act({ pad, user, code, onMail });
      if (filledIn) done.set(shown.state, times + 1);
      const after = await look(pad);
      // A PIN that submits itself has gone on already.
      if (filledIn && after.state === shown.state) await pad.locator('[part~="primary"]').click();
      await changed(page, pad, filledIn ? after : shown, until);
    } else {
      // Nothing is shown yet, or what was asked for is on its way.
      await changed(page, pad, shown, until);
    }
  }
}

/** What is shown: the machine's state, and what tells two screens of one state apart. `gone` where there is no element. */
interface Shown {
  readonly state: string;
  readonly says: string;
}

async function look(pad: LocatorLike): Promise<Shown> {
  const gone = { state: 'gone', says: '' };
  if (await pad.count() === 0) return gone;
  // While the page moves on there may be an element and then none.
  return pad.evaluate((element) => {
    const root = element.shadowRoot;
    const ready = root?.querySelector('[part~="screen"]:not([aria-busy])');
    const says = ['title', 'message'].map((part) => ready?.querySelector(`[part~="${part}"]`)?.textContent?.trim() ?? '').filter((text) => text !== '');
    return { state: ready && 'state' in element ? String(element.state) : 'starting', says: says.join(': ') };
  }).catch(() => gone);
}

/** Waits until something else is shown, and what was asked for has been answered. */
async function changed(page: TestPage, pad: LocatorLike, before: Shown, until: number): Promise<void> {
  for (;;) {
    const now = await look(pad);
    const same = now.state === before.state && now.says === before.says;
    if (!same && !PASSING.includes(now.state)) return;
    if (Date.now() > until) throw new MpinError('TIMEOUT', `The element has not gone on from "${now.state}": "${now.says}"`);
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
}

/** Screens that go on by themselves. */
const PASSING: readonly string[] = ['starting', 'authenticating', 'registering'];
