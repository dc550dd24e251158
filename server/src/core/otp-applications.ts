import { newSecret } from '../keys/secrets.ts';
import { auditApplication, insertApplication, listApplications } from './applications.ts';
import type { Application } from './applications.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { readRights } from './rights.ts';

/** An application of type `otp`, with what it has besides. */
export interface OtpApplication {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  /** How long a password lives. */
  readonly ttlSeconds: number;
}

/** What a new OTP application needs. */
export interface NewOtpApplication {
  readonly projectId: string;
  readonly name: string;
  /** Life of a password; 90 s unless given. */
  readonly ttlSeconds?: number;
  /** Who makes it, for the audit log. */
  readonly actor: string;
}

/** A new OTP application; both secrets are told here and never again. */
export interface CreatedOtpApplication {
  readonly clientId: string;
  /** Authenticates only, so that its digest is all that is kept. */
  readonly clientSecret: string;
  /** Signs requests and opens answers of `POST /otp` (docs/otp.md). */
  readonly otpSecret: string;
}

/** Shortest, longest and default life of a password, seconds. */
export const OTP_SECONDS = { min: 30, max: 600, default: 90 } as const;

type Store = Pick<Core, 'db' | 'hasher' | 'sealer' | 'now'>;

const label = (id: string): string => `OTP secret of ${id}`;

/** Makes an OTP application. It has no origins, so that no page's sign-in is ever made out to it. @throws PlatformError INVALID_REQUEST_PARAMETERS */
export async function createOtpApplication(store: Store, { projectId, name, ttlSeconds = OTP_SECONDS.default, actor }: NewOtpApplication): Promise<CreatedOtpApplication> {
  const otpSecret = newSecret();
  return store.db.transaction(async (queries) => {
    const created = await insertApplication(store, queries, { projectId, name, type: 'otp', rights: ['otp'], actor });
    await queries.insertInto('otp_applications')
      .values({ application_id: created.clientId, secret_sealed: store.sealer.seal(label(created.clientId), otpSecret), ttl_seconds: ttlSeconds, rotated_at: store.now() }).execute();
    return { ...created, otpSecret };
  });
}

/**
 * Gives an OTP application a new OTP secret; the former one ends at once.
 *
 * @returns the new secret, told here and never again
 * @throws PlatformError NOT_FOUND
 */
export async function rotateOtpSecret(store: Store, id: string, actor: string): Promise<string> {
  const otpSecret = newSecret();
  await store.db.transaction(async (queries) => {
    const row = await queries.updateTable('otp_applications').set({ secret_sealed: store.sealer.seal(label(id), otpSecret), rotated_at: store.now() })
      .where('application_id', '=', id).returning('application_id').executeTakeFirst();
    if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no OTP application ${id}.`);
    await auditApplication(queries, 'secretRegenerated', id, actor, store.now());
  });
  return otpSecret;
}

/** Gives passwords of an OTP application another life, seconds; those that live keep theirs. @throws PlatformError NOT_FOUND */
export async function changeOtpSeconds(store: Pick<Store, 'db' | 'now'>, id: string, ttlSeconds: number, actor: string): Promise<void> {
  await store.db.transaction(async (queries) => {
    const row = await queries.updateTable('otp_applications').set({ ttl_seconds: ttlSeconds }).where('application_id', '=', id).returning('application_id').executeTakeFirst();
    if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no OTP application ${id}.`);
    await auditApplication(queries, 'applicationChanged', id, actor, store.now());
  });
}

/** The OTP application of this id; `undefined` where there is none, or it is for something else, is switched off, or has lost its right. */
export async function findOtpApplication({ db }: Pick<Core, 'db'>, id: string): Promise<OtpApplication | undefined> {
  const row = await db.queries.selectFrom('applications').innerJoin('otp_applications', 'otp_applications.application_id', 'applications.id')
    .select(['id', 'project_id', 'name', 'rights', 'ttl_seconds']).where('id', '=', id).where('type', '=', 'otp').where('active', '=', 1).executeTakeFirst();
  if (row === undefined || !readRights(row.rights).includes('otp')) return undefined;
  return { id: row.id, projectId: row.project_id, name: row.name, ttlSeconds: row.ttl_seconds };
}

/** The OTP applications of a project, oldest first, in whatever state they are. */
export async function listOtpApplications(store: Pick<Core, 'db'>, projectId: string): Promise<readonly Application[]> {
  return (await listApplications(store, projectId)).filter(({ type }) => type === 'otp');
}

/** The OTP secret of an application that {@link findOtpApplication} found. */
export async function otpSecretOf({ db, sealer }: Pick<Core, 'db' | 'sealer'>, id: string): Promise<string> {
  const { secret_sealed: sealed } = await db.queries.selectFrom('otp_applications').select('secret_sealed').where('application_id', '=', id).executeTakeFirstOrThrow();
  return sealer.open(label(id), sealed);
}
