import { sha256 } from '../keys/secrets.ts';
import type { Caller, Core } from './core.ts';
import type { Principal } from './credentials.ts';
import { backoff } from './errors.ts';
import { makeGuess } from './guesses.ts';
import { findIdentity, revoked, toChecked, unsuccessful } from './identities.ts';
import { longestPast, signatureWindowOf } from './signature-windows.ts';

/** A signature as it arrives (docs/protocol.md 7.1); hex is lower case, points are decoded already. */
export interface SignatureRequest {
  /** Hex of the message. */
  readonly hash: string;
  readonly u: string;
  readonly v: string;
  readonly mpinId: string;
  readonly publicKey: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

async function inWindow(core: Core, applicationId: string | undefined, timestamp: number): Promise<boolean> {
  const now = Math.floor(core.now() / 1000);
  const { pastSeconds, futureSeconds } = await signatureWindowOf(core, applicationId);
  return timestamp >= now - pastSeconds && timestamp <= now + futureSeconds;
}

/**
 * Verifies a signature and certifies it. One signature is one guess of the PIN, however often it is sent.
 *
 * @returns the certificate, a JWT
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, REVOKED_MPINID, REQUEST_BACKOFF
 */
export async function verifySignature(core: Core, caller: Caller, principal: Principal, signature: SignatureRequest): Promise<string> {
  const identity = await findIdentity(core, signature.mpinId);
  if (identity === undefined || identity.project_id !== principal.projectId || identity.public_key !== signature.publicKey) throw unsuccessful();
  if (!(await inWindow(core, principal.applicationId, signature.timestamp))) throw unsuccessful();
  if (identity.state === 'revoked') throw revoked();
  const digest = sha256(JSON.stringify([identity.id, signature.hash, signature.u, signature.v, signature.timestamp]));
  const seen = await core.db.queries.selectFrom('signatures').select('valid').where('digest', '=', digest).executeTakeFirst();
  if (seen !== undefined) return repeat(core, seen.valid, signature.hash);
  const expiresAt = (signature.timestamp + (await longestPast(core, identity.project_id)) + 1) * 1000;
  await makeGuess(core, {
    identityId: identity.id, caller, applicationId: principal.applicationId, events: { success: 'signatureVerified', failure: 'signatureFailed' },
    async consume(queries) {
      const inserted = await queries.insertInto('signatures').values({ digest, identity_id: identity.id, valid: null, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('digest').doNothing()).returning('digest').executeTakeFirst();
      return inserted === undefined ? backoff(core.now() + 1000) : undefined;
    },
    async release(queries) {
      await queries.deleteFrom('signatures').where('digest', '=', digest).execute();
    },
    check: (locked) => core.checks.signature(toChecked(locked), { u: signature.u, v: signature.v, message: signature.hash, timestamp: signature.timestamp }),
    async settle(queries, _identity, valid) {
      await queries.updateTable('signatures').set({ valid: valid ? 1 : 0 }).where('digest', '=', digest).execute();
      return undefined;
    },
  });
  return core.tokens.certificate(signature.hash);
}

/** A signature that was checked before: the same outcome, no further strike. */
async function repeat(core: Core, valid: number | null, hash: string): Promise<string> {
  if (valid === null) throw backoff(core.now() + 1000);
  if (valid === 0) throw unsuccessful();
  return core.tokens.certificate(hash);
}
