import { MpinError } from '../errors.ts';
import { browserStorage } from '../storage/indexed-db.ts';
import type { Scope } from '../storage/types.ts';
import { VERSION } from '../version.ts';
import type { Confirmations } from './confirmation.ts';
import { summary, type Context } from './context.ts';
import { discover } from './discovery.ts';
import { abortable, type Transport } from './http.ts';
import { loadPhoneAnswer, loadPhoneSignIn, loadProof, loadSetUp } from './later.ts';
import type { OwnedIdentities } from './owned-identities.ts';
import type { PendingRegistrations } from './pending.ts';
import type { Registrations } from './registration.ts';
import type { PhoneSignIn, PhoneSignInOptions } from './phone-sign-in.ts';
import type { RequestDetails } from './phone-wire.ts';
import type { QuickCode } from './quick-code.ts';
import { secureUrl } from './shape.ts';
import { SignIn } from './sign-in.ts';
import type {
  IdentitySummary, MpinClientOptions, PendingRegistration, ProjectConfiguration, Signature, SignInAttempt, SignInOptions, StartOptions,
} from './types.ts';
import { Wire } from './wire.ts';

const TIMEOUT_MS = 10_000;

/**
 * M-Pin with one server and project, for any page or Node process: registers identities on this device and signs in
 * and signs with them. Speaks docs/protocol.md; needs no element. Every failure is an `MpinError`; besides the codes
 * named at each method there are those of the way to the server (OFFLINE, TIMEOUT, ABORTED, SERVER_ERROR,
 * INVALID_RESPONSE, RATE_LIMITED, ORIGIN_NOT_ALLOWED, UNKNOWN_PROJECT, PROJECT_MISMATCH) and of the storage.
 *
 * PINs are strings of 4 to 6 ASCII digits; they are forgotten when the call ends.
 */
export class MpinClient {
  readonly #server: string;
  readonly #project: string | undefined;
  readonly #transport: Transport;
  readonly #context: Context;
  #discovered: Promise<ProjectConfiguration> | undefined;
  #toldRemovals = false;

  /** @throws MpinError INVALID_CONFIGURATION */
  constructor(options: MpinClientOptions) {
    this.#server = serverUrl(options.server);
    this.#project = projectId(options.project);
    this.#transport = transportOf(options);
    this.#context = {
      storage: options.storage ?? browserStorage(),
      random: options.random,
      deviceOn: options.deviceOn,
      now: this.#transport.now,
      wire: async (signal) => new Wire(this.#transport, await this.#configuration(signal), this.#server),
      scope: (signal) => this.#scope(signal),
    };
  }

  /**
   * What the server and project are (docs/protocol.md 2). Asked once and remembered; a failure is forgotten.
   *
   * @param fresh - asks in any case; what was known stays so if that fails
   * @throws MpinError UNKNOWN_PROJECT, PROJECT_MISMATCH, ORIGIN_NOT_ALLOWED, UNSUPPORTED_CURVE
   */
  discover({ signal, fresh = false }: { signal?: AbortSignal | undefined; fresh?: boolean } = {}): Promise<ProjectConfiguration> {
    return fresh ? this.#discoverAnew(signal) : this.#configuration(signal);
  }

  /** This server's and project's identities on this device, last used first, without any secret. */
  async identities(): Promise<IdentitySummary[]> {
    const found = await this.#context.storage.identities(await this.#context.scope());
    // What comes next takes more of the script, which may come while people read and type. A failure shows when it is used.
    (found.length === 0 ? loadSetUp() : loadProof()).catch(() => undefined);
    void this.#tellRemovals();
    return found.map(summary);
  }

  /** The newest registration under way: what a reloaded page goes on from. */
  async pending(): Promise<PendingRegistration | undefined> {
    const any = (await this.#context.storage.pending(await this.#context.scope())).length > 0;
    return any ? (await this.#pending()).current() : undefined;
  }

  /**
   * Asks for a mail to prove an address. Where the server hands the confirmation over, a session is opened first, so
   * that only this client can make an identity from it (docs/protocol.md 3.1, 4.1).
   *
   * @throws MpinError INVALID_USER_ID, INVALID_DEVICE_NAME; RATE_LIMITED with `retryAt`
   */
  async startRegistration(options: StartOptions): Promise<PendingRegistration> {
    return (await this.#registrations()).start(options);
  }

  /** Asks for another mail. @throws MpinError RATE_LIMITED with `retryAt`; CODE_EXPIRED when there is nothing to go on with */
  async resend(pending: PendingRegistration): Promise<PendingRegistration> {
    return (await this.#registrations()).resend(pending);
  }

  /**
   * Waits until the address is confirmed, on whatever device. Outlasts a server that is away and rests while the page
   * is hidden. Without hand-over it waits for the link to be opened in another tab of this browser.
   *
   * @param onConnection - hears when the connection is lost, and when it is back
   * @throws MpinError CODE_EXPIRED, CONFIRMATION_CANCELLED, ABORTED
   */
  async waitForConfirmation(
    pending: PendingRegistration, { signal, onConnection }: { signal?: AbortSignal | undefined; onConnection?: (online: boolean) => void } = {},
  ): Promise<void> {
    return (await this.#confirmations()).wait(pending, signal ?? new AbortController().signal, onConnection);
  }

  /** Asks once how far the confirmation is. */
  async checkConfirmation(pending: PendingRegistration): Promise<PendingRegistration['state']> {
    return (await this.#confirmations()).check(pending);
  }

  /**
   * Confirms with the digits of the mail (docs/protocol.md 4.3).
   *
   * @throws MpinError INVALID_ARGUMENT, before anything is sent; CODE_WRONG, with `attemptsLeft` where the server
   *   tells; CODE_EXPIRED
   */
  async confirmCode(pending: PendingRegistration, code: string): Promise<void> {
    return (await this.#confirmations()).confirmCode(pending, code);
  }

  /**
   * Goes on from a page that was opened with `?user_id=…&code=…`, on servers that answer their mails so (docs/protocol.md 4.5).
   *
   * @throws MpinError CODE_WRONG, CODE_EXPIRED
   */
  async openLink(link: { userId: string; code: string }): Promise<PendingRegistration> {
    return (await this.#registrations()).openLink(link);
  }

  /** Goes on from an activation token that the site got for its own verified user. Nothing is sent yet. */
  async useActivationToken(given: { userId: string; activationToken: string }): Promise<PendingRegistration> {
    return (await this.#registrations()).useActivationToken(given);
  }

  /**
   * Makes the identity: activation, key pair, both shares, the PIN taken out (docs/protocol.md 5). It replaces this
   * user's earlier identity on this device, once it is stored.
   *
   * @throws MpinError INVALID_PIN, before anything is sent; INVALID_ARGUMENT when nothing is confirmed yet;
   *   CODE_EXPIRED, CONFIRMATION_CANCELLED, ACTIVATION_INVALID, UNSUPPORTED_CURVE
   */
  async register(pending: PendingRegistration, pin: string): Promise<IdentitySummary> {
    return (await this.#registrations()).register(pending, pin);
  }

  /** Forgets a registration under way. */
  async cancelRegistration(pending: PendingRegistration): Promise<void> {
    return (await this.#pending()).remove(pending);
  }

  /**
   * Begins a sign-in; nothing is sent before the attempt is prepared.
   *
   * @param identityId - `id` of one of `identities()`
   * @throws MpinError INVALID_ARGUMENT
   */
  beginSignIn(identityId: string, options: SignInOptions = {}): SignInAttempt {
    return new SignIn(this.#context, identityId, options);
  }

  /**
   * Signs this page in by a phone: shows it numbers and links until one is answered there (docs/protocol.md 3.5 to 3.7). What it shows last is declined
   * when the caller gives up.
   *
   * @throws MpinError REQUEST_DECLINED; REQUEST_EXPIRED where `mayRenew` allows no further number, or the token was collected before; ABORTED
   */
  async signInByPhone(options: PhoneSignInOptions): Promise<PhoneSignIn> {
    const { signInByPhone } = await loadPhoneSignIn();
    return signInByPhone(this.#context, options);
  }

  /**
   * On the phone: finds the request behind an access number, for `requestDetails` and `beginSignIn`.
   *
   * @param identityId - one of `identities()`: numbers are looked up in its name
   * @returns the request's access id
   * @throws MpinError ACCESS_NUMBER_INVALID, before anything is sent where its check digit does not fit, else with `attemptsLeft`; RATE_LIMITED with
   *   `retryAt`; INVALID_ARGUMENT where the identity or the server cannot do this; IDENTITY_REVOKED
   */
  async resolveAccessNumber(identityId: string, accessNumber: string): Promise<string> {
    const { resolveAccessNumber } = await loadPhoneAnswer();
    return resolveAccessNumber(this.#context, identityId, accessNumber);
  }

  /**
   * On the phone: who asks, to be shown before the PIN is asked for; tells the other device that somebody has come. It is answered by `beginSignIn`
   * with scope `oidc` and its access id, which may then fail with REQUEST_EXPIRED, REQUEST_CLAIMED or REQUEST_DECLINED.
   *
   * @param accessId - what follows `#` in the QR code's link, or from `resolveAccessNumber`
   * @throws MpinError REQUEST_EXPIRED, PROJECT_MISMATCH
   */
  async requestDetails(accessId: string, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<RequestDetails> {
    const { requestDetails } = await loadPhoneAnswer();
    return requestDetails(this.#context, accessId, signal);
  }

  /** On the phone: "This is not me". @throws MpinError REQUEST_EXPIRED */
  async declineRequest(accessId: string): Promise<void> {
    const { decline } = await loadPhoneAnswer();
    return decline(this.#context, accessId);
  }

  /**
   * On the phone: ends the sign-in that it made on another device.
   *
   * @param signOutHandle - from the result of that sign-in
   * @throws MpinError SESSION_EXPIRED when it is too late
   */
  async signOutElsewhere(signOutHandle: string): Promise<void> {
    const module = await loadPhoneAnswer();
    return module.signOutElsewhere(this.#context, signOutHandle);
  }

  /**
   * On a device that is set up: makes a code that sets up one more device of the same person, without a mail: `openLink` there, with the code
   * and the user id (docs/protocol.md 10.7).
   *
   * @throws MpinError INVALID_PIN, before anything is sent; as a sign-in; RATE_LIMITED after ten codes a day
   */
  async quickCode(identityId: string, pin: string): Promise<QuickCode> {
    const { quickCode } = await loadPhoneAnswer();
    return quickCode(this.#context, identityId, pin);
  }

  /**
   * Signs a message for an application's server to check (docs/protocol.md 7): a sign-in with scope `dvs-auth`, then a
   * signature made on this device.
   *
   * @param timestamp - Unix seconds; now unless given
   * @throws MpinError INVALID_PIN, INVALID_ARGUMENT, INVALID_TIMESTAMP, before anything is sent; else as a sign-in
   */
  async sign(identityId: string, pin: string, given: { message: Uint8Array; timestamp?: number }): Promise<Signature> {
    const { signMessage } = await loadSetUp();
    return signMessage(this.#context, new SignIn(this.#context, identityId, { scope: 'dvs-auth' }), pin, given);
  }

  /**
   * Renames the device of an identity, at the server first where it can be told (docs/protocol.md 5.6).
   *
   * @throws MpinError INVALID_DEVICE_NAME, IDENTITY_UNKNOWN, IDENTITY_DAMAGED
   */
  async rename(identityId: string, deviceName: string): Promise<void> {
    return (await this.#owned()).rename(identityId, deviceName);
  }

  /**
   * Removes an identity from this device at once, with a reset of its PIN that was begun. The server is told to revoke it where it can be (docs/protocol.md 5.6): now, or as soon as
   * it is reached. Harmless when the identity has gone.
   */
  async remove(identityId: string): Promise<void> {
    return (await this.#owned()).remove(identityId);
  }

  /**
   * Says where this device is to be told of requests from now on (docs/protocol.md 5.6).
   *
   * @param pushToken - for Web Push the JSON of a `PushSubscription`; `''` ends it
   * @throws MpinError IDENTITY_UNKNOWN; INVALID_ARGUMENT where the identity or the server cannot do this
   */
  async keepPushToken(identityId: string, pushToken: string): Promise<void> {
    return (await this.#owned()).keepPushToken(identityId, pushToken);
  }

  /** Tells when identities or registrations have changed, here or in another tab. @returns the way to stop it */
  subscribe(listener: () => void): () => void {
    return this.#context.storage.subscribe(listener);
  }

  async #pending(): Promise<PendingRegistrations> {
    const parts = await loadSetUp();
    return new parts.PendingRegistrations(this.#context);
  }

  async #registrations(): Promise<Registrations> {
    const parts = await loadSetUp();
    return new parts.Registrations(this.#context, await this.#pending(), await this.#owned());
  }

  async #owned(): Promise<OwnedIdentities> {
    const parts = await loadSetUp();
    return new parts.OwnedIdentities(this.#context);
  }

  async #confirmations(): Promise<Confirmations> {
    const parts = await loadSetUp();
    return new parts.Confirmations(this.#context, await this.#pending());
  }

  /** Once in a visit: what was removed while the server could not be told. A failure leaves it for the next time. */
  async #tellRemovals(): Promise<void> {
    if (this.#toldRemovals) return;
    this.#toldRemovals = true;
    try {
      const { storage } = this.#context;
      if ((await storage.removals(await this.#context.scope())).length > 0) await (await this.#owned()).tellRemovals();
    } catch {
      // The storage or the server is away: the next visit tries again.
    }
  }

  #configuration(signal: AbortSignal | undefined): Promise<ProjectConfiguration> {
    const asked = this.#discovered ?? discover(this.#transport, this.#server, this.#project);
    this.#discovered = asked;
    asked.catch(() => {
      if (this.#discovered === asked) this.#discovered = undefined;
    });
    return abortable(asked, signal);
  }

  #discoverAnew(signal: AbortSignal | undefined): Promise<ProjectConfiguration> {
    const asked = discover(this.#transport, this.#server, this.#project);
    asked.then(() => { this.#discovered = asked; }, () => undefined);
    return abortable(asked, signal);
  }

  /** Known without the server where the page names the project, so that a list can be shown offline. */
  async #scope(signal?: AbortSignal): Promise<Scope> {
    return { server: this.#server, projectId: this.#project ?? (await this.#configuration(signal)).id };
  }
}

/** The base URL without trailing slashes. On an https page only https is taken, but for loopback. */
function serverUrl(server: string): string {
  const page = globalThis.location?.protocol === 'https:' ? { protocol: 'https:' } : undefined;
  const url = typeof server === 'string' ? secureUrl(server, page) : undefined;
  if (url === undefined || url.search !== '' || url.hash !== '') {
    throw new MpinError('INVALID_CONFIGURATION', 'server must be the absolute http(s) URL of the platform; https on an https page');
  }
  return url.href.replace(/\/+$/u, '');
}

function projectId(project: string | undefined): string | undefined {
  if (project !== undefined && !/^[\x21-\x7e]{1,256}$/u.test(project)) {
    throw new MpinError('INVALID_CONFIGURATION', 'project must be a project id');
  }
  return project;
}

function transportOf({ applicationInfo, fetch, timeoutMs = TIMEOUT_MS, now = Date.now }: MpinClientOptions): Transport {
  if (applicationInfo !== undefined && !/^[\x20-\x7e]{1,64}$/u.test(applicationInfo)) {
    throw new MpinError('INVALID_CONFIGURATION', 'applicationInfo must be 1 to 64 printable ASCII characters');
  }
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) throw new MpinError('INVALID_CONFIGURATION', 'timeoutMs must be a positive number');
  const client = `mpin-pinpad/${VERSION}${applicationInfo === undefined ? '' : ` ${applicationInfo}`}`;
  return {
    // Looked up at each request, as a page may wrap it later; and called without `this`, which a browser's own refuses.
    fetch: (input, init) => (fetch ?? globalThis.fetch)(input, init),
    timeoutMs, now,
    headers: { 'X-MIRACL-CLIENT': client },
  };
}
