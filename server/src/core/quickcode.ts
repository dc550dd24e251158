import { randomInt, randomUUID } from 'node:crypto';
import { audit } from './audit.ts';
import type { Caller, Core } from './core.ts';
import { unauthorized } from './credentials.ts';
import { PlatformError } from './errors.ts';
import { networkOf } from './network.ts';
import type { Project } from './projects.ts';
import { lockIdentity } from './strikes.ts';
import { countUse, subjectOfUser } from './use-counts.ts';
import { codeDigest } from './verification-start.ts';

const DAY_MS = 86_400_000;

/** A code for one more device of a person who just proved their PIN (docs/protocol.md 10.7). */
export interface QuickCode {
  /** Six digits. */
  readonly code: string;
  /** Unix seconds. */
  readonly expireTime: number;
  readonly ttlSeconds: number;
}

/** Whoever holds the token was signed in a moment ago. @throws PlatformError UNAUTHORIZED for any other text */
async function claimsOf(core: Core, project: Project, token: string): Promise<{ identityId: string; tokenDigest: string; expiresAt: number }> {
  try {
    const claims = await core.tokens.verifyRegistrationCode(token);
    if (claims.projectId === project.id) return { identityId: claims.identityId, tokenDigest: core.hasher.digest('token', claims.tokenId), expiresAt: claims.expiresAt * 1000 };
  } catch {
    throw unauthorized();
  }
  throw unauthorized();
}

/**
 * Gives a device a code that enrols one more. A newer code ends the older ones; the token serves once.
 *
 * @throws PlatformError UNAUTHORIZED, FORBIDDEN where the project bars it, REQUEST_BACKOFF for too many codes a day
 */
export async function issueQuickCode(core: Core, caller: Caller, project: Project, request: { token: string; deviceName: string }): Promise<QuickCode> {
  const { identityId, tokenDigest, expiresAt } = await claimsOf(core, project, request.token);
  const { enableRegistrationCode, limitRegCodeVerified } = project.settings;
  if (!enableRegistrationCode) throw new PlatformError('FORBIDDEN', 'QuickCode is switched off for this project.');
  const now = core.now();
  const ttlSeconds = core.config.quickCodeSeconds;
  const [id, code] = [randomUUID(), String(randomInt(1_000_000)).padStart(6, '0')];
  await core.db.transaction(async (queries) => {
    const identity = await lockIdentity(queries, identityId, now);
    if (identity.state === 'revoked') throw unauthorized();
    const fresh = await queries.insertInto('used_tokens').values({ digest: tokenDigest, expires_at: expiresAt })
      .onConflict((conflict) => conflict.column('digest').doNothing()).returning('digest').executeTakeFirst();
    if (fresh === undefined) throw unauthorized();
    if (limitRegCodeVerified && identity.enrolled_by === 'quickcode') throw new PlatformError('FORBIDDEN', 'A device that was itself enrolled by QuickCode cannot enrol another one in this project.');
    const subject = { projectId: project.id, userId: identity.user_id };
    // Locks the user's count, so that of two devices that ask at once the later one ends the earlier one's code.
    await countUse(queries, { subject: subjectOfUser('quickcode', project.id, identity.user_id), limit: core.config.codesPerDay, windowMs: DAY_MS }, now);
    await queries.updateTable('verifications').set({ state: 'cancelled' }).where('project_id', '=', project.id).where('user_id', '=', identity.user_id)
      .where('kind', '=', 'quickcode').where('state', '=', 'sent').execute();
    await queries.insertInto('verifications').values({
      id, project_id: project.id, user_id: identity.user_id, asked_user_id: identity.user_id, device_name: request.deviceName, lang: identity.lang, method: 'code',
      code_digest: codeDigest(core, 'code', id, code), state: 'sent', handed_over: 0, access_digest: null, access_sealed: null, match_number: null, match_choices: null,
      device_digest: null, ip: caller.ip, network: networkOf(caller.ip), starter_tries: 0, other_tries: 0, created_at: now, expires_at: now + ttlSeconds * 1000,
      kind: 'quickcode', address_proved: identity.address_proved,
    }).execute();
    await audit(queries, 'quickCodeIssued', { ...subject, identityId: identity.id, deviceName: identity.device_name, ip: caller.ip }, now);
  });
  return { code, expireTime: Math.floor(now / 1000) + ttlSeconds, ttlSeconds };
}
