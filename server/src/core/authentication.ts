import type { Selectable } from 'kysely';
import type { ProofTable } from '../store/schema.ts';
import { mintActivation } from './activations.ts';
import type { Caller, Core } from './core.ts';
import { makeGuess } from './guesses.ts';
import { invalidParameters, PlatformError } from './errors.ts';
import { invalidSession, toChecked } from './identities.ts';
import type { Identity } from './identities.ts';
import { makeOneTimePassword } from './one-time-passwords.ts';
import type { OneTimePassword } from './one-time-passwords.ts';
import { findOtpApplication } from './otp-applications.ts';
import type { OtpApplication } from './otp-applications.ts';
import { applicationOfOrigin } from './projects.ts';
import { claimSession, mayClaim } from './sessions-claim.ts';
import type { Claim } from './sessions-claim.ts';

/** The outcome of a sign-in (docs/protocol.md 6.3). */
export interface SignedIn {
  readonly jwt: string | undefined;
  /** For scope `otp`, in place of a token (docs/protocol.md 6.7). */
  readonly otp: OneTimePassword | undefined;
  /** Renews the identity's secrets, where its server secret is no longer the current one. */
  readonly renewalToken: string | undefined;
  /** The right to end what was signed in to elsewhere (docs/protocol.md 3.8). */
  readonly signOutHandle: string | undefined;
}

type Proof = Selectable<ProofTable>;

/** The waiting proof behind an authOTT, if one lives; it is not used up by looking. */
export async function findProof(core: Core, authOTT: string): Promise<Proof | undefined> {
  return core.db.queries.selectFrom('proofs').selectAll()
    .where('secret_digest', '=', core.hasher.digest('authOTT', authOTT)).where('expires_at', '>', core.now()).executeTakeFirst();
}

/** The application that scope `otp` makes a password for. @throws PlatformError INVALID_REQUEST_PARAMETERS where the identity's project has no such */
async function otpApplicationOf(core: Core, proof: Proof, clientId: string | undefined): Promise<OtpApplication | undefined> {
  if (proof.scope !== 'otp') return undefined;
  const application = await findOtpApplication(core, clientId ?? '');
  const { project_id: projectId } = await core.db.queries.selectFrom('identities').select('project_id').where('id', '=', proof.identity_id).executeTakeFirstOrThrow();
  if (application?.projectId !== projectId) throw invalidParameters('clientId');
  return application;
}

/** Only scope `oidc` acts upon a session; clients send left-over access ids with the others. */
function sessionOf(proof: Proof): string | undefined {
  return proof.scope === 'oidc' ? proof.access_digest ?? undefined : undefined;
}

/**
 * Checks the proof of a pass 2, once.
 *
 * @param clientId - the OTP application, for scope `otp`
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, REVOKED_MPINID, INVALID_AUTHENTICATION_SESSION, REQUEST_BACKOFF, INVALID_REQUEST_PARAMETERS
 */
export async function authenticate(core: Core, caller: Caller, authOTT: string, nonce: string | undefined, clientId?: string): Promise<SignedIn> {
  const proof = await findProof(core, authOTT);
  if (proof === undefined) throw invalidSession();
  const accessDigest = sessionOf(proof);
  const otpApplication = await otpApplicationOf(core, proof, clientId);
  const applicationId = otpApplication?.id ?? (await applicationOf(core, caller, proof.identity_id, accessDigest));
  let otp: OneTimePassword | undefined;
  let claim: Claim | undefined;
  const identity = await makeGuess(core, {
    identityId: proof.identity_id, caller, applicationId, events: { success: 'signedIn', failure: 'signInFailed' },
    async consume(queries, locked, now) {
      const used = await queries.deleteFrom('proofs').where('secret_digest', '=', proof.secret_digest).where('expires_at', '>', now).returning('secret_digest').executeTakeFirst();
      if (used === undefined) return invalidSession();
      return accessDigest === undefined ? undefined : mayClaim(queries, accessDigest, locked, now);
    },
    check: (locked) => core.checks.proof(toChecked(locked), { u: proof.u, y: proof.y, v: proof.v }),
    async settle(queries, locked, valid, now) {
      if (valid && otpApplication !== undefined && locked.state !== 'revoked') otp = await makeOneTimePassword(core, queries, otpApplication, locked, caller.ip, now);
      if (!valid || accessDigest === undefined || locked.state === 'revoked') return undefined;
      const outcome = await claimSession(core, queries, accessDigest, locked, now);
      if (outcome instanceof PlatformError) return outcome;
      claim = outcome;
      return undefined;
    },
  });
  if (accessDigest !== undefined) core.wakeups.wake(accessDigest);
  return { jwt: await tokenFor(core, { caller, applicationId, nonce }, proof, identity), otp, renewalToken: await renewalFor(core, identity), signOutHandle: claim?.signOutHandle };
}

/**
 * The application that is signed in to, if it is one. For another page's session it is that session's: a phone, and the log-in page of the OpenID
 * provider, prove the PIN at an origin of the platform's own.
 */
async function applicationOf(core: Core, caller: Caller, identityId: string, accessDigest: string | undefined): Promise<string | undefined> {
  const session = accessDigest === undefined ? undefined : await core.db.queries.selectFrom('sessions').select(['application_id', 'origin']).where('access_digest', '=', accessDigest).executeTakeFirst();
  if (session !== undefined && session.application_id !== null) return session.application_id;
  const origin = session === undefined || session.origin === '' ? caller.origin : session.origin;
  if (origin === undefined) return undefined;
  const identity = await core.db.queries.selectFrom('identities').select('project_id').where('id', '=', identityId).executeTakeFirst();
  return identity === undefined ? undefined : applicationOfOrigin(core, identity.project_id, origin);
}

/** Where a token is asked for, and what it is to say of that. */
interface Asked {
  readonly caller: Caller;
  readonly applicationId: string | undefined;
  readonly nonce: string | undefined;
}

async function tokenFor(core: Core, { caller, applicationId, nonce }: Asked, proof: Proof, identity: Identity): Promise<string | undefined> {
  const subject = { projectId: identity.project_id, userId: identity.user_id };
  if (proof.scope === 'reg-code') return core.tokens.registrationCode({ ...subject, identityId: identity.id });
  if (proof.scope !== 'jwt') return undefined;
  return core.tokens.signIn({ ...subject, applicationId, origin: caller.origin, nonce });
}

async function renewalFor(core: Core, identity: Identity): Promise<string | undefined> {
  if (identity.server_secret_id === (await core.serverSecrets.current()).id) return undefined;
  const activation = await core.db.transaction((queries) =>
    mintActivation(core, queries, { projectId: identity.project_id, userId: identity.user_id, replaces: identity.id, kind: identity.enrolled_by, addressProved: identity.address_proved === 1 }));
  return activation.actToken;
}
