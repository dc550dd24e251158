import { ndjson } from './ndjson.ts';
import { flag, matching, oneOf, optional, read, text, time, url } from './shape.ts';
import type { Wire } from './wire.ts';

type Signal = AbortSignal | undefined;

/** A session that waits for a phone (docs/protocol.md 3.1, 3.5). */
export interface PhoneSession {
  readonly webOTT: string;
  readonly accessId: string;
  /** What the QR code holds: a link that opens the request on a phone. */
  readonly link: string;
  readonly accessNumber: string | undefined;
  /** Until when a phone may answer, Unix milliseconds by the clock of this device, whatever that shows; and for how long in all. */
  readonly expiresAtMs: number;
  readonly lifetimeMs: number;
}

/** 3.1 and 3.5: a session with a number, where the server has numbers; or, with its access id, another number of one that somebody else started, whose `webOTT` is then empty. */
export async function openPhoneSession(wire: Wire, deviceName: string, now: () => number, signal: Signal, other?: string): Promise<PhoneSession> {
  const numbered = wire.offers('accessNumber');
  const askedAt = now();
  const { id, endpoints, limits } = wire.configuration;
  // Without numbers the link is all there is, and known: it stands beside this path, wherever on its host that lies.
  const answer = other && !numbered ? { webOTT: '', accessId: other, qrURL: endpoints.session.replace(/rps\/.*/u, () => `mobile-login/#${other}`) } : await wire.post('session', { projectId: id, ...(numbered && { accessNumber: true, deviceName, accessId: other }) }, { signal });
  const here = (askedAt + now()) / 2;
  const common = read('session', answer, { webOTT: text(other ? 0 : 1, 1024), accessId: other ? oneOf(other) : text(1, 1024), qrURL: url(new URL(wire.server)) });
  const { qrURL, ...session } = common;
  if (!('accessNumber' in answer)) {
    const lifetimeMs = limits.accessTtlSeconds * 1000;
    return { ...session, link: qrURL, accessNumber: undefined, lifetimeMs, expiresAtMs: here + lifetimeMs };
  }
  const { accessNumber, nowMs, expiresAtMs } = read('session', answer, { accessNumber: matching(/^\d{7}$/u), nowMs: time, expiresAtMs: time });
  const lifetimeMs = expiresAtMs - nowMs;
  return { ...session, link: qrURL, accessNumber, lifetimeMs, expiresAtMs: here + lifetimeMs };
}

/** What the starter collects (docs/protocol.md 3.7). */
export interface Collected {
  readonly status: string;
  readonly userId: string;
  readonly jwt: string | undefined;
}

/** 3.2 and 3.7: who signed in, and their token for this page, which is given once. */
export async function collect(wire: Wire, webOTT: string, nonce: string | undefined, signal: Signal): Promise<Collected> {
  const wanted = wire.offers('accessToken') ? { token: true, nonce } : {};
  return read('access', await wire.post('access', { webOTT, ...wanted }, { signal }), {
    status: text(1, 64), userId: optional(text(0, 254), ''), jwt: optional(text(1, 16_384)),
  });
}

/** 3.8: whether the sign-in was ended from elsewhere, each change as it happens. */
export async function* signOutStream(wire: Wire, webOTT: string, signal: AbortSignal): AsyncGenerator<boolean, void> {
  for await (const line of ndjson(wire.transport, wire.configuration.endpoints.accessStream, { webOTT, signOut: true }, signal)) {
    yield read('sign-out', line, { signedOut: flag }).signedOut;
  }
}

/** 3.8: ends a sign-in, by the phone's handle or the page's own secret. */
export async function signOut(wire: Wire, by: { signOutHandle: string } | { webOTT: string }): Promise<void> {
  await wire.post('signOut', by);
}

/** 3.4: declines, or withdraws; also by a page that is being left. */
export async function abortSession(wire: Wire, accessId: string): Promise<void> {
  await wire.post('codeStatus', { wid: accessId, status: 'abort' }, { lasting: true });
}

/** 3.5: the session behind a number. A capability that does not fit is answered like an unknown identity. */
export async function resolveNumber(wire: Wire, body: { accessNumber: string; id: string; capability: string }): Promise<string> {
  const answer = await wire.post('accessNumber', body, { meanings: { WRONG_PIN: 'IDENTITY_UNKNOWN' } });
  return read('access number', answer, { accessId: text(1, 1024) }).accessId;
}

/** Who asks for a sign-in or a signature on another device. */
export interface RequestDetails {
  readonly accessId: string;
  /** The service, as the project calls itself. */
  readonly projectName: string;
  /** The page's origin, where the project lists it; else empty. */
  readonly origin: string;
  /** What the other device calls itself; may be empty. */
  readonly deviceName: string;
  /** The country that it is in, ISO 3166-1, as far as the platform knows; else empty. */
  readonly place: string;
  /** Whether it is in another network than this one: worth a warning. */
  readonly otherNetwork: boolean;
  /** Whom the page wants; empty where it does not know. */
  readonly userId: string;
  /** What is to be signed, hex, and what the page says of it; empty for a sign-in. */
  readonly hash: string;
  readonly description: string;
  /** Until when it can be answered, Unix milliseconds by the clock of this device; undefined where the server does not tell. */
  readonly expiresAtMs: number | undefined;
}

/** 3.4 and 3.6: what a session is for. */
export async function sessionDetails(wire: Wire, accessId: string, now: () => number, signal: Signal): Promise<RequestDetails & { readonly projectId: string }> {
  const askedAt = now();
  const answer = await wire.post('codeStatus', { wid: accessId, status: 'wid' }, { signal });
  const here = (askedAt + now()) / 2;
  const { prerollId, nowMs, expiresAtMs, ...details } = read('session details', answer, {
    projectId: text(1, 256), projectName: optional(text(0, 256), ''), origin: optional(text(0, 2048), ''), deviceName: optional(text(0, 40), ''),
    place: optional(matching(/^(?:[A-Z]{2})?$/u), ''), otherNetwork: optional(flag, false), prerollId: optional(text(0, 254), ''), hash: optional(text(0, 65_536), ''), description: optional(text(0, 2048), ''),
    nowMs: optional(time), expiresAtMs: optional(time),
  });
  const left = nowMs === undefined || expiresAtMs === undefined ? undefined : expiresAtMs - nowMs;
  return { ...details, accessId, userId: prerollId, expiresAtMs: left === undefined ? undefined : here + left };
}
