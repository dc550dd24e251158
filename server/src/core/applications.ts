import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { newSecret, sameSecret } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { ApplicationTable, ApplicationType } from '../store/schema.ts';
import { audit } from './audit.ts';
import type { AuditEvent } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { readRights, writeRights } from './rights.ts';
import type { Right } from './rights.ts';

export type { ApplicationType };

/** Everything an application can be for. */
export const APPLICATION_TYPES = ['sign-in', 'openid', 'otp'] as const satisfies readonly ApplicationType[];

/** An application of a project. Its secret is known to itself alone. */
export interface Application {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly type: ApplicationType;
  readonly rights: readonly Right[];
  /** Origins whose sign-ins are this application's. */
  readonly origins: readonly string[];
  readonly active: boolean;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** What the functions of this file need: the database, the clock, and what secrets are hashed with. */
export type ApplicationStore = Pick<Core, 'db' | 'hasher' | 'now'>;

export function toApplication(row: Selectable<ApplicationTable>): Application {
  return {
    id: row.id, projectId: row.project_id, name: row.name, type: row.type, rights: readRights(row.rights),
    origins: JSON.parse(row.origins) as string[], active: row.active === 1, createdAt: row.created_at,
  };
}

/** Whether a secret is an application's, or its former one while that still holds; of an application that does not exist none is. Takes as long in every case. */
export function isSecretOf({ hasher, now }: Pick<ApplicationStore, 'hasher' | 'now'>, row: Selectable<ApplicationTable> | undefined, secret: string): boolean {
  const given = hasher.digest('application', secret);
  const present = sameSecret(row?.secret_digest ?? '', given);
  const former = sameSecret(row?.former_secret_digest ?? '', given) && (row?.former_secret_until ?? 0) > now();
  return row !== undefined && (present || former);
}

/** The application of this id, in whatever state it is. */
export async function findApplication({ db }: Pick<Core, 'db'>, id: string): Promise<Application | undefined> {
  const row = await db.queries.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toApplication(row);
}

/** The applications of a project, oldest first. */
export async function listApplications({ db }: Pick<Core, 'db'>, projectId: string): Promise<readonly Application[]> {
  const rows = await db.queries.selectFrom('applications').selectAll().where('project_id', '=', projectId).orderBy('created_at').orderBy('id').execute();
  return rows.map(toApplication);
}

const NAME_LENGTH = 60;

/** A name that applications can have, in its stored form (NFC, no spaces around it): one line of 1 to 60 characters; `undefined` for anything else. */
export function readApplicationName(text: string): string | undefined {
  const name = text.normalize('NFC').trim();
  return name === '' || name.length > NAME_LENGTH || /[\p{C}\p{Zl}\p{Zp}]/u.test(name) ? undefined : name;
}

/** The same. @throws PlatformError INVALID_REQUEST_PARAMETERS where it is none */
export function requireApplicationName(text: string): string {
  const name = readApplicationName(text);
  if (name === undefined) throw new PlatformError('INVALID_REQUEST_PARAMETERS', `An application has a name of 1 to ${NAME_LENGTH} characters, on one line.`, { params: 'name' });
  return name;
}

/** As much of a longer name, such as a project's, as an application's holds; no character is cut in two. */
export function shortApplicationName(name: string): string {
  return name.slice(0, NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

/** What a new application needs. */
export interface NewApplication {
  readonly projectId: string;
  readonly name: string;
  readonly type?: ApplicationType;
  /** Granted by whoever creates it; none for what people register themselves. */
  readonly rights?: readonly Right[];
  readonly origins?: readonly string[];
  /** Who makes it, for the audit log. */
  readonly actor?: string;
}

/** A new application; the secret is told here and never again. */
export interface CreatedApplication {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Makes an application within the caller's transaction. @throws PlatformError INVALID_REQUEST_PARAMETERS */
export async function insertApplication({ hasher, now }: Pick<ApplicationStore, 'hasher' | 'now'>, queries: Queries, application: NewApplication): Promise<CreatedApplication> {
  const created = { clientId: randomUUID(), clientSecret: newSecret() };
  await queries.insertInto('applications').values({
    id: created.clientId, project_id: application.projectId, name: requireApplicationName(application.name), secret_digest: hasher.digest('application', created.clientSecret),
    origins: JSON.stringify(application.origins ?? []), created_at: now(), type: application.type ?? 'sign-in', rights: writeRights(application.rights ?? []),
  }).execute();
  await audit(queries, 'applicationCreated', { projectId: application.projectId, userId: '', applicationId: created.clientId, ip: '', actor: application.actor }, now());
  return created;
}

/** Makes an application. @throws PlatformError INVALID_REQUEST_PARAMETERS */
export async function createApplication(store: ApplicationStore, application: NewApplication): Promise<CreatedApplication> {
  return store.db.transaction((queries) => insertApplication(store, queries, application));
}

/** Records what was done to an application, in its project's log, within the transaction that does it. */
export async function auditApplication(queries: Queries, event: AuditEvent, applicationId: string, actor: string, now: number): Promise<void> {
  const { project_id: projectId } = await queries.selectFrom('applications').select('project_id').where('id', '=', applicationId).executeTakeFirstOrThrow();
  await audit(queries, event, { projectId, userId: '', applicationId, ip: '', actor }, now);
}

/** Changes of an application and what the audit log calls them. */
type Change = Partial<Pick<Selectable<ApplicationTable>, 'rights' | 'active' | 'name' | 'origins' | 'secret_digest' | 'former_secret_digest' | 'former_secret_until'>>;

/** What is changed, by whom, and what the audit log calls it. */
interface Changing {
  readonly id: string;
  readonly actor: string;
  readonly event: AuditEvent;
}

async function changeWithin(queries: Queries, now: number, { id, actor, event }: Changing, decide: (row: Selectable<ApplicationTable>) => Change): Promise<Application> {
  // The row is written before it is read, so that two changes at once follow one another.
  const row = await queries.updateTable('applications').set((eb) => ({ name: eb.ref('name') })).where('id', '=', id).returningAll().executeTakeFirst();
  if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no application ${id}.`);
  const changed = await queries.updateTable('applications').set(decide(row)).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  await audit(queries, event, { projectId: row.project_id, userId: '', applicationId: id, ip: '', actor }, now);
  return toApplication(changed);
}

async function change(store: ApplicationStore, id: string, actor: string, event: AuditEvent, decide: (row: Selectable<ApplicationTable>) => Change): Promise<Application> {
  return store.db.transaction((queries) => changeWithin(queries, store.now(), { id, actor, event }, decide));
}

/** Gives an application another name and other origins. @throws PlatformError INVALID_REQUEST_PARAMETERS, NOT_FOUND */
export async function changeApplication(store: ApplicationStore, id: string, { name, origins }: { readonly name: string; readonly origins: readonly string[] }, actor: string): Promise<Application> {
  const changed = { name: requireApplicationName(name), origins: JSON.stringify(origins) };
  return change(store, id, actor, 'applicationChanged', () => changed);
}

/** Grants rights to an application, beside those it has. Only an administrator does this. */
export async function grantRights(store: ApplicationStore, id: string, rights: readonly Right[], actor: string): Promise<Application> {
  return change(store, id, actor, 'rightsGranted', (row) => ({ rights: writeRights([...readRights(row.rights), ...rights]) }));
}

/** Takes rights away; effective with the next request. */
export async function withdrawRights(store: ApplicationStore, id: string, rights: readonly Right[], actor: string): Promise<Application> {
  return change(store, id, actor, 'rightsWithdrawn', (row) => ({ rights: writeRights(readRights(row.rights).filter((right) => !rights.includes(right))) }));
}

/** Switches an application's credentials off, or on again. */
export async function setApplicationActive(store: ApplicationStore, id: string, active: boolean, actor: string): Promise<Application> {
  return change(store, id, actor, active ? 'applicationEnabled' : 'applicationDisabled', () => ({ active: active ? 1 : 0 }));
}

/** Switches an application's credentials off within the caller's transaction. */
export async function disableWithin(queries: Queries, id: string, actor: string, now: number): Promise<void> {
  await changeWithin(queries, now, { id, actor, event: 'applicationDisabled' }, () => ({ active: 0 }));
}

/**
 * Gives an application a new secret.
 *
 * @param overlapSeconds - how long the former secret holds beside it; 0 ends it at once
 * @returns the new secret, told here and never again
 */
export async function regenerateSecret(store: ApplicationStore, id: string, overlapSeconds: number, actor: string): Promise<CreatedApplication> {
  const clientSecret = newSecret();
  await change(store, id, actor, 'secretRegenerated', (row) => ({
    secret_digest: store.hasher.digest('application', clientSecret),
    former_secret_digest: overlapSeconds > 0 ? row.secret_digest : null, former_secret_until: overlapSeconds > 0 ? store.now() + overlapSeconds * 1000 : null,
  }));
  return { clientId: id, clientSecret };
}
