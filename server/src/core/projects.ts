import { createHash, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Queries } from '../store/database.ts';
import type { ProjectTable } from '../store/schema.ts';
import { insertApplication, shortApplicationName } from './applications.ts';
import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import type { Right } from './rights.ts';
import { readSettings } from './settings.ts';
import type { ProjectSettings } from './settings.ts';

/** The id of the project whose people administer the platform: the console's own. It is never the one that a request means without naming it. */
export const CONSOLE_PROJECT = 'mpin-console';

/** A project as the rules see it. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly verificationMethod: 'link' | 'code';
  readonly pinLength: number;
  readonly askDeviceName: boolean;
  readonly logoUrl: string;
  readonly settings: ProjectSettings;
}

type Store = Pick<Core, 'db'>;

export function toProject(row: Selectable<ProjectTable>): Project {
  return {
    id: row.id, name: row.name, origins: JSON.parse(row.origins) as string[], verificationMethod: row.verification_method,
    pinLength: row.pin_length, askDeviceName: row.ask_device_name === 1, logoUrl: row.logo_url, settings: readSettings(row.settings),
  };
}

/** Names a project's settings as they are: whoever changes them tells which they saw, so that nobody undoes what they did not see. */
export function projectVersion(project: Project): string {
  return createHash('sha256').update(JSON.stringify(project)).digest('hex').slice(0, 16);
}

/** The project of this id. */
export async function findProject({ db }: Store, id: string): Promise<Project | undefined> {
  const row = await db.queries.selectFrom('projects').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toProject(row);
}

/**
 * The project that a request means: the named one, or the only one there is.
 *
 * @throws PlatformError UNKNOWN_PROJECT where it does not exist, or none is named among several
 */
export async function requireProject(store: Store, id: string | undefined): Promise<Project> {
  if (id !== undefined && id !== '') {
    const project = await findProject(store, id);
    if (project !== undefined) return project;
  } else {
    const rows = await store.db.queries.selectFrom('projects').selectAll().where('id', '!=', CONSOLE_PROJECT).limit(2).execute();
    const [only] = rows;
    if (only !== undefined && rows.length === 1) return toProject(only);
  }
  throw new PlatformError('UNKNOWN_PROJECT', 'There is no such project, or several and none was named.');
}

/** The same, `undefined` where there is none; what else goes wrong, as a database that is away, is not taken for that. */
export async function projectIfAny(store: Store, id: string | undefined): Promise<Project | undefined> {
  try {
    return await requireProject(store, id);
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'UNKNOWN_PROJECT') return undefined;
    throw error;
  }
}

/** Whether any project lists this origin: then, and only then, a preflight is answered. */
export async function isListedOrigin({ db }: Store, origin: string): Promise<boolean> {
  const rows = await db.queries.selectFrom('projects').select('origins').execute();
  return rows.some((row) => (JSON.parse(row.origins) as string[]).includes(origin));
}

/** The application whose pages stand at this origin, if one does. */
export async function applicationOfOrigin({ db }: Store, projectId: string, origin: string): Promise<string | undefined> {
  const rows = await db.queries.selectFrom('applications').select(['id', 'origins']).where('project_id', '=', projectId).execute();
  return rows.find((row) => (JSON.parse(row.origins) as string[]).includes(origin))?.id;
}

const NAME_LENGTH = 80;

/** A name that projects can have, without spaces around it: one line of 1 to 80 characters; `undefined` for anything else. */
export function readProjectName(text: string): string | undefined {
  const name = text.trim();
  return name === '' || name.length > NAME_LENGTH || /[\p{C}\p{Zl}\p{Zp}]/u.test(name) ? undefined : name;
}

/** What a new project needs. */
export interface NewProject {
  readonly name: string;
  /** Origins in the form scheme://host[:port]. */
  readonly origins: readonly string[];
  readonly verificationMethod?: 'link' | 'code';
  readonly pinLength?: number;
  /** Rights of its first application. */
  readonly rights?: readonly Right[];
  /** Who makes it, for the audit log. */
  readonly actor?: string;
}

/** A new project with its first application; the secret is told here and never again. */
export interface CreatedProject {
  readonly projectId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Makes a project and its application, in one transaction. @throws PlatformError INVALID_REQUEST_PARAMETERS for a name that is none */
export async function createProject(store: Pick<Core, 'db' | 'hasher' | 'now'>, project: NewProject): Promise<CreatedProject> {
  return store.db.transaction((queries) => insertProject(store, queries, project));
}

/** The same, within a transaction. @throws PlatformError INVALID_REQUEST_PARAMETERS */
export async function insertProject(store: Pick<Core, 'hasher' | 'now'>, queries: Queries, project: NewProject): Promise<CreatedProject> {
  const name = readProjectName(project.name);
  if (name === undefined) throw new PlatformError('INVALID_REQUEST_PARAMETERS', 'A project has a name of 1 to 80 characters, on one line.', { params: 'name' });
  const projectId = randomUUID();
  await queries.insertInto('projects').values({
    id: projectId, name, origins: JSON.stringify(project.origins), verification_method: project.verificationMethod ?? 'link',
    pin_length: project.pinLength ?? 4, ask_device_name: 1, logo_url: '', created_at: store.now(),
  }).execute();
  await audit(queries, 'projectCreated', { projectId, userId: '', ip: '', actor: project.actor }, store.now());
  return { projectId, ...await insertApplication(store, queries, { projectId, name: shortApplicationName(name), origins: project.origins, rights: project.rights ?? [], ...(project.actor === undefined ? {} : { actor: project.actor }) }) };
}

/** All projects, oldest first. */
export async function listProjects({ db }: Store): Promise<readonly Project[]> {
  const rows = await db.queries.selectFrom('projects').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(toProject);
}
