import { newSecret } from '../keys/secrets.ts';
import { createChallenge } from '../protocol.ts';
import type { Queries } from '../store/database.ts';
import type { Scope } from '../store/schema.ts';
import type { Caller, Core } from './core.ts';
import { identityIdOf, unsuccessful } from './identities.ts';
import type { Identity } from './identities.ts';
import { lapsed, lapsesNow } from './lapses.ts';

/** Pass 1 (docs/protocol.md 6.1). Points are lower-case hex and decoded already. */
export interface Pass1 {
  readonly mpinId: string;
  readonly u: string;
  readonly publicKey: string | undefined;
  readonly scope: Scope;
}

/**
 * The identity of an M-Pin id, with the lock of its passes: they are counted, replaced and used up one after the other.
 * Rows that refer to the identity can be written meanwhile.
 */
async function lockPasses(queries: Queries, mpinId: string): Promise<Identity | undefined> {
  return queries.selectFrom('identities').selectAll().where('id', '=', identityIdOf(mpinId)).forNoKeyUpdate().executeTakeFirst();
}

/**
 * Gives out y for an identity's U; to a revoked one as well, which learns of that at `authenticate`, the one place where clients of the API
 * look for it. No proof of it is ever checked.
 *
 * @returns 64 hex digits
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, EXPIRED_MPINID
 */
export async function pass1(core: Core, caller: Caller, pass: Pass1): Promise<string> {
  const now = core.now();
  const y = createChallenge();
  const living = await core.db.transaction(async (queries) => {
    const identity = await lockPasses(queries, pass.mpinId);
    if (identity === undefined || identity.public_key !== pass.publicKey) throw unsuccessful();
    if (await lapsesNow(core, queries, identity, { ip: caller.ip }, now)) return false;
    await queries.deleteFrom('passes').where('identity_id', '=', identity.id).where((eb) => eb.or([eb('u', '=', pass.u), eb('expires_at', '<=', now)])).execute();
    await queries.insertInto('passes').values({ identity_id: identity.id, u: pass.u, y, scope: pass.scope, expires_at: now + core.config.pass1Seconds * 1000 }).execute();
    await queries.deleteFrom('passes').where('identity_id', '=', identity.id).where('id', 'not in', (eb) =>
      eb.selectFrom('passes').select('id').where('identity_id', '=', identity.id).orderBy('id', 'desc').limit(core.config.pendingPasses)).execute();
    return true;
  });
  if (!living) throw lapsed();
  return y;
}

/** Pass 2 (docs/protocol.md 6.2). */
export interface Pass2 {
  readonly mpinId: string;
  readonly v: string;
  /** Which pass 1 is meant; without it the newest. */
  readonly u: string | undefined;
  readonly accessId: string | undefined;
}

/**
 * Takes V, and uses up the y that it answers. Whatever will come of it shows at `authenticate` only: where no y waits,
 * the secret given out belongs to nothing.
 *
 * @returns authOTT
 */
export async function pass2(core: Core, pass: Pass2): Promise<string> {
  const authOTT = newSecret();
  const now = core.now();
  await core.db.transaction(async (queries) => {
    const identity = await lockPasses(queries, pass.mpinId);
    if (identity === undefined) return;
    const { u } = pass;
    const row = await queries.deleteFrom('passes')
      .where('id', 'in', (eb) => {
        const waiting = eb.selectFrom('passes').select('id').where('identity_id', '=', identity.id).where('expires_at', '>', now);
        return (u === undefined ? waiting : waiting.where('u', '=', u)).orderBy('id', 'desc').limit(1);
      })
      .returning(['u', 'y', 'scope']).executeTakeFirst();
    if (row === undefined) return;
    await queries.insertInto('proofs').values({
      secret_digest: core.hasher.digest('authOTT', authOTT), identity_id: identity.id, u: row.u, y: row.y, v: pass.v, scope: row.scope,
      access_digest: pass.accessId === undefined || pass.accessId === '' ? null : core.hasher.digest('accessId', pass.accessId),
      expires_at: now + core.config.proofSeconds * 1000,
    }).execute();
  });
  return authOTT;
}
