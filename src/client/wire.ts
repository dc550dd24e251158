import { MpinError } from '../errors.ts';
import { requestJson, type RequestOptions, type Transport } from './http.ts';
import { ndjson } from './ndjson.ts';
import { hex, integer, list, object, oneOf, optional, read, text, time, url, type Json } from './shape.ts';
import type { Extension, ProjectConfiguration, SignInScope } from './types.ts';

type Signal = AbortSignal | undefined;

/** How far a handed-over verification is (docs/protocol.md 3.2). */
export interface AccessAnswer {
  /** The session's own state. */
  readonly status: string;
  readonly verification: 'sent' | 'confirmed' | 'cancelled' | 'expired' | undefined;
  readonly activation: { readonly actToken: string; readonly userId: string; readonly projectId: string } | undefined;
}

/** What `registration` answers (docs/protocol.md 5.1). */
export interface RegistrationAnswer {
  readonly mpinId: string;
  readonly projectId: string;
  readonly dtas: string;
  readonly curve: string;
  readonly secretUrls: readonly string[];
}

/** What `authenticate` answers (docs/protocol.md 6.3). */
export interface AuthenticationAnswer {
  readonly jwt: string | undefined;
  /** The order to renew secrets: an activation token for the registration of new ones. */
  readonly renewal: { readonly token: string; readonly curve: string } | undefined;
}

/**
 * The API's calls (docs/protocol.md 3 to 6), each answer checked before anything of it is used. Members of a request
 * that are undefined are not sent.
 */
export class Wire {
  readonly configuration: ProjectConfiguration;
  readonly #transport: Transport;
  readonly #base: URL;

  constructor(transport: Transport, configuration: ProjectConfiguration, server: string) {
    this.configuration = configuration;
    this.#transport = { ...transport, headers: { ...transport.headers, 'X-MIRACL-CID': configuration.id } };
    this.#base = new URL(server);
  }

  /** Whether the server has an extension. */
  offers(extension: Extension): boolean {
    return this.configuration.extensions[extension] === 1;
  }

  /** 3.1: a session, for its starter to wait in. */
  async session(userId: string, signal?: Signal): Promise<{ webOTT: string; accessId: string }> {
    const answer = await this.#post('session', { projectId: this.configuration.id, userId }, { signal });
    return read('session', answer, { webOTT: text(1, 1024), accessId: text(1, 1024) });
  }

  /** 3.2: how the session stands; `activation` also collects what a confirmation gave. */
  async access(webOTT: string, activation: boolean, signal?: Signal): Promise<AccessAnswer> {
    return readAccess(await this.#post('access', { webOTT, activation: activation || undefined }, { signal }));
  }

  /** 3.3: the same, each change told as it happens. */
  async *accessStream(webOTT: string, signal: AbortSignal): AsyncGenerator<AccessAnswer, void> {
    const { accessStream } = this.configuration.endpoints;
    for await (const line of ndjson(this.#transport, accessStream, { webOTT }, signal)) yield readAccess(line);
  }

  /** 3.4: tells the session's starter who is about to sign in; the answer does not matter. */
  async tellUser(wid: string, userId: string, signal?: Signal): Promise<void> {
    await this.#post('codeStatus', { wid, status: 'wid' }, { signal });
    await this.#post('codeStatus', { wid, status: 'user', userId }, { signal });
  }

  /** 4.1: asks for the mail. */
  async verification(body: Json, signal?: Signal): Promise<{ backoff: number; method: 'link' | 'code'; matchNumber: string | undefined }> {
    const answer = await this.#post('verification', { ...body, projectId: this.configuration.id }, { signal });
    const { backoff, method, matchNumber } = read('verification', answer, {
      backoff: time, method: text(1, 64), matchNumber: optional(text(2, 2)),
    });
    return { backoff, method: method === 'code' ? 'code' : 'link', matchNumber };
  }

  /** 4.3: trades a code for an activation token, or confirms a handed-over request with its starter's `webOTT`. */
  async confirmation(userId: string, code: string, webOTT?: string, signal?: Signal): Promise<{ actToken: string | undefined }> {
    const answer = read('confirmation', await this.#post('confirmation', { userId, code, webOTT }, { signal }), {
      projectId: text(1, 256),
      actToken: webOTT === undefined ? text(1, 8192) : optional(text(1, 8192)),
    });
    this.#assertProject(answer.projectId);
    return answer;
  }

  /** 5.1: registers a public key. Refuses an identity of another project or curve before any secret is fetched. */
  async registration(body: Json, signal?: Signal): Promise<RegistrationAnswer> {
    const answer = read('registration', await this.#post('registration', body, { signal }), {
      mpinId: hex(), projectId: text(1, 256), dtas: text(1, 4096), curve: text(1, 64), secretUrls: list(url(this.#base), 2, 2),
      pinLength: optional(integer(0, 6)),
    });
    this.#assertProject(answer.projectId);
    assertCurve(answer.curve);
    return answer;
  }

  /** 5.2: a client share; once more when the connection broke. */
  async clientShare(secretUrl: string, signal?: Signal): Promise<string> {
    const ask = (): Promise<Json> => requestJson(this.#transport, secretUrl, { signal, secret: true });
    const answer = await ask().catch((error: unknown) => {
      if (error instanceof MpinError && (error.code === 'OFFLINE' || error.code === 'TIMEOUT')) return ask();
      throw error;
    });
    return read('client share', answer, { dvsClientSecret: hex(65) }).dvsClientSecret;
  }

  /** 6.1: sends U, gets y. An answer for no identity is about this device's record, not about a PIN. */
  async pass1(identity: { mpinId: string; publicKey: string; dtas: string }, u: string, scope: SignInScope, signal?: Signal): Promise<string> {
    const { mpinId, publicKey, dtas } = identity;
    const body = { mpin_id: mpinId, dtas, U: u, publicKey, scope: [scope] };
    const answer = await this.#post('pass1', body, { signal, meanings: { WRONG_PIN: 'IDENTITY_UNKNOWN' } });
    return read('pass 1', answer, { y: hex(32) }).y;
  }

  /** 6.2: sends V, gets the key to the outcome. */
  async pass2(mpinId: string, u: string, v: string, accessId: string | undefined, signal?: Signal): Promise<string> {
    const body = { mpin_id: mpinId, V: v, WID: accessId, U: this.offers('pass2U') ? u : undefined };
    const answer = await this.#post('pass2', body, { signal });
    return read('pass 2', answer, { authOTT: text(1, 8192) }).authOTT;
  }

  /** 6.3: the outcome. */
  async authenticate(authOTT: string, nonce: string | undefined, signal?: Signal): Promise<AuthenticationAnswer> {
    const body = { authOTT, wam: 'dvs', nonce: this.offers('signInNonce') ? nonce : undefined };
    const answer = read('authentication', await this.#post('authenticate', body, { signal }), {
      status: optional(oneOf(200)), jwt: optional(text(1, 16_384)), dvsRegister: optional(object),
    });
    const order = answer.dvsRegister;
    const renewal = order === undefined ? undefined : read('renewal order', order, { token: text(1, 8192), curve: text(1, 64) });
    return { jwt: answer.jwt, renewal };
  }

  #post(endpoint: keyof ProjectConfiguration['endpoints'], body: Json, options: RequestOptions): Promise<Json> {
    return requestJson(this.#transport, this.configuration.endpoints[endpoint], { ...options, body });
  }

  #assertProject(projectId: string): void {
    if (projectId !== this.configuration.id) {
      throw new MpinError('PROJECT_MISMATCH', 'This activation belongs to another project');
    }
  }
}

/** @throws MpinError UNSUPPORTED_CURVE */
export function assertCurve(curve: string): void {
  if (curve !== 'BN254CX') throw new MpinError('UNSUPPORTED_CURVE', 'This client knows the curve BN254CX only');
}

function readAccess(line: Json): AccessAnswer {
  const { status, verification, activation } = read('access', line, {
    status: text(1, 64), verification: optional(object), activation: optional(object),
  });
  const state = verification && read('verification state', verification, {
    state: oneOf('sent', 'confirmed', 'cancelled', 'expired'),
  }).state;
  const collected = activation && read('activation', activation, {
    actToken: text(1, 8192), userId: text(1, 254), projectId: text(1, 256),
  });
  return { status, verification: state, activation: collected };
}
