import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import { lockIdentity, revokeIdentity } from './strikes.ts';

/**
 * Gives the owner of an address the right to say "This was not me" of a new identity (docs/protocol.md 5.5).
 *
 * @returns the code for the mailed link; only its digest is kept
 */
export async function mintObjection(core: Core, queries: Queries, identityId: string, now: number): Promise<string> {
  const code = newSecret();
  await queries.insertInto('objections').values({
    code_digest: core.hasher.digest('objection', code), identity_id: identityId, expires_at: now + core.config.objectionSeconds * 1000,
  }).execute();
  return code;
}

/** The identity that a code speaks of; `undefined` for a code that was never given out or is too old. */
export async function findObjection(core: Core, code: string): Promise<Identity | undefined> {
  if (!SECRET_PATTERN.test(code)) return undefined;
  return core.db.queries.selectFrom('objections').innerJoin('identities', 'identities.id', 'objections.identity_id').selectAll('identities')
    .where('objections.code_digest', '=', core.hasher.digest('objection', code)).where('objections.expires_at', '>', core.now()).executeTakeFirst();
}

/**
 * Revokes the identity that a code speaks of, at once. Saying it again changes nothing.
 *
 * @param ip - of whoever says it, for the audit
 */
export async function objectTo(core: Core, code: string, ip: string): Promise<Identity | undefined> {
  const identity = await findObjection(core, code);
  if (identity === undefined) return undefined;
  const now = core.now();
  return core.db.transaction(async (queries) => {
    const locked = await lockIdentity(queries, identity.id, now);
    if (locked.state !== 'revoked') await revokeIdentity(queries, locked, 'not the owner', ip, now);
    return locked;
  });
}
