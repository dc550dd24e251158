import type { RunnerClient } from '../../src/client/runner-tasks.ts';
import type { IdentitySummary, PendingRegistration, ProjectConfiguration, Signature, SignInAttempt } from '../../src/client/types.ts';
import type { QuickCode } from '../../src/client/quick-code.ts';
import type { PhoneSignIn, PhoneSignInOptions, RequestDetails } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';
import { requestDetails, SCRIPTED_NUMBER, SCRIPTED_REQUEST, ScriptedPhone } from './scripted-phone.ts';

/** What a script can make fail or hold back. */
export type Operation = 'discover' | 'startRegistration' | 'resend' | 'wait' | 'check' | 'confirmCode' | 'openLink' | 'useActivationToken' | 'register' | 'rename' | 'remove' | 'prepare' | 'finish'
  | 'signInByPhone' | 'resolveAccessNumber' | 'requestDetails' | 'declineRequest' | 'signOutElsewhere';

/** Where the script begins. */
export interface Script {
  readonly project?: Partial<ProjectConfiguration>;
  readonly identities?: readonly IdentitySummary[];
  readonly pending?: PendingRegistration;
  /** The PIN of identities that were there from the start. */
  readonly pin?: string;
  /** Unix seconds. */
  readonly now?: () => number;
}

/** The code that scripted mails contain. */
export const SCRIPTED_CODE = '482915';

const project: ProjectConfiguration = {
  id: 'northwind', name: 'Northwind Bank', logoUrl: '', curve: 'BN254CX', pinLength: 4, pinAttempts: 3, verificationMethod: 'link',
  identityType: 'email', identityTypeLabel: '', askDeviceName: true, easyPin: 'warn', ways: ['browser', 'phone'], firstScreen: 'auto', addIdentities: true, languages: ['en', 'de', 'ar'],
  limits: { userIdLength: 254, deviceNameLength: 40, codeLength: 6, accessTtlSeconds: 900 },
  endpoints: {
    session: '', access: '', accessStream: '', codeStatus: '', verification: '', confirmation: '', registration: '', pass1: '', pass2: '', authenticate: '', identityRename: '', identityRemove: '', accessNumber: '', signOut: '', identityPush: '',
  },
  extensions: {},
};

/** An identity as a script may want it. */
export const identity = (change: Partial<IdentitySummary> = {}): IdentitySummary => ({
  id: 'id-1', userId: 'ada@example.com', deviceName: 'Chrome on Windows', projectId: 'northwind', state: 'active', pinLength: 4,
  createdAt: 1_700_000_000, lastUsedAt: 1_700_000_000, ...change,
});

/** A registration under way, as a script may want it. */
export const pending = (change: Partial<PendingRegistration> = {}): PendingRegistration => ({
  userId: 'ada@example.com', deviceName: 'Chrome on Windows', method: 'link', state: 'sent', matchNumber: '47', backoffUntil: 0, startedAt: 1_700_000_000,
  handedOver: true, ...change,
});

/**
 * Plays a server and a device in memory, for the playground and the component tests: every screen can be reached, and every operation can be
 * made to fail or to wait. Several elements, or one after a "reload", may share it, as tabs share a browser's storage.
 */
export class ScriptedClient implements RunnerClient {
  readonly calls: string[] = [];
  readonly project: ProjectConfiguration;
  stored: IdentitySummary[];
  begun: PendingRegistration | undefined;
  /** How long a QuickCode is valid. */
  quickCodeSeconds = 600;
  readonly #now: () => number;
  readonly #pins = new Map<string, string>();
  readonly #strikes = new Map<string, number>();
  readonly #failures = new Map<Operation, unknown[]>();
  readonly #held = new Map<Operation, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Set<{ resolve: () => void; reject: (error: unknown) => void }>();

  constructor(script: Script = {}) {
    this.project = { ...project, ...script.project };
    this.stored = [...(script.identities ?? [])];
    this.begun = script.pending;
    this.#now = script.now ?? (() => Date.now() / 1000);
    for (const { id } of this.stored) this.#pins.set(id, script.pin ?? '2468');
  }

  /** Makes the next call fail. */
  fail(operation: Operation, code: MpinError['code'] | Error, details: ConstructorParameters<typeof MpinError>[2] = {}): void {
    const error = code instanceof Error ? code : new MpinError(code, 'As the script says.', details);
    this.#failures.set(operation, [...(this.#failures.get(operation) ?? []), error]);
  }

  /** Holds an operation back until the returned function is called. */
  hold(operation: Operation): () => void {
    let release = (): void => undefined;
    this.#held.set(operation, new Promise((resolve) => { release = resolve; }));
    return () => {
      this.#held.delete(operation);
      release();
    };
  }

  /** Somebody opened the mail's link, somewhere. */
  confirmElsewhere(): void {
    if (this.begun) this.begun = { ...this.begun, state: 'confirmed' };
    for (const { resolve } of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** Somebody refused. */
  cancelElsewhere(): void {
    for (const { reject } of this.#waiting) reject(new MpinError('CONFIRMATION_CANCELLED', 'Refused.'));
    this.#waiting.clear();
  }

  /** The connection of whoever waits was lost, or is back. */
  connection: (online: boolean) => void = () => undefined;

  /** Another tab changed the identities. */
  change(identities: readonly IdentitySummary[]): void {
    this.stored = [...identities];
    for (const listener of this.#listeners) listener();
  }

  async discover(): Promise<ProjectConfiguration> {
    await this.#play('discover');
    return this.project;
  }

  identities = (): Promise<IdentitySummary[]> => Promise.resolve([...this.stored]);
  pending = (): Promise<PendingRegistration | undefined> => Promise.resolve(this.begun);

  async startRegistration(request: { userId: string; deviceName: string }): Promise<PendingRegistration> {
    await this.#play('startRegistration');
    this.begun = this.#fresh(request);
    return this.begun;
  }

  async resend(begun: PendingRegistration): Promise<PendingRegistration> {
    await this.#play('resend');
    this.begun = this.#fresh(begun);
    return this.begun;
  }

  async waitForConfirmation(_begun: PendingRegistration, { signal, onConnection }: { signal: AbortSignal; onConnection: (online: boolean) => void }): Promise<void> {
    await this.#play('wait');
    this.connection = onConnection;
    if (this.begun?.state === 'confirmed') return;
    await new Promise<void>((resolve, reject) => {
      const waiter = { resolve, reject };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', () => {
        this.#waiting.delete(waiter);
        reject(new MpinError('ABORTED', 'Given up.'));
      });
    });
  }

  async checkConfirmation(): Promise<PendingRegistration['state']> {
    await this.#play('check');
    return this.begun?.state ?? 'sent';
  }

  async confirmCode(_begun: PendingRegistration, code: string): Promise<void> {
    await this.#play('confirmCode');
    if (code !== SCRIPTED_CODE) throw new MpinError('CODE_WRONG', 'Wrong.', { attemptsLeft: 4 });
    this.confirmElsewhere();
  }

  async openLink({ userId }: { userId: string }): Promise<PendingRegistration> {
    await this.#play('openLink');
    this.begun = pending({ userId, state: 'confirmed' });
    return this.begun;
  }

  async useActivationToken({ userId }: { userId: string }): Promise<PendingRegistration> {
    await this.#play('useActivationToken');
    this.begun = pending({ userId, state: 'confirmed' });
    return this.begun;
  }

  async register(begun: PendingRegistration, pin: string): Promise<IdentitySummary> {
    await this.#play('register');
    const made = identity({ id: `id-${this.stored.length + 1}-${begun.userId}`, userId: begun.userId, deviceName: begun.deviceName, pinLength: pin.length });
    this.#pins.set(made.id, pin);
    this.stored = [made, ...this.stored.filter(({ userId }) => userId !== made.userId)];
    this.begun = undefined;
    return made;
  }

  async cancelRegistration({ userId }: PendingRegistration): Promise<void> {
    await this.#play('remove');
    if (this.begun?.userId === userId) this.begun = undefined;
  }

  async rename(id: string, deviceName: string): Promise<void> {
    await this.#play('rename');
    this.change(this.stored.map((one) => (one.id === id ? { ...one, deviceName } : one)));
  }

  async remove(id: string): Promise<void> {
    await this.#play('remove');
    this.change(this.stored.filter((one) => one.id !== id));
  }

  beginSignIn(id: string): SignInAttempt {
    this.calls.push('beginSignIn');
    return {
      prepare: () => this.#play('prepare'),
      firstDigit: () => void this.calls.push('firstDigit'),
      finish: async (pin) => {
        await this.#play('finish');
        return this.#check(id, pin);
      },
      cancel: () => void this.calls.push('cancel'),
    };
  }

  async sign(id: string, pin: string, { message }: { message: Uint8Array }): Promise<Signature> {
    await this.#play('finish');
    this.#check(id, pin);
    const hash = Array.from(message, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { hash, u: 'u', v: 'v', mpinId: id, publicKey: 'z', dtas: 'dtas', timestamp: Math.floor(this.#now()) };
  }

  /** The phone that a page shows numbers to. */
  readonly phone = new ScriptedPhone();
  /** What a phone is told of another device's request. */
  request: RequestDetails = requestDetails();

  async signInByPhone(options: PhoneSignInOptions): Promise<PhoneSignIn> {
    await this.#play('signInByPhone');
    return this.phone.signIn(options, 'https://auth.northwind.example');
  }

  async resolveAccessNumber(_id: string, number: string): Promise<string> {
    await this.#play('resolveAccessNumber');
    if (number !== SCRIPTED_NUMBER) throw new MpinError('ACCESS_NUMBER_INVALID', 'Nobody shows this.', { attemptsLeft: 4 });
    return SCRIPTED_REQUEST;
  }

  async requestDetails(): Promise<RequestDetails> {
    await this.#play('requestDetails');
    return this.request;
  }

  declineRequest = (): Promise<void> => this.#play('declineRequest');
  signOutElsewhere = (): Promise<void> => this.#play('signOutElsewhere');

  async quickCode(id: string, pin: string): Promise<QuickCode> {
    await this.#play('finish');
    this.#check(id, pin);
    return { code: SCRIPTED_CODE, expiresAt: this.#now() + this.quickCodeSeconds };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #check(id: string, pin: string): { userId: string; token: string; signOutHandle: string } {
    const one = this.stored.find((stored) => stored.id === id);
    if (one === undefined) throw new MpinError('IDENTITY_UNKNOWN', 'Gone.');
    if (this.#pins.get(id) === pin) {
      this.#strikes.delete(id);
      return { userId: one.userId, token: `token-for-${one.userId}`, signOutHandle: 'scripted-handle' };
    }
    const strikes = (this.#strikes.get(id) ?? 0) + 1;
    this.#strikes.set(id, strikes);
    if (strikes < this.project.pinAttempts) throw new MpinError('WRONG_PIN', 'Wrong.', { attemptsLeft: this.project.pinAttempts - strikes });
    this.stored = this.stored.map((stored) => (stored.id === id ? { ...stored, state: 'revoked' } : stored));
    throw new MpinError('IDENTITY_REVOKED', 'Too many.');
  }

  #fresh({ userId, deviceName }: { userId: string; deviceName: string }): PendingRegistration {
    const method = this.project.verificationMethod;
    const begun = pending({ userId, deviceName, method, backoffUntil: this.#now() + 10, startedAt: this.#now() });
    if (method === 'link') return begun;
    const { matchNumber: _none, ...code } = begun;
    return code;
  }

  async #play(operation: Operation): Promise<void> {
    this.calls.push(operation);
    await this.#held.get(operation);
    const error = this.#failures.get(operation)?.shift();
    if (error !== undefined) throw error;
  }
}
