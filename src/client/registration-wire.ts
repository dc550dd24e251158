import { MpinError } from '../errors.ts';
import { requestJson } from './http.ts';
import { ndjson } from './ndjson.ts';
import { hex, integer, list, object, oneOf, optional, read, text, time, url, type Json } from './shape.ts';
import type { Wire } from './wire.ts';

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
  /** With what the identity may be renamed and removed without a PIN (5.6). Secret. */
  readonly identityCapability: string | undefined;
}

/** A session to wait in, and to collect the activation from. */
export interface Session {
  readonly webOTT: string;
  readonly accessId: string;
}

/** 3.1: a session, for its starter to wait in. */
export async function openSession(wire: Wire, userId: string): Promise<Session> {
  const answer = await wire.post('session', { projectId: wire.configuration.id, userId });
  return read('session', answer, { webOTT: text(1, 1024), accessId: text(1, 1024) });
}

/** 3.2: how the session stands; `activation` also collects what a confirmation gave. */
export async function access(wire: Wire, webOTT: string, activation: boolean, signal?: AbortSignal): Promise<AccessAnswer> {
  return readAccess(await wire.post('access', { webOTT, activation: activation || undefined }, { signal }));
}

/** 3.3: the same, each change told as it happens. */
export async function* accessStream(wire: Wire, webOTT: string, signal: AbortSignal): AsyncGenerator<AccessAnswer, void> {
  for await (const line of ndjson(wire.transport, wire.configuration.endpoints.accessStream, { webOTT }, signal)) yield readAccess(line);
}

/**
 * 4.1: asks for the mail.
 *
 * @returns `backoff` by this device's clock, Unix seconds
 */
export async function verification(wire: Wire, body: Json): Promise<{ backoff: number; method: 'link' | 'code'; matchNumber: string | undefined }> {
  const answer = await wire.post('verification', { ...body, projectId: wire.configuration.id });
  const { backoff, nowMs, method, matchNumber } = read('verification', answer, {
    backoff: time, nowMs: optional(time), method: text(1, 64), matchNumber: optional(text(2, 2)),
  });
  const ahead = nowMs === undefined ? 0 : wire.transport.now() - nowMs;
  return { backoff: backoff + Math.round(ahead / 1000), method: method === 'code' ? 'code' : 'link', matchNumber };
}

/** 4.3: trades a code for an activation token, or confirms a handed-over request with its starter's `webOTT`. */
export async function confirmation(wire: Wire, userId: string, code: string, webOTT?: string): Promise<{ actToken: string | undefined }> {
  const answer = read('confirmation', await wire.post('confirmation', { userId, code, webOTT }), {
    projectId: text(1, 256),
    actToken: webOTT === undefined ? text(1, 8192) : optional(text(1, 8192)),
  });
  assertProject(wire, answer.projectId);
  return answer;
}

/** 5.1: registers a public key. Refuses an identity of another project or curve before any secret is fetched. */
export async function registration(wire: Wire, body: Json, signal?: AbortSignal): Promise<RegistrationAnswer> {
  const base = new URL(wire.server);
  const answer = read('registration', await wire.post('registration', body, { signal }), {
    mpinId: hex(), projectId: text(1, 256), dtas: text(1, 4096), curve: text(1, 64), secretUrls: list(url(base), 2, 2),
    pinLength: optional(integer(0, 6)), identityCapability: optional(text(1, 256)),
  });
  assertProject(wire, answer.projectId);
  assertCurve(answer.curve);
  return answer;
}

/** 5.2: a client share; once more when the connection broke. */
export async function clientShare(wire: Wire, secretUrl: string, signal?: AbortSignal): Promise<string> {
  const ask = (): Promise<Json> => requestJson(wire.transport, secretUrl, { signal, secret: true });
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof MpinError && (error.code === 'OFFLINE' || error.code === 'TIMEOUT')) return ask();
    throw error;
  });
  return read('client share', answer, { dvsClientSecret: hex(65) }).dvsClientSecret;
}

/** @throws MpinError PROJECT_MISMATCH */
export function assertProject(wire: Wire, projectId: string): void {
  if (projectId !== wire.configuration.id) {
    throw new MpinError('PROJECT_MISMATCH', 'This activation belongs to another project');
  }
}

/** @throws MpinError UNSUPPORTED_CURVE */
export function assertCurve(curve: string): void {
  if (curve !== 'BN254CX') throw new MpinError('UNSUPPORTED_CURVE', 'This client knows the curve BN254CX only');
}

function readAccess(line: Json): AccessAnswer {
  const { status, verification: stage, activation } = read('access', line, {
    status: text(1, 64), verification: optional(object), activation: optional(object),
  });
  const state = stage && read('verification state', stage, { state: oneOf('sent', 'confirmed', 'cancelled', 'expired') }).state;
  const collected = activation && read('activation', activation, {
    actToken: text(1, 8192), userId: text(1, 254), projectId: text(1, 256),
  });
  return { status, verification: state, activation: collected };
}
