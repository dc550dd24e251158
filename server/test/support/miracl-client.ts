import type { Answer } from './http.ts';
import { miraclKeyPair, miraclPass1, miraclSignature, miraclToken } from './miracl-mathematics.ts';
import type { PageFetch } from './page-fetch.ts';

/** What MIRACL's browser client throws: the server's words, and what it found in the envelope. */
export class MiraclError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly context: Readonly<Record<string, string>>;

  constructor(answer: Answer) {
    super(String(answer.body['info'] ?? 'Request failed'));
    this.status = answer.status;
    this.code = typeof answer.body['error'] === 'string' ? answer.body['error'] : undefined;
    this.context = (answer.body['context'] ?? {}) as Record<string, string>;
  }
}

interface StoredUser {
  readonly userId: string;
  state: 'STARTED' | 'REGISTERED' | 'REVOKED';
  mpinId?: string;
  token?: string;
  dtas?: string;
  publicKey?: string;
  pinLength?: number;
}

interface Registration {
  readonly mpinId: string;
  readonly projectId: string;
  readonly dtas: string;
  readonly curve: string;
  readonly secretUrls: readonly [string, string];
  readonly pinLength: number;
}

interface Authentication {
  readonly status: number;
  readonly message: string;
  readonly jwt?: string;
  readonly dvsRegister?: { readonly token: string; readonly curve: string };
}

/**
 * A client written from the published description of MIRACL's browser client 8.8, with its headers, fields, order of
 * calls and left-overs: what it sends is what that client sends, and what it needs is what that client needs.
 */
export class MiraclClient {
  readonly users = new Map<string, StoredUser>();
  session: { accessId?: string; webOTT?: string } = {};
  readonly #base: string;
  readonly #projectId: string;
  readonly #fetch: PageFetch;

  constructor(options: { projectUrl: string; projectId: string; fetch: PageFetch }) {
    this.#base = options.projectUrl.replace(/\/$/, '');
    this.#projectId = options.projectId;
    this.#fetch = options.fetch;
  }

  async #call<T>(method: 'GET' | 'POST', url: string, body?: object): Promise<T> {
    const target = `${url}${url.endsWith('?') ? '' : url.includes('?') ? '&' : '?'}project_id=${this.#projectId}`;
    const headers: Record<string, string> = { 'X-MIRACL-CID': this.#projectId, 'X-MIRACL-CLIENT': 'MIRACL Client.js/8.8.0' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const answer = await this.#fetch(target, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (answer.status !== 200) throw new MiraclError(answer);
    return answer.body as T;
  }

  #post<T>(path: string, body: object): Promise<T> {
    return this.#call('POST', `${this.#base}${path}`, body);
  }

  /** Opens a session; its access id is sent along with everything afterwards, whether it still fits or not. */
  async fetchAccessId(userId?: string): Promise<void> {
    this.session = await this.#post('/rps/v2/session', { projectId: this.#projectId, userId: userId ?? null });
  }

  /** Takes a scanned QR code: what follows its last `#`. */
  setAccessId(qrUrl: string): void {
    this.session = { accessId: qrUrl.split('#').pop() ?? '' };
  }

  /** Asks for a message to the user's phone; the session is then this client's to poll. */
  async sendPushNotification(userId: string, query = ''): Promise<void> {
    this.session = await this.#post(`/pushauth?${query}`, { prerollId: userId });
  }

  fetchStatus(): Promise<{ status: string; userId: string }> {
    return this.#post('/rps/v2/access', { webOTT: this.session.webOTT });
  }

  sendVerificationEmail(userId: string): Promise<{ backoff: number; method: string }> {
    const mpinId = this.users.get(userId)?.mpinId;
    return this.#post('/verification/email', {
      userId, mpinId: mpinId ?? '', projectId: this.#projectId, accessId: this.session.accessId, deviceName: 'Browser', scope: [],
    });
  }

  getActivationToken(userId: string, code: string): Promise<{ actToken: string; projectId: string; accessId?: string; expireTime: number }> {
    return this.#post('/verification/confirmation', { userId, code });
  }

  async register(userId: string, activationToken: string, choosePin: (pinLength: number) => string): Promise<void> {
    this.users.set(userId, { userId, state: 'STARTED' });
    const { privateKey, publicKey } = miraclKeyPair();
    const registration = await this.#post<Registration>('/registration', { userId, deviceName: 'Browser', activationToken, publicKey });
    if (registration.projectId !== this.#projectId) throw new Error('Project mismatch');
    const shares: string[] = [];
    for (const url of registration.secretUrls) shares.push((await this.#call<{ dvsClientSecret: string }>('GET', url)).dvsClientSecret);
    const pin = choosePin(registration.pinLength);
    const token = miraclToken(registration.mpinId, publicKey, privateKey, [shares[0] ?? '', shares[1] ?? ''], Number(pin));
    this.users.set(userId, { userId, state: 'REGISTERED', mpinId: registration.mpinId, token, dtas: registration.dtas, publicKey, pinLength: registration.pinLength });
  }

  #stored(userId: string): Required<StoredUser> {
    const user = this.users.get(userId);
    if (user?.state !== 'REGISTERED') throw new Error('Identity is not registered or is revoked');
    return user as Required<StoredUser>;
  }

  async #authenticate(userId: string, pin: string, scope: string): Promise<Authentication> {
    const user = this.#stored(userId);
    try {
      const pass1 = miraclPass1(user.mpinId, user.publicKey, user.token, Number(pin));
      const { y } = await this.#post<{ y: string }>('/rps/v2/pass1', { mpin_id: user.mpinId, dtas: user.dtas, U: pass1.u, UT: '', publicKey: user.publicKey, scope: [scope] });
      const { authOTT } = await this.#post<{ authOTT: string }>('/rps/v2/pass2', { mpin_id: user.mpinId, WID: this.session.accessId, V: pass1.answer(y) });
      const result = await this.#post<Authentication>('/rps/v2/authenticate', { authOTT, wam: 'dvs' });
      if (result.dvsRegister === undefined) return result;
      await this.register(userId, result.dvsRegister.token, () => pin);
      return await this.#authenticate(userId, pin, scope);
    } catch (error) {
      if (error instanceof MiraclError && ['REVOKED_MPINID', 'MPINID_REVOKED', 'EXPIRED_MPINID', 'MPINID_EXPIRED'].includes(error.code ?? '')) user.state = 'REVOKED';
      throw error;
    }
  }

  /** A sign-in for a token. */
  authenticate(userId: string, pin: string): Promise<Authentication> {
    return this.#authenticate(userId, pin, 'jwt');
  }

  /** A sign-in that answers the session of this or another device. */
  authenticateSession(userId: string, pin: string): Promise<Authentication> {
    return this.#authenticate(userId, pin, 'oidc');
  }

  /** Signs a hash in hex, at a time in Unix seconds; the PIN is proved first. */
  async sign(userId: string, pin: string, message: string, timestamp: number): Promise<object> {
    await this.#authenticate(userId, pin, 'dvs-auth');
    const { mpinId, publicKey, token, dtas } = this.#stored(userId);
    const { u, v } = miraclSignature(mpinId, publicKey, token, Number(pin), message, timestamp);
    return { hash: message, u, v, mpinId, publicKey, dtas };
  }
}
