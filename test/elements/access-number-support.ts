import type { PhoneClient } from '../../src/elements/access-number/request.ts';
import type { Clock } from '../../src/elements/access-number/countdown.ts';
import type { PhoneRequest, PhoneSignIn, PhoneSignInOptions, PhoneStatus, ProjectConfiguration } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';
import { MpinAccessNumber } from '../../src/elements/mpin-access-number.ts';

export const NUMBERS = ['3141594', '2718286', '1111116', '9876545'];

/** Time that passes only when it is told to. */
export class HandClock implements Clock {
  #now = 1_700_000_000_000;
  #timers: { readonly at: number; readonly act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + ms, act };
    this.#timers.push(timer);
    return () => { this.#timers = this.#timers.filter((one) => one !== timer); };
  }

  /** How many wait for their time. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets so many seconds pass, waking everybody in their turn. */
  pass(seconds: number): void {
    const end = this.#now + seconds * 1000;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
    }
    this.#now = end;
  }
}

/** A server's side, played by the test: numbers as they are asked for, and what a phone does. */
export class PlayedClient implements PhoneClient {
  readonly asked: PhoneSignInOptions[] = [];
  readonly shown: PhoneRequest[] = [];
  signedOut = 0;
  /** Whether nobody reaches it; and how often somebody tried to, or did. */
  away = false;
  reached = 0;
  /** Where a phone enters numbers. */
  mobileUrl: string | undefined;
  /** What asking ends in, where it does not go well. */
  refusal: MpinError | undefined;
  /** Whether there are numbers, or codes alone. */
  numbers = true;
  /** Asking takes until this is called. */
  held: Promise<void> | undefined;
  readonly #clock: Clock;
  #settle: { resolve: (signedIn: PhoneSignIn) => void; reject: (error: unknown) => void } | undefined;
  #endSignIn = (): void => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async discover(): Promise<ProjectConfiguration> {
    this.reached += 1;
    if (this.away) throw new MpinError('OFFLINE', 'away');
    return { name: 'Northwind Bank', mobileUrl: this.mobileUrl, endpoints: { session: 'https://auth.example.com/rps/v2/session' } } as ProjectConfiguration;
  }

  async signInByPhone(options: PhoneSignInOptions): Promise<PhoneSignIn> {
    this.asked.push(options);
    await this.held;
    if (this.refusal) throw this.refusal;
    this.#show(options);
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      options.signal?.addEventListener('abort', () => reject(new MpinError('ABORTED', 'given up')));
    });
  }

  #show({ onRequest }: PhoneSignInOptions): void {
    const accessNumber = this.numbers ? NUMBERS[this.shown.length % NUMBERS.length] : undefined;
    const request = { accessNumber, link: `https://auth.example.com/mobile-login/#${'x'.repeat(21)}${this.shown.length}`, expiresAtMs: this.#clock.now() + 99_000, lifetimeMs: 99_000 };
    this.shown.push(request);
    onRequest(request);
  }

  get #last(): PhoneSignInOptions {
    const last = this.asked.at(-1);
    if (last === undefined) throw new Error('Nothing was asked for');
    return last;
  }

  /** What the real client does when a number expired. */
  expire(): void {
    if (this.#last.mayRenew?.() === false) this.#settle?.reject(new MpinError('REQUEST_EXPIRED', 'expired'));
    else this.#show(this.#last);
  }

  tell(status: PhoneStatus): void {
    this.#last.onStatus?.(status);
  }

  decline(): void {
    this.#settle?.reject(new MpinError('REQUEST_DECLINED', 'declined'));
  }

  approve(userId: string): void {
    this.#settle?.resolve({
      userId, token: 'a.b.c',
      signOut: async () => { this.signedOut += 1; },
      untilSignedOut: () => new Promise((resolve) => { this.#endSignIn = resolve; }),
    });
  }

  signOutOnPhone(): void {
    this.#endSignIn();
  }
}

MpinAccessNumber.define();

/** Puts the element on the page, with a server and a clock of the test's. */
export async function mountNumber(attributes: Readonly<Record<string, string>> = {}, before: (client: PlayedClient) => void = () => undefined): Promise<{ element: MpinAccessNumber; client: PlayedClient; clock: HandClock }> {
  const clock = new HandClock();
  const client = new PlayedClient(clock);
  before(client);
  const element = document.createElement('mpin-access-number');
  for (const [name, value] of Object.entries({ lang: 'en', ...attributes })) element.setAttribute(name, value);
  Object.assign(element, { clock, client });
  document.body.append(element);
  return { element, client, clock };
}
