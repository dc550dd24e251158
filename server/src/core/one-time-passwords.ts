import { randomInt } from 'node:crypto';
import type { Queries } from '../store/database.ts';
import { audit } from './audit.ts';
import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import type { OtpApplication } from './otp-applications.ts';

/** A password as its owner sees it (docs/protocol.md 6.7). */
export interface OneTimePassword {
  /** 6 digits. */
  readonly password: string;
  /** Unix seconds; rounded down, so that it never promises more than is kept. */
  readonly expiresAt: number;
  readonly ttlSeconds: number;
}

/** Wrong tries of one RADIUS client that end a password for that client. */
const OTP_TRIES = 3;

const DIGITS = 6;

type Store = Pick<Core, 'db' | 'sealer' | 'now'>;
type Owner = { readonly applicationId: string; readonly userId: string };

const label = ({ applicationId, userId }: Owner): string => `one-time password ${JSON.stringify([applicationId, userId])}`;

/**
 * Makes a password for an identity whose PIN was proved, within the transaction that settles the proof: there is no other way to one. It
 * takes the place, and the counted tries, of the user's former password for this application.
 */
export async function makeOneTimePassword({ sealer }: Pick<Core, 'sealer'>, queries: Queries, application: OtpApplication, identity: Identity, ip: string, now: number): Promise<OneTimePassword> {
  const owner = { applicationId: application.id, userId: identity.user_id };
  const password = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const expiresAtMs = now + application.ttlSeconds * 1000;
  const made = { password_sealed: sealer.seal(label(owner), password), identity_id: identity.id, tries: '{}', created_at: now, expires_at: expiresAtMs, touched_at: now };
  await queries.insertInto('one_time_passwords').values({ application_id: owner.applicationId, user_id: owner.userId, ...made })
    .onConflict((conflict) => conflict.columns(['application_id', 'user_id']).doUpdateSet(made)).execute();
  await audit(queries, 'otpMade', { projectId: identity.project_id, userId: owner.userId, identityId: identity.id, deviceName: identity.device_name, applicationId: application.id, ip }, now);
  return { password, expiresAt: Math.floor(expiresAtMs / 1000), ttlSeconds: application.ttlSeconds };
}

/** The living password of a user, for the application itself (docs/otp.md). Nothing is used up. */
export async function readOneTimePassword({ db, sealer, now }: Store, owner: Owner): Promise<Omit<OneTimePassword, 'ttlSeconds'> | undefined> {
  const row = await db.queries.selectFrom('one_time_passwords').select(['password_sealed', 'expires_at'])
    .where('application_id', '=', owner.applicationId).where('user_id', '=', owner.userId).where('expires_at', '>', now()).executeTakeFirst();
  return row && { password: sealer.open(label(owner), row.password_sealed), expiresAt: Math.floor(row.expires_at / 1000) };
}

/** A try to log in. */
export interface OtpTry extends Owner {
  readonly projectId: string;
  /** Whose tries it counts among. */
  readonly radiusClientId: string;
  /** Where the try came from, for the audit log. */
  readonly ip: string;
  /** Compares in constant time; over CHAP what is compared is a digest, so the password itself never arrives. */
  readonly matches: (password: string) => boolean;
}

/**
 * Tries a password: right, it is erased and serves nobody again; wrong, it counts for this RADIUS client alone, whose third wrong try ends the
 * password for it (and for nobody else, so that strangers cannot use up a person's tries). All of it is one transaction that takes the row's
 * lock first: of any number of right tries at once, on any number of nodes, exactly one is accepted.
 *
 * @returns whether it is accepted
 */
export async function tryOneTimePassword({ db, sealer, now }: Store, attempt: OtpTry): Promise<boolean> {
  const at = now();
  const { applicationId, userId, radiusClientId } = attempt;
  const mine = { application_id: applicationId, user_id: userId };
  // Tries of strangers end here, without a write.
  const living = await db.queries.selectFrom('one_time_passwords').select('user_id').where((eb) => eb.and(mine)).where('expires_at', '>', at).executeTakeFirst();
  if (living === undefined) return refused(db.queries, attempt, at);
  return db.transaction(async (queries) => {
    const row = await queries.updateTable('one_time_passwords').set({ touched_at: at }).where((eb) => eb.and(mine)).where('expires_at', '>', at).returningAll().executeTakeFirst();
    if (row === undefined) return refused(queries, attempt, at);
    const tries = new Map(Object.entries(JSON.parse(row.tries) as Record<string, number>));
    const wrong = tries.get(radiusClientId) ?? 0;
    if (wrong >= OTP_TRIES) return refused(queries, attempt, at);
    const right = attempt.matches(sealer.open(label(attempt), row.password_sealed));
    if (right) {
      await queries.deleteFrom('one_time_passwords').where((eb) => eb.and(mine)).execute();
    } else {
      const counted = JSON.stringify(Object.fromEntries(tries.set(radiusClientId, wrong + 1)));
      await queries.updateTable('one_time_passwords').set({ tries: counted }).where((eb) => eb.and(mine)).execute();
    }
    await audit(queries, right ? 'otpAccepted' : 'otpRefused', { projectId: attempt.projectId, userId, identityId: row.identity_id, applicationId, ip: attempt.ip }, at);
    return right;
  });
}

/**
 * Writes down a refusal by which no password was tried: there is none that lives, or it has ended for this RADIUS client. Only of the project's
 * own people, so that made-up names fill no log; how often one of them is written is bounded by the rate of tries.
 */
async function refused(queries: Queries, { projectId, userId, applicationId, ip }: OtpTry, at: number): Promise<false> {
  const known = await queries.selectFrom('identities').select('id').where('project_id', '=', projectId).where('user_id', '=', userId).limit(1).executeTakeFirst();
  if (known !== undefined) await audit(queries, 'otpRefused', { projectId, userId, applicationId, ip }, at);
  return false;
}

/** Erases what expired: at once, since nobody needs to be told which password it was. */
export async function eraseExpiredPasswords({ db, now }: Pick<Core, 'db' | 'now'>): Promise<void> {
  await db.queries.deleteFrom('one_time_passwords').where('expires_at', '<=', now()).execute();
}
