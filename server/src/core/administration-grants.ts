import type { Queries } from '../store/database.ts';
import type { Role } from './administration.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { CONSOLE_PROJECT } from './projects.ts';

/** Somebody who administers a project. */
export interface Administrator {
  readonly userId: string;
  readonly role: Role;
  /** Who invited them. */
  readonly grantedBy: string;
  /** Unix milliseconds. */
  readonly grantedAt: number;
}

/** The last owner of the platform cannot go: nobody could let anybody in any more but by the command line. */
export class LastOwnerError extends Error {
  override name = 'LastOwnerError';
  constructor() {
    super('The platform needs an owner; make somebody else one first.');
  }
}

type Store = Pick<Core, 'db' | 'now'>;

/** The administrators of a project, in the order in which they came. */
export async function listAdministrators({ db }: Pick<Core, 'db'>, projectId: string): Promise<readonly Administrator[]> {
  const rows = await db.queries.selectFrom('administrators').selectAll().where('project_id', '=', projectId).orderBy('granted_at').orderBy('user_id').execute();
  return rows.map((row) => ({ userId: row.user_id, role: row.role, grantedBy: row.granted_by, grantedAt: row.granted_at }));
}

/** Locks the project's row, so that two changes at once follow one another, and looks whether an owner would be left. */
async function keepOwner(queries: Queries, projectId: string, leaving: string): Promise<void> {
  await queries.updateTable('projects').set((eb) => ({ name: eb.ref('name') })).where('id', '=', projectId).execute();
  if (projectId !== CONSOLE_PROJECT) return;
  const others = await queries.selectFrom('administrators').select('user_id').where('project_id', '=', projectId).where('role', '=', 'owner').where('user_id', '!=', leaving).limit(1).execute();
  const leaves = await queries.selectFrom('administrators').select('user_id').where('project_id', '=', projectId).where('role', '=', 'owner').where('user_id', '=', leaving).execute();
  if (leaves.length > 0 && others.length === 0) throw new LastOwnerError();
}

/**
 * Gives an administrator another role, effective with the next request. Nothing happens where there is no such administrator.
 *
 * @throws LastOwnerError
 */
export async function changeAdministrator({ db, now }: Store, projectId: string, { userId, role }: { readonly userId: string; readonly role: Role }, agent: Agent): Promise<void> {
  await db.transaction(async (queries) => {
    if (role !== 'owner') await keepOwner(queries, projectId, userId);
    const changed = await queries.updateTable('administrators').set({ role }).where('project_id', '=', projectId).where('user_id', '=', userId).where('role', '!=', role).returning('user_id').executeTakeFirst();
    if (changed !== undefined) await audit(queries, 'administratorChanged', { projectId, userId, ...agent }, now());
  });
}

/**
 * Takes a role away, effective with the next request.
 *
 * @throws LastOwnerError
 */
export async function withdrawAdministrator({ db, now }: Store, projectId: string, userId: string, agent: Agent): Promise<void> {
  await db.transaction(async (queries) => {
    await keepOwner(queries, projectId, userId);
    const gone = await queries.deleteFrom('administrators').where('project_id', '=', projectId).where('user_id', '=', userId).returning('user_id').executeTakeFirst();
    if (gone !== undefined) await audit(queries, 'administratorWithdrawn', { projectId, userId, ...agent }, now());
  });
}
