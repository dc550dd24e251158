import { randomBytes } from 'node:crypto';
import type { EnrolmentKind } from '../store/schema-backend.ts';

/** What an M-Pin id says of how its user id was verified. */
const VERIFICATION: Readonly<Record<EnrolmentKind, string>> = { mail: 'email', custom: 'custom', initiate: 'pv', quickcode: 'code' };

/**
 * A new M-Pin id (docs/protocol.md 5.4), as bytes.
 *
 * @param now - Unix seconds
 */
export function newMpinId(userId: string, projectId: string, kind: EnrolmentKind, now: number): Buffer {
  const salt = randomBytes(16).toString('base64').replaceAll('=', '');
  return Buffer.from(JSON.stringify({ iat: now, userID: userId, cID: projectId, salt, v: 5, scope: ['auth'], dta: [], vt: VERIFICATION[kind] }));
}
