import { randomUUID } from 'node:crypto';
import { combineShares, createKeyPair, extractPin, Proof, sign } from '../../../src/protocol/index.ts';
import type { Hex, KeyPair } from '../../../src/protocol/index.ts';
import { request } from './http.ts';
import type { Answer } from './http.ts';
import type { TestPlatform } from './test-platform.ts';

/** Where a device talks to. */
export type Server = Pick<TestPlatform, 'post' | 'mailbox' | 'project'>;

/** What a device keeps of an identity. */
export interface DeviceIdentity {
  readonly userId: string;
  readonly id: { readonly mpinId: Hex; readonly publicKey: Hex };
  readonly token: Hex;
  readonly dtas: string;
  /** The right to act for this identity without a PIN (docs/protocol.md 5.6). */
  readonly capability: string;
}

/** A new address for each test, so that no test waits for another's mail. */
export function someone(): string {
  return `someone-${randomUUID()}@mail.example`;
}

/** Proves an address by link, as an app does: without a session; with `mpinId` for a new PIN of that identity. @returns the activation token */
export async function activate(server: Server, userId: string, headers: Record<string, string> = {}, mpinId?: string): Promise<string> {
  const started = await server.post('/verification/email', { userId, projectId: server.project.projectId, deviceName: 'Test device', ...(mpinId === undefined ? {} : { mpinId }) }, headers);
  if (started.status !== 200) throw new Error(`No mail was sent: ${started.text}`);
  const { code } = await server.mailbox.takeLink(userId);
  const confirmed = await server.post('/verification/confirmation', { userId, code }, headers);
  return String(confirmed.body['actToken']);
}

/** Fetches both shares and makes the token. */
export async function complete(answer: Answer, keys: KeyPair, userId: string, pin: string, headers: Record<string, string> = {}): Promise<DeviceIdentity> {
  const { mpinId, dtas, secretUrls, identityCapability } = answer.body as { mpinId: string; dtas: string; secretUrls: [string, string]; identityCapability?: string };
  const [first, second] = [await request(secretUrls[0], { headers }), await request(secretUrls[1], { headers })];
  const secret = combineShares(keys.privateKey, String(first.body['dvsClientSecret']), String(second.body['dvsClientSecret']));
  const id = { mpinId, publicKey: keys.publicKey };
  return { userId, id, dtas, capability: identityCapability ?? '', token: extractPin(secret, id, pin) };
}

/** Registers a new identity with this PIN. */
export async function register(server: Server, pin: string, options: { userId?: string; headers?: Record<string, string>; activationToken?: string } = {}): Promise<DeviceIdentity> {
  const { userId = someone(), headers = {} } = options;
  const activationToken = options.activationToken ?? await activate(server, userId, headers);
  const keys = createKeyPair();
  const answer = await server.post('/registration', { userId, deviceName: 'Test device', activationToken, publicKey: keys.publicKey, identityCapability: true }, headers);
  if (answer.status !== 200) throw new Error(`Not registered: ${answer.text}`);
  return complete(answer, keys, userId, pin, headers);
}

/** Choices of one sign-in. */
export interface SignInOptions {
  readonly scope?: 'jwt' | 'oidc' | 'reg-code' | 'dvs-auth' | 'otp';
  readonly accessId?: string;
  readonly nonce?: string;
  readonly headers?: Record<string, string>;
}

/** Pass 1 and pass 2. @returns the secret for `authenticate` */
export async function prove(server: Pick<Server, 'post'>, identity: DeviceIdentity, pin: string, options: SignInOptions = {}): Promise<string> {
  const { scope = 'jwt', headers = {}, accessId } = options;
  const proof = new Proof(identity.id, identity.token);
  const first = await server.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, dtas: identity.dtas, U: proof.u, publicKey: identity.id.publicKey, scope: [scope] }, headers);
  if (first.status !== 200) throw Object.assign(new Error(`Pass 1: ${first.text}`), { answer: first });
  proof.prepare(String(first.body['y']));
  const second = await server.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: proof.finish(pin), U: proof.u, ...(accessId === undefined ? {} : { WID: accessId }) }, headers);
  if (second.status !== 200) throw new Error(`Pass 2: ${second.text}`);
  return String(second.body['authOTT']);
}

/** A whole sign-in; the answer of `authenticate`, or of pass 1 where that refused. */
export async function signIn(server: Pick<Server, 'post'>, identity: DeviceIdentity, pin: string, options: SignInOptions = {}): Promise<Answer> {
  try {
    const authOTT = await prove(server, identity, pin, options);
    return await server.post('/rps/v2/authenticate', { authOTT, wam: 'dvs', ...(options.nonce === undefined ? {} : { nonce: options.nonce }) }, options.headers);
  } catch (error) {
    if (error instanceof Error && 'answer' in error) return error.answer as Answer;
    throw error;
  }
}

/** The body of `/dvs/verify` over a message, made at `timestamp` (Unix seconds). */
export function signed(identity: DeviceIdentity, pin: string, message: Uint8Array, timestamp: number) {
  const { u, v } = sign(identity.id, identity.token, pin, message, timestamp);
  return {
    signature: { hash: Buffer.from(message).toString('hex'), u, v, mpinId: identity.id.mpinId, publicKey: identity.id.publicKey, dtas: identity.dtas },
    timestamp, type: 'verification',
  };
}

/** The Basic credentials of the tests' application. */
export function basic({ project }: Pick<Server, 'project'>): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${project.clientId}:${project.clientSecret}`).toString('base64')}` };
}
