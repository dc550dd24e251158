import { isSecretOf, toApplication } from './applications.ts';
import { audit, AUDIT_EVENTS } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import type { Right } from './rights.ts';
import { serviceAccountOfToken } from './service-accounts.ts';

/** Whoever calls the back-end API. */
export interface Principal {
  readonly projectId: string;
  /** The application, where one called. */
  readonly applicationId: string | undefined;
  /** The name of the service account, where one called: who the audit log names. */
  readonly actor: string;
  readonly rights: readonly Right[];
}

const NOTE_EVERY_MS = 60_000;

type Store = Pick<Core, 'db' | 'hasher' | 'now'>;

/** The credentials open nothing: missing, malformed, wrong or switched off. Nothing tells these apart. */
export function unauthorized(): PlatformError {
  return new PlatformError('UNAUTHORIZED', 'Access not allowed due to invalid credentials.');
}

/** One entry a minute for each application: whoever tries secrets does not fill the log. */
async function noteRefusal({ db, now }: Store, application: { readonly id: string; readonly project_id: string }, ip: string): Promise<void> {
  const at = now();
  const noted = await db.queries.selectFrom('audit').select('id').where('project_id', '=', application.project_id).where('created_at', '>', at - NOTE_EVERY_MS)
    .where('status', '=', AUDIT_EVENTS.credentialsRefused[1]).where('application_id', '=', application.id).executeTakeFirst();
  if (noted === undefined) await audit(db.queries, 'credentialsRefused', { projectId: application.project_id, userId: '', applicationId: application.id, ip }, at);
}

async function byBasic(store: Store, encoded: string, ip: string): Promise<Principal> {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw unauthorized();
  const row = await store.db.queries.selectFrom('applications').selectAll().where('id', '=', text.slice(0, colon)).executeTakeFirst();
  const right = isSecretOf(store, row, text.slice(colon + 1));
  if (row === undefined) throw unauthorized();
  if (row.active !== 1 || !right) {
    await noteRefusal(store, row, ip);
    throw unauthorized();
  }
  const { id, projectId, rights } = toApplication(row);
  return { projectId, applicationId: id, actor: '', rights };
}

async function byBearer(store: Store, token: string): Promise<Principal> {
  const account = await serviceAccountOfToken(store, token);
  if (account === undefined || !account.active) throw unauthorized();
  return { projectId: account.projectId, applicationId: undefined, actor: account.name, rights: account.rights };
}

/**
 * Whose credentials these are: Basic with an application's id and secret (RFC 7617), or Bearer with a service account's token (RFC 6750).
 *
 * @param header - the value of `Authorization`
 * @param ip - of whoever sends them, for the audit log
 * @throws PlatformError UNAUTHORIZED
 */
export async function authenticateCredentials(store: Store, header: string | undefined, ip: string): Promise<Principal> {
  const [scheme, value, ...rest] = (header ?? '').trim().split(/ +/);
  if (value === undefined || rest.length > 0) throw unauthorized();
  switch (scheme?.toLowerCase()) {
    case 'basic':
      return byBasic(store, value, ip);
    case 'bearer':
      return byBearer(store, value);
    default:
      throw unauthorized();
  }
}

/**
 * Lets pass who holds the right, in the project that the request is about.
 *
 * @param projectId - the project that a path or a body names; `undefined` means the principal's own
 * @throws PlatformError FORBIDDEN; whether another project exists at all does not show
 */
export function requireRight(principal: Principal, right: Right, projectId: string | undefined): void {
  if (!principal.rights.includes(right) || (projectId !== undefined && projectId !== principal.projectId)) {
    throw new PlatformError('FORBIDDEN', 'The request is forbidden.');
  }
}
