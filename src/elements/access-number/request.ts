import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MpinClient, PhoneRequest, PhoneSignIn, PhoneStatus } from '../../client/index.ts';
import { problemOf } from '../../client/problem-of.ts';
import { MpinError } from '../../errors.ts';
import type { Problem } from '../../machine/index.ts';
import type { Clock } from './countdown.ts';
import { Outage } from './outage.ts';

/** What the element needs of a client. */
export type PhoneClient = Pick<MpinClient, 'signInByPhone' | 'discover'>;

/** Why no number is shown or counted down. */
export type Halt = 'declined' | 'paused' | 'signed-out' | { readonly problem: Problem };

/** What there is to show. */
export interface PhoneView {
  /** The service's name, once it is known. */
  readonly service: string;
  /** Where a phone can enter the number, as a person types it: without the scheme, which browsers add, and what names a project, which the page asks for. */
  readonly address: string;
  readonly request: PhoneRequest | undefined;
  readonly status: PhoneStatus;
  readonly halt: Halt | undefined;
  readonly signedIn: PhoneSignIn | undefined;
  /** Another number was asked for and is not there yet. */
  readonly busy: boolean;
}

/** What the element does about it. */
export interface PhoneHooks {
  readonly client: () => PhoneClient;
  readonly clock: () => Clock;
  readonly nonce: () => string;
  /** A session that somebody else started; empty where this element starts its own. */
  readonly accessId: () => string;
  /** Whether a number that expired may be followed by another without anybody asking for it. */
  readonly mayRenew: () => boolean;
  readonly onChange: (view: PhoneView, before: PhoneView) => void;
}

const NOTHING: PhoneView = { service: '', address: '', request: undefined, status: 'waiting', halt: undefined, signedIn: undefined, busy: true };

/** An address as short as it can be typed. */
const typed = (address = ''): string => address.replace(/^https:\/\/|\?.*/gu, '');

/** Asks for numbers, waits for a phone, and keeps what there is to show. One request is under way at a time. */
export class PhoneRequestController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hooks: PhoneHooks;
  readonly #outage: Outage;
  #view = NOTHING;
  #running: AbortController | undefined;
  /** The page was left while a number was shown, and may be come back to. */
  #left = false;

  constructor(host: ReactiveControllerHost, hooks: PhoneHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#outage = new Outage(hooks.clock);
    host.addController(this);
  }

  get view(): PhoneView {
    return this.#view;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onLeave);
    addEventListener('pageshow', this.#onReturn);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('pageshow', this.#onReturn);
    this.#left = false;
    this.stop();
  }

  /** Gives up whatever is under way. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Asks for a number in place of the one that is shown, which stays until the other is there. */
  renew(): void {
    this.stop();
    const controller = new AbortController();
    this.#running = controller;
    this.#change({ halt: undefined, signedIn: undefined, status: 'waiting', busy: true });
    this.#run(controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) this.#fail(problemOf(error), controller.signal);
    });
  }

  /** Where the server is away, the number comes by itself once it is back; whoever is signed in stays so. */
  #fail(problem: Problem, signal: AbortSignal): void {
    this.#change({ halt: haltOf(problem), busy: false });
    if (this.#view.signedIn !== undefined || !Outage.is(problem)) return;
    const client = this.#hooks.client();
    this.#outage.end(() => client.discover({ signal, fresh: true }), signal).then(() => { if (!signal.aborted) this.renew(); }, () => undefined);
  }

  /** "Not you?": ends the sign-in and shows a number again. @returns whose it was */
  async refuse(): Promise<string | undefined> {
    const { signedIn } = this.#view;
    if (signedIn === undefined) return undefined;
    this.renew();
    await signedIn.signOut().catch(() => undefined);
    return signedIn.userId;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const client = this.#hooks.client();
    const project = await client.discover({ signal });
    this.#change({ service: project.name, address: typed(project.mobileUrl) });
    const { nonce, mayRenew, accessId } = this.#hooks;
    const signedIn = await client.signInByPhone({
      signal, mayRenew, accessId: accessId() || undefined,
      get nonce() { return nonce() || undefined; },
      onRequest: (request) => { if (!signal.aborted) this.#show(request); },
      onStatus: (status) => { if (!signal.aborted) this.#change({ status }); },
    });
    if (signal.aborted) return;
    this.#change({ signedIn, busy: false });
    await signedIn.untilSignedOut({ signal }).catch((error: unknown) => {
      // When nobody can end it any more, it stays.
      if (error instanceof MpinError && error.code === 'SESSION_EXPIRED') return new Promise<never>(() => undefined);
      throw error;
    });
    if (!signal.aborted) this.#change({ signedIn: undefined, request: undefined, halt: 'signed-out' });
  }

  /** A page that is left takes its number with it: nobody would be there whom a phone could sign in. */
  readonly #onLeave = (): void => {
    if (this.#running === undefined || this.#view.signedIn !== undefined) return;
    this.#left = true;
    this.stop();
  };

  /** A page that comes out of the browser's memory shows another one. */
  readonly #onReturn = (): void => {
    if (!this.#left) return;
    this.#left = false;
    this.renew();
  };

  #show(request: PhoneRequest): void {
    this.#outage.over();
    this.#change({ request, status: 'waiting', busy: false });
  }

  #change(change: Partial<PhoneView>): void {
    const before = this.#view;
    this.#view = { ...before, ...change };
    this.#hooks.onChange(this.#view, before);
    this.#host.requestUpdate();
  }
}

function haltOf(problem: Problem): Halt {
  if (problem.code === 'REQUEST_DECLINED') return 'declined';
  return problem.code === 'REQUEST_EXPIRED' ? 'paused' : { problem };
}
