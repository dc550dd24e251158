import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { newSecret } from '../keys/secrets.ts';
import type { ServiceAccountTable } from '../store/schema-backend.ts';
import type { ApplicationStore } from './applications.ts';
import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { readRights, writeRights } from './rights.ts';
import type { Right } from './rights.ts';

/** What every token begins with, so that scanners for leaked secrets know it. */
const PREFIX = 'mpin_sa_';

/** A service account: a program that uses the back-end API with a token of its own. */
export interface ServiceAccount {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly active: boolean;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

function toServiceAccount(row: Selectable<ServiceAccountTable>): ServiceAccount {
  return { id: row.id, projectId: row.project_id, name: row.name, rights: readRights(row.rights), active: row.active === 1, createdAt: row.created_at };
}

/** The account that a token belongs to, active or not. */
export async function serviceAccountOfToken({ db, hasher }: Pick<Core, 'db' | 'hasher'>, token: string): Promise<ServiceAccount | undefined> {
  const row = await db.queries.selectFrom('service_accounts').selectAll().where('token_digest', '=', hasher.digest('service-account', token)).executeTakeFirst();
  return row && toServiceAccount(row);
}

/** The accounts of a project, oldest first. */
export async function listServiceAccounts({ db }: Pick<Core, 'db'>, projectId: string): Promise<readonly ServiceAccount[]> {
  const rows = await db.queries.selectFrom('service_accounts').selectAll().where('project_id', '=', projectId).orderBy('created_at').orderBy('id').execute();
  return rows.map(toServiceAccount);
}

/** Makes an account. @returns its token, told here and never again */
export async function createServiceAccount(store: ApplicationStore, account: { projectId: string; name: string; rights: readonly Right[] }, actor: string): Promise<{ account: ServiceAccount; token: string }> {
  const token = `${PREFIX}${newSecret()}`;
  const row = {
    id: randomUUID(), project_id: account.projectId, name: account.name, token_digest: store.hasher.digest('service-account', token),
    rights: writeRights(account.rights), active: 1, created_at: store.now(),
  };
  await store.db.transaction(async (queries) => {
    await queries.insertInto('service_accounts').values(row).execute();
    await audit(queries, 'serviceAccountCreated', { projectId: account.projectId, userId: '', ip: '', actor }, store.now());
  });
  return { account: toServiceAccount(row), token };
}

/** Switches an account off, or on again; effective with the next request. @throws PlatformError NOT_FOUND */
export async function setServiceAccountActive(store: ApplicationStore, id: string, active: boolean, actor: string): Promise<ServiceAccount> {
  return store.db.transaction(async (queries) => {
    const row = await queries.updateTable('service_accounts').set({ active: active ? 1 : 0 }).where('id', '=', id).returningAll().executeTakeFirst();
    if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no service account ${id}.`);
    await audit(queries, active ? 'serviceAccountEnabled' : 'serviceAccountDisabled', { projectId: row.project_id, userId: '', ip: '', actor }, store.now());
    return toServiceAccount(row);
  });
}
