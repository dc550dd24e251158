import type { SessionStatus } from '../store/schema.ts';
import type { Caller, Core } from './core.ts';
import { invalidParameters } from './errors.ts';
import { findIdentity } from './identities.ts';
import { networkOf } from './network.ts';
import type { Project } from './projects.ts';
import { isFinal, OPEN, sessionByName } from './sessions.ts';
import type { Session } from './sessions.ts';

/** What a device reports of a session (docs/protocol.md 3.4). */
export interface DeviceReport {
  readonly status: 'wid' | 'user' | 'abort' | 'signed';
  /** Base64 of the signature object, with `signed`. */
  readonly signature: string;
}

const BEFORE: Readonly<Record<DeviceReport['status'], readonly SessionStatus[]>> = { wid: ['new'], user: ['new', 'wid'], abort: OPEN, signed: OPEN };

function parsed(base64: string): Readonly<Record<string, unknown>> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
  } catch {
    return {};
  }
}

/** Whether a signature is one over the session's hash by an active identity of its project (docs/protocol.md 3.9). */
async function answers(core: Core, session: Session, signature: string): Promise<boolean> {
  const { hash, mpinId, publicKey, u, v } = parsed(signature);
  const isHex = (value: unknown, digits?: number): value is string => typeof value === 'string' && /^([0-9a-f]{2})+$/i.test(value) && (digits === undefined || value.length === digits);
  if (!isHex(hash) || hash.toLowerCase() !== session.hash || !isHex(mpinId) || !isHex(publicKey, 256) || !isHex(u, 130) || !isHex(v, 130)) return false;
  const identity = await findIdentity(core, mpinId);
  return identity !== undefined && identity.project_id === session.project_id && identity.state === 'active' && identity.public_key === publicKey.toLowerCase();
}

/**
 * Takes a device's report. A session in a final state stays as it is, and no device is shown it any more: a request is for one use, which whoever opens
 * it again learns before a PIN is asked for.
 *
 * @returns the session
 * @throws PlatformError INVALID_REQUEST_PARAMETERS for an unknown session, `wid` where it is final, `signed` where nothing was to be signed, or a signature of something else
 */
export async function reportSession(core: Core, accessId: string, report: DeviceReport): Promise<Session> {
  const session = await sessionByName(core, accessId);
  if (session === undefined || (report.status === 'wid' && isFinal(session.status))) throw invalidParameters('wid');
  if (report.status === 'signed') {
    if (session.hash === '') throw invalidParameters('status');
    if (!(await answers(core, session, report.signature))) throw invalidParameters('signature');
  }
  const changed = await core.db.queries.updateTable('sessions')
    .set({ status: report.status, ...(report.status === 'signed' ? { signature: report.signature } : {}) })
    .where('access_digest', '=', session.access_digest).where('status', 'in', BEFORE[report.status]).where('expires_at', '>', core.now())
    .returning('status').executeTakeFirst();
  if (changed !== undefined) core.wakeups.wake(session.access_digest);
  return session;
}

/** What a phone shows of a session before it asks for a PIN, beyond the API's own fields (docs/protocol.md 3.6). */
export interface Requester {
  readonly origin: string;
  readonly deviceName: string;
  /** ISO 3166-1; empty where it is not known. */
  readonly place: string;
  readonly otherNetwork: boolean;
  readonly nowMs?: number;
  readonly expiresAtMs?: number;
}

/** Who asks. An origin is told only while the project lists it; our own needs no listing. */
export function requesterOf(core: Core, caller: Caller, session: Session, project: Project | undefined): Requester {
  const listed = session.origin === core.config.publicUrl || (project?.origins.includes(session.origin) ?? false);
  return {
    origin: listed ? session.origin : '', deviceName: session.device_name, place: core.countries.of(session.network.split('/')[0] ?? ''),
    otherNetwork: session.network !== '' && session.network !== networkOf(caller.ip),
    ...(session.claim_until === null ? {} : { nowMs: core.now(), expiresAtMs: session.claim_until }),
  };
}
