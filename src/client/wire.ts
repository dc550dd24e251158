import { requestJson, type RequestOptions, type Transport } from './http.ts';
import { hex, object, oneOf, optional, read, text, type Json } from './shape.ts';
import type { Extension, ProjectConfiguration, SignInScope } from './types.ts';

type Signal = AbortSignal | undefined;

/** The order to renew secrets: an activation token for the registration of new ones (docs/protocol.md 6.3). */
export interface RenewalOrder {
  readonly token: string;
  readonly curve: string;
}

/** What `authenticate` answers (docs/protocol.md 6.3). */
export interface AuthenticationAnswer {
  readonly jwt: string | undefined;
  /** What it says of a one-time password, unread (docs/protocol.md 6.7). */
  readonly otp: Json | undefined;
  readonly renewal: RenewalOrder | undefined;
  /** The right to end what was signed in to on another device. */
  readonly signOutHandle: string | undefined;
}

/**
 * A project's API, with the calls of a sign-in (docs/protocol.md 3.4 and 6); those of a registration are in
 * registration-wire.ts. Each answer is checked before anything of it is used. Members of a request that are undefined
 * are not sent.
 */
export class Wire {
  readonly configuration: ProjectConfiguration;
  readonly transport: Transport;

  /** The platform's base URL. */
  readonly server: string;

  constructor(transport: Transport, configuration: ProjectConfiguration, server: string) {
    this.server = server;
    this.configuration = configuration;
    this.transport = { ...transport, headers: { ...transport.headers, 'X-MIRACL-CID': configuration.id } };
  }

  /** Whether the server has an extension. */
  offers(extension: Extension): boolean {
    return this.configuration.extensions[extension] === 1;
  }

  /** 3.4: tells the session's starter that somebody is about to sign in; of a session that is over the proof tells more (3.7). */
  async tellUser(wid: string, userId: string, signal?: Signal): Promise<void> {
    await this.post('codeStatus', { wid, status: 'user', userId }, { signal });
  }

  /** 6.1: sends U, gets y. An answer for no identity is about this device's record, not about a PIN. */
  async pass1(identity: { mpinId: string; publicKey: string; dtas: string }, u: string, scope: SignInScope, signal?: Signal): Promise<string> {
    const { mpinId, publicKey, dtas } = identity;
    const body = { mpin_id: mpinId, dtas, U: u, publicKey, scope: [scope] };
    const answer = await this.post('pass1', body, { signal, meanings: { WRONG_PIN: 'IDENTITY_UNKNOWN' } });
    return read('pass 1', answer, { y: hex(32) }).y;
  }

  /** 6.2: sends V, gets the key to the outcome. */
  async pass2(mpinId: string, u: string, v: string, accessId: string | undefined, signal?: Signal): Promise<string> {
    const body = { mpin_id: mpinId, V: v, WID: accessId, U: this.offers('pass2U') ? u : undefined };
    const answer = await this.post('pass2', body, { signal });
    return read('pass 2', answer, { authOTT: text(1, 8192) }).authOTT;
  }

  /** 6.3: the outcome. */
  async authenticate(authOTT: string, { nonce, clientId }: { nonce: string | undefined; clientId: string | undefined }, signal?: Signal): Promise<AuthenticationAnswer> {
    const body = { authOTT, wam: 'dvs', clientId, nonce: this.offers('signInNonce') ? nonce : undefined };
    const { dvsRegister, ...answer } = read('authentication', await this.post('authenticate', body, { signal }), {
      status: optional(oneOf(200)), jwt: optional(text(1, 16_384)), otp: optional(object), dvsRegister: optional(object), signOutHandle: optional(text(1, 1024)),
    });
    return { ...answer, renewal: dvsRegister && read('renewal order', dvsRegister, { token: text(1, 8192), curve: text(1, 64) }) };
  }

  /** POSTs to an endpoint of the API. */
  post(endpoint: keyof ProjectConfiguration['endpoints'], body: Json, options: RequestOptions = {}): Promise<Json> {
    return requestJson(this.transport, this.configuration.endpoints[endpoint], { ...options, body });
  }
}
