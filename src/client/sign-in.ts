import { MpinError } from '../errors.ts';
import { assertPin } from '../protocol/pin.ts';
import type { Identity, IdentityState } from '../storage/types.ts';
import { authenticate, noteAndThrow, type SignInRun } from './authentication.ts';
import { requestChallenge, type Challenge } from './challenge.ts';
import { seconds, type Context } from './context.ts';
import { aborted } from './http.ts';
import { loadOneTimePassword, loadSetUp } from './later.ts';
import { isRefusal, proveReplacement, settle, type Outcome } from './outcome.ts';
import type { SignInAttempt, SignInOptions, SignInResult } from './types.ts';
import { assertText } from './text.ts';
import type { AuthenticationAnswer } from './wire.ts';

/** How old a y may be when pass 2 is sent: with `pass2U` the server keeps it for 180 s, else perhaps for 15 s. */
const FRESH_MS = 150_000;
const FRESH_WITHOUT_U_MS = 10_000;

/** What a sign-in works with once it is loaded. */
interface Loaded {
  readonly run: SignInRun;
  readonly stored: Identity;
  /** The renewed identity that waits beside it. */
  readonly renewal: Identity | undefined;
}

/** A challenge under way or made. */
interface Asked {
  readonly challenge: Promise<Challenge>;
  /** The same, once it is there. */
  made?: Challenge;
  readonly atMs: number;
}

/** One person at one keypad: see the interface (docs/protocol.md 6). */
export class SignIn implements SignInAttempt {
  readonly #context: Context;
  readonly #options: SignInOptions;
  readonly #controller = new AbortController();
  #identityId: string;
  #loaded: Promise<Loaded> | undefined;
  /** The same, once it is there: `finish` then sends pass 2 before it gives way to anything. */
  #ready: Loaded | undefined;
  #asked: Asked | undefined;
  #finishing = false;

  constructor(context: Context, identityId: string, options: SignInOptions) {
    if (options.nonce !== undefined) assertText(options.nonce, 'nonce', 256);
    if (options.accessId !== undefined) assertText(options.accessId, 'accessId', 1024);
    this.#context = context;
    this.#identityId = identityId;
    this.#options = options;
  }

  async prepare(): Promise<void> {
    const { run, renewal } = await this.#load();
    if (!run.wire.offers('pass2U')) return;
    await this.#fresh().catch((error: unknown) => {
      if (renewal !== undefined && isRefusal(error)) return undefined;
      return noteAndThrow(run, this.#identityId, error);
    });
  }

  firstDigit(): void {
    // A failure shows at `finish`, which tries again.
    this.#fresh().catch(() => undefined);
  }

  async finish(pin: string): Promise<SignInResult> {
    const { identity, jwt, otp, signOutHandle } = await this.signIn(pin);
    const oneTimePassword = this.#options.scope === 'otp' ? (await loadOneTimePassword()).readOneTimePassword(otp, this.#context.now()) : undefined;
    return { userId: identity.userId, ...(oneTimePassword && { oneTimePassword }), ...(jwt && { token: jwt }), ...(signOutHandle && { signOutHandle }) };
  }

  /** `finish`, which also tells the identity that signed in: a renewal may have replaced the one it began with. */
  async signIn(pin: string): Promise<Outcome> {
    assertPin(pin);
    if (this.#finishing) throw new MpinError('INVALID_ARGUMENT', 'This sign-in is being finished already');
    this.#finishing = true;
    try {
      const loaded = this.#ready ?? await this.#load();
      assertPin(pin, loaded.stored.pinLength);
      const outcome = await this.#prove(loaded, pin);
      this.#identityId = outcome.identity.id;
      await this.#context.storage.change(loaded.run.where, outcome.identity.id, { lastUsedAt: seconds(this.#context) });
      return outcome;
    } finally {
      this.#finishing = false;
      this.#loaded = undefined;
      this.#ready = undefined;
    }
  }

  cancel(): void {
    this.#controller.abort();
    this.#asked?.challenge.then(({ proof }) => {
      proof.destroy();
    }, () => undefined);
    this.#asked = undefined;
  }

  async #prove(loaded: Loaded, pin: string): Promise<Outcome> {
    const { run, stored, renewal } = loaded;
    if (renewal !== undefined) {
      const { proveRenewal } = await loadSetUp();
      return proveRenewal(run, stored, renewal, pin, this.#take(loaded));
    }
    let answer: AuthenticationAnswer;
    try {
      answer = await authenticate(run, stored, pin, this.#take(loaded));
    } catch (error) {
      const done = isRefusal(error) ? await proveReplacement(run, stored, pin) : undefined;
      return done ?? noteAndThrow(run, stored.id, error);
    }
    return settle(run, stored, pin, answer);
  }

  async #fresh(): Promise<Challenge> {
    return this.#current(this.#ready ?? await this.#load()).challenge;
  }

  /** Taken, a challenge serves nobody else. */
  #take(loaded: Loaded): Challenge | Promise<Challenge> {
    const { made, challenge } = this.#current(loaded);
    this.#asked = undefined;
    return made ?? challenge;
  }

  /** A challenge that is fresh enough: the one under way or made, else a new one. */
  #current({ run, stored, renewal }: Loaded): Asked {
    const now = this.#context.now();
    const maxAge = run.wire.offers('pass2U') ? FRESH_MS : FRESH_WITHOUT_U_MS;
    const usable = this.#asked !== undefined && now - this.#asked.atMs <= maxAge;
    this.#asked = usable && this.#asked !== undefined ? this.#asked : this.#ask(run, renewal ?? stored, now);
    return this.#asked;
  }

  #ask(run: SignInRun, identity: Identity, atMs: number): Asked {
    const challenge = requestChallenge(run.context, run.wire, identity, run.scope, run.signal);
    const asked: Asked = { challenge, atMs };
    challenge.then((made) => {
      asked.made = made;
    }, () => {
      if (this.#asked === asked) this.#asked = undefined;
    });
    return asked;
  }

  #load(): Promise<Loaded> {
    if (this.#loaded !== undefined) return this.#loaded;
    const loading = this.#read();
    this.#loaded = loading;
    loading.then((loaded) => {
      if (this.#loaded === loading) this.#ready = loaded;
    }, () => {
      if (this.#loaded === loading) this.#loaded = undefined;
    });
    return loading;
  }

  async #read(): Promise<Loaded> {
    const { signal } = this.#controller;
    const context = this.#context;
    if (signal.aborted) throw aborted();
    const wire = await context.wire(signal);
    const where = await context.scope(signal);
    const stored = await context.storage.open(where, this.#identityId);
    assertUsable(stored.state);
    const renewal = await context.storage.renewal(where, stored.id);
    const { scope = 'jwt', accessId, clientId } = this.#options;
    if (scope === 'otp') (await loadOneTimePassword()).assertMakesPasswords(clientId, wire.offers('oneTimePassword'));
    if (scope === 'oidc' && accessId !== undefined) await wire.tellUser(accessId, stored.userId, signal);
    return { run: { context, wire, where, scope, options: this.#options, signal }, stored, renewal };
  }
}

/** What is known to be over is not asked again. */
function assertUsable(state: IdentityState): void {
  if (state === 'revoked') throw new MpinError('IDENTITY_REVOKED', 'This identity is revoked; register again');
  if (state === 'expired') throw new MpinError('IDENTITY_EXPIRED', 'This identity was not used for too long; register again');
  if (state === 'damaged') throw new MpinError('IDENTITY_DAMAGED', 'This identity cannot be used; register again');
}
