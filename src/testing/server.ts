import { MpinClient } from '../client/client.ts';
import { MpinError } from '../errors.ts';
import { memoryStorage } from '../storage/index.ts';
import { answer, refused, type Answer, type Asked } from './api.ts';
import { DEFAULT_CODE } from './fixed.ts';
import { Failure } from './failure.ts';
import { assertTesting } from './guard.ts';
import { listenerOf, type Listener } from './listener.ts';
import { routeTo, type RoutablePage } from './playwright.ts';
import { DEFAULT_PROJECT, type TestProject } from './project.ts';
import { State } from './state.ts';

/** Somebody in a test. The server never learns the PIN: it is what `signIn` types, and what `client` sets up with. */
export interface TestUser {
  readonly userId: string;
  readonly pin: string;
}

/** How a test's server is made; nothing is needed. */
export interface TestServerOptions {
  /** Its base URL: the `server` of the elements, where `install` and `route` answer. `https://auth.example.test` unless given. */
  readonly url?: string;
  /** Those whom `client` finds by their user id. */
  readonly users?: readonly TestUser[];
  /** The code of every mail: six digits, `123456` unless given. */
  readonly code?: string;
  /** Unix milliseconds; `Date.now` unless given. */
  readonly now?: () => number;
  /** What discovery says of the project, where it is to differ. */
  readonly project?: Partial<TestProject>;
  /** Origins of the tests' pages that are neither loopback nor reserved for tests. */
  readonly origins?: readonly string[];
}

/** What may go wrong with the next request. */
export type Trouble = 'offline' | 'rate-limited' | 'server-error';

/** Where something goes wrong. */
export interface TroubleOptions {
  /** Only for requests whose path ends so, such as `/pass1`; any request unless given. */
  readonly path?: string;
  /** How many requests; 1 unless given. */
  readonly times?: number;
}

/** A request that arrived, without anything that it carried. */
export interface Received {
  readonly method: string;
  readonly path: string;
  /** 0 for a connection that broke. */
  readonly status: number;
}

const RETRY_SECONDS = 30;

/** A platform in memory, for the tests of a site: the protocol's own mathematics, and everything else fixed. */
export class TestServer {
  /** The elements' `server`. */
  readonly url: string;
  readonly users: readonly TestUser[];
  /** The code of every mail. */
  readonly code: string;
  /** What arrived so far, oldest first. */
  readonly received: Received[] = [];
  /** For `http.createServer(server.listener)`, where the site's own server asks as well; answers at whatever address it is bound to. */
  readonly listener: Listener;
  readonly #state: State;
  readonly #origins: readonly string[];
  #troubles: { readonly trouble: Trouble; readonly path: string; left: number }[] = [];
  #online = true;

  constructor(options: TestServerOptions = {}) {
    const { url = 'https://auth.example.test', users = [], code = DEFAULT_CODE, now = Date.now, project = {}, origins = [] } = options;
    assertTesting(origins);
    if (!URL.canParse(url)) throw new MpinError('INVALID_ARGUMENT', '`url` must be an absolute URL');
    if (!/^\d{6}$/u.test(code)) throw new MpinError('INVALID_ARGUMENT', '`code` must be six digits');
    this.url = new URL(url).origin;
    this.users = users;
    this.code = code;
    this.#origins = origins;
    this.#state = new State({ ...DEFAULT_PROJECT, ...project }, code, now);
    this.listener = listenerOf((asked) => this.#ask(asked));
  }

  get projectId(): string {
    return this.#state.project.id;
  }

  /** `fetch` to this server alone: for `MpinClient`, and for anything else that takes one. Rejects as the real one while offline. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { location } = globalThis as { location?: { readonly origin: string } };
    const origin = location !== undefined && location.origin !== 'null' ? location.origin : undefined;
    const answered = await this.#ask({ method: request.method, url: request.url, origin, body: await request.text() });
    if (answered === undefined) throw new TypeError('Failed to fetch');
    const { status, headers, body } = answered;
    return new Response(status === 204 ? null : body, { status, headers: { ...headers } });
  };

  /** Takes the place of the page's `fetch` for requests to `url`; all others go where they went. @returns how to undo it */
  install(): () => void {
    const { fetch } = globalThis;
    const ours: typeof fetch = (input, init) => {
      const { href } = new URL(input instanceof Request ? input.url : input, globalThis.location?.href);
      return href.startsWith(`${this.url}/`) ? this.fetch(input, init) : fetch(input, init);
    };
    globalThis.fetch = ours;
    return () => { if (globalThis.fetch === ours) globalThis.fetch = fetch; };
  }

  /** Answers a Playwright page's requests to `url`, or those of all pages of a browser context. */
  route(page: RoutablePage): Promise<unknown> {
    return routeTo(page, this.url, (asked) => this.#ask(asked));
  }

  /**
   * A client with identities of its own, as if these users had set up this device: for an element's `client`.
   *
   * @param userIds - of `users`; in the order in which they last signed in, the last one first
   * @throws MpinError INVALID_ARGUMENT for somebody who is not among them
   */
  async client(...userIds: readonly string[]): Promise<MpinClient> {
    const { now } = this.#state;
    const client = new MpinClient({ server: this.url, project: this.projectId, storage: memoryStorage(), fetch: this.fetch, now });
    for (const userId of userIds) {
      const user = this.users.find((one) => one.userId === userId);
      if (user === undefined) throw new MpinError('INVALID_ARGUMENT', `${userId} is not among the server's \`users\``);
      await client.register(await client.useActivationToken({ userId, activationToken: this.activationToken(userId) }), user.pin);
    }
    return client;
  }

  /** For `activation-token`: as if the site's own verification had confirmed this user. */
  activationToken(userId: string): string {
    return this.#state.activate(userId);
  }

  /** Somebody opens the mail's link and confirms. @throws MpinError INVALID_ARGUMENT where none was sent */
  confirm(userId: string): void {
    this.#verification(userId).state = 'confirmed';
  }

  /** Somebody opens the mail's link and refuses. @throws MpinError INVALID_ARGUMENT where none was sent */
  cancel(userId: string): void {
    this.#verification(userId).state = 'cancelled';
  }

  /** Lets the last mail's link or code lapse. @throws MpinError INVALID_ARGUMENT where none was sent */
  expire(userId: string): void {
    this.#verification(userId).state = 'expired';
  }

  /** Revokes all identities of a user, as wrong PINs or an administrator would. */
  lock(userId: string): void {
    for (const identity of this.#identities(userId)) identity.state = 'revoked';
  }

  /** Lets all identities of a user lapse through inactivity. */
  lapse(userId: string): void {
    for (const identity of this.#identities(userId)) identity.state = 'expired';
  }

  /** A phone answers the number that is shown now. @throws MpinError INVALID_ARGUMENT where none is */
  approveByPhone(userId: string): void {
    const session = this.#state.sessions.findLast(({ expiresAtMs, status }) => expiresAtMs !== undefined && status !== 'authenticated' && status !== 'abort');
    if (session === undefined) throw new MpinError('INVALID_ARGUMENT', 'No number is waiting for a phone');
    session.status = 'authenticated';
    session.userId = userId;
  }

  /** Takes the server away, until `goOnline`. */
  goOffline(): void {
    this.#online = false;
  }

  goOnline(): void {
    this.#online = true;
  }

  /** Lets something go wrong with the next request, or several. */
  failNext(trouble: Trouble, { path = '', times = 1 }: TroubleOptions = {}): void {
    this.#troubles.push({ trouble, path, left: times });
  }

  /** Counts the next PINs as wrong, whatever is typed. */
  refusePins(times = 1): void {
    this.#state.wrongPins += times;
  }

  async #ask(asked: Asked): Promise<Answer | undefined> {
    const { method, url } = asked;
    const path = new URL(url).pathname;
    const answered = await this.#withTrouble(asked, path);
    if (method !== 'OPTIONS') this.received.push({ method, path, status: answered?.status ?? 0 });
    return answered;
  }

  async #withTrouble(asked: Asked, path: string): Promise<Answer | undefined> {
    const due = asked.method === 'OPTIONS' ? undefined : this.#troubles.find((one) => one.left > 0 && path.endsWith(one.path));
    if (due !== undefined) due.left -= 1;
    if (!this.#online || due?.trouble === 'offline') return undefined;
    if (due?.trouble === 'rate-limited') return refused(asked, new Failure(429, 'REQUEST_BACKOFF', { backoff: String(this.#state.seconds() + RETRY_SECONDS) }));
    if (due?.trouble === 'server-error') return refused(asked, new Failure(500, 'INTERNAL_ERROR'));
    return answer(this.#state, asked, this.#origins);
  }

  #verification(userId: string): NonNullable<ReturnType<State['verificationOf']>> {
    const verification = this.#state.verificationOf({ userId });
    if (verification === undefined) throw new MpinError('INVALID_ARGUMENT', `No mail was sent to ${userId}`);
    return verification;
  }

  #identities(userId: string): Iterable<{ state: 'active' | 'revoked' | 'expired' }> {
    return [...this.#state.identities.values()].filter((identity) => identity.userId === userId);
  }
}

/**
 * Makes a server for a site's tests.
 *
 * @throws MpinError INVALID_CONFIGURATION in a production build, and on a page that may be anybody's; INVALID_ARGUMENT
 */
export const createTestServer = (options?: TestServerOptions): TestServer => new TestServer(options);
