import type { Core } from './core.ts';
import { CONSOLE_PROJECT, findProject, listProjects } from './projects.ts';
import type { Project } from './projects.ts';

/** What an administrator may be, most powerful first. */
export const ROLES = ['owner', 'admin', 'support', 'auditor'] as const;

/** Name of a role. */
export type Role = (typeof ROLES)[number];

/**
 * What each role may do in its project. This table is the one place that says so (docs/console.md); a test drives every page of the console
 * with every role against it.
 */
export const ROLE_PERMISSIONS = {
  owner: ['overview', 'devices', 'devices:change', 'audit', 'settings', 'settings:change', 'applications', 'applications:change', 'administrators', 'administrators:change'],
  admin: ['overview', 'devices', 'devices:change', 'audit', 'settings', 'settings:change', 'applications', 'applications:change', 'administrators'],
  support: ['overview', 'devices', 'devices:change', 'audit'],
  auditor: ['overview', 'devices', 'audit', 'settings', 'applications', 'administrators'],
} as const satisfies Record<Role, readonly string[]>;

/** Name of a permission. */
export type Permission = (typeof ROLE_PERMISSIONS)['owner'][number];

/** Whether a role may do something in its project. */
export function permits(role: Role, permission: Permission): boolean {
  return (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);
}

/** True for the name of a role. */
export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}

/** Whether whoever has this role in the console's own project may make projects. */
export function mayMakeProjects(role: Role | undefined): boolean {
  return role === 'owner' || role === 'admin';
}

/** A project that somebody administers, and as what. */
export interface Administered {
  readonly project: Project;
  readonly role: Role;
}

type Store = Pick<Core, 'db'>;

async function rolesOf({ db }: Store, userId: string): Promise<ReadonlyMap<string, Role>> {
  const rows = await db.queries.selectFrom('administrators').select(['project_id', 'role']).where('user_id', '=', userId).execute();
  return new Map(rows.map((row) => [row.project_id, row.role]));
}

/** Of two roles the more powerful one. */
function stronger(a: Role | undefined, b: Role | undefined): Role | undefined {
  return ROLES.find((role) => role === a || role === b);
}

/** Somebody's role in the console's own project, which counts in every project. */
export async function platformRole(store: Store, userId: string): Promise<Role | undefined> {
  return (await rolesOf(store, userId)).get(CONSOLE_PROJECT);
}

/** Whether somebody has a role anywhere. */
export async function administersAnything(store: Store, userId: string): Promise<boolean> {
  return (await rolesOf(store, userId)).size > 0;
}

/** The project and somebody's role in it; `undefined` where it does not exist or is none of theirs, which look alike. */
export async function administeredProject(store: Store, userId: string, projectId: string): Promise<Administered | undefined> {
  const roles = await rolesOf(store, userId);
  const role = stronger(roles.get(projectId), roles.get(CONSOLE_PROJECT));
  const project = role === undefined ? undefined : await findProject(store, projectId);
  return role === undefined || project === undefined ? undefined : { project, role };
}

/** Every project that somebody administers: the console's own last, the others oldest first. */
export async function administeredProjects(store: Store, userId: string): Promise<readonly Administered[]> {
  const roles = await rolesOf(store, userId);
  const everywhere = roles.get(CONSOLE_PROJECT);
  const found = (await listProjects(store)).flatMap((project): Administered[] => {
    const role = stronger(roles.get(project.id), everywhere);
    return role === undefined ? [] : [{ project, role }];
  });
  return [...found.filter(({ project }) => project.id !== CONSOLE_PROJECT), ...found.filter(({ project }) => project.id === CONSOLE_PROJECT)];
}

/** Whether anybody at all administers the platform. */
export async function hasAdministrator({ db }: Store): Promise<boolean> {
  const row = await db.queries.selectFrom('administrators').select('user_id').where('project_id', '=', CONSOLE_PROJECT).where('role', '=', 'owner').limit(1).executeTakeFirst();
  return row !== undefined;
}
