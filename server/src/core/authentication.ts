import type { Selectable, Transaction } from 'kysely';
import type { ProofTable, Schema } from '../store/schema.ts';
import { mintActivation } from './activations.ts';
import type { Caller, Core } from './core.ts';
import { makeGuess } from './guesses.ts';
import { invalidSession, toChecked } from './identities.ts';
import type { Identity } from './identities.ts';
import { applicationOfOrigin } from './projects.ts';

/** The outcome of a sign-in (docs/protocol.md 6.3). */
export interface SignedIn {
  readonly jwt: string | undefined;
  /** Renews the identity's secrets, where its server secret is no longer the current one. */
  readonly renewalToken: string | undefined;
}

type Proof = Selectable<ProofTable>;

/** The waiting proof behind an authOTT, if one lives; it is not used up by looking. */
export async function findProof(core: Core, authOTT: string): Promise<Proof | undefined> {
  return core.db.queries.selectFrom('proofs').selectAll()
    .where('secret_digest', '=', core.hasher.digest('authOTT', authOTT)).where('expires_at', '>', core.now()).executeTakeFirst();
}

/** Only scope `oidc` acts upon a session; clients send left-over access ids with the others. */
function sessionOf(proof: Proof): string | undefined {
  return proof.scope === 'oidc' ? proof.access_digest ?? undefined : undefined;
}

async function sessionFits(queries: Transaction<Schema>, accessDigest: string, identity: Identity, now: number): Promise<boolean> {
  const session = await queries.selectFrom('sessions').select('access_digest').where('access_digest', '=', accessDigest).where('project_id', '=', identity.project_id)
    .where('hash', '=', '').where('status', 'in', ['new', 'wid', 'user']).where('expires_at', '>', now).executeTakeFirst();
  return session !== undefined;
}

async function completeSession(queries: Transaction<Schema>, accessDigest: string, identity: Identity, now: number): Promise<boolean> {
  const session = await queries.updateTable('sessions').set({ status: 'authenticated', authenticated_user_id: identity.user_id, authenticated_identity_id: identity.id })
    .where('access_digest', '=', accessDigest).where('status', 'in', ['new', 'wid', 'user']).where('expires_at', '>', now).returning('access_digest').executeTakeFirst();
  return session !== undefined;
}

/**
 * Checks the proof of a pass 2, once.
 *
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, REVOKED_MPINID, INVALID_AUTHENTICATION_SESSION, REQUEST_BACKOFF
 */
export async function authenticate(core: Core, caller: Caller, authOTT: string, nonce: string | undefined): Promise<SignedIn> {
  const proof = await findProof(core, authOTT);
  if (proof === undefined) throw invalidSession();
  const accessDigest = sessionOf(proof);
  const identity = await makeGuess(core, {
    identityId: proof.identity_id, caller, events: { success: 'signedIn', failure: 'signInFailed' },
    async consume(queries, locked, now) {
      const used = await queries.deleteFrom('proofs').where('secret_digest', '=', proof.secret_digest).where('expires_at', '>', now).returning('secret_digest').executeTakeFirst();
      if (used === undefined) return invalidSession();
      return accessDigest === undefined || (await sessionFits(queries, accessDigest, locked, now)) ? undefined : invalidSession();
    },
    check: (locked) => core.checks.proof(toChecked(locked), { u: proof.u, y: proof.y, v: proof.v }),
    async settle(queries, locked, valid, now) {
      if (!valid || accessDigest === undefined || locked.state === 'revoked') return undefined;
      return (await completeSession(queries, accessDigest, locked, now)) ? undefined : invalidSession();
    },
  });
  if (accessDigest !== undefined) core.wakeups.wake(accessDigest);
  return { jwt: await tokenFor(core, caller, proof, identity, nonce), renewalToken: await renewalFor(core, identity) };
}

async function tokenFor(core: Core, caller: Caller, proof: Proof, identity: Identity, nonce: string | undefined): Promise<string | undefined> {
  const subject = { projectId: identity.project_id, userId: identity.user_id };
  if (proof.scope === 'reg-code') return core.tokens.registrationCode(subject);
  if (proof.scope !== 'jwt') return undefined;
  const applicationId = caller.origin === undefined ? undefined : await applicationOfOrigin(core, identity.project_id, caller.origin);
  return core.tokens.signIn({ ...subject, applicationId, origin: caller.origin, nonce });
}

async function renewalFor(core: Core, identity: Identity): Promise<string | undefined> {
  if (identity.server_secret_id === core.serverSecret.currentId) return undefined;
  const activation = await core.db.transaction((queries) =>
    mintActivation(core, queries, { projectId: identity.project_id, userId: identity.user_id, replaces: identity.id }));
  return activation.actToken;
}
