import type { Updateable } from 'kysely';
import type { ProjectTable } from '../store/schema.ts';
import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { findProject, projectVersion, readProjectName, toProject } from './projects.ts';
import type { Project } from './projects.ts';
import { acceptSetting, changeSettings, isProjectSetting, SettingError } from './settings.ts';
import { isLogo } from './web-urls.ts';

/** Checks an origin: scheme, host and port alone. @throws SettingError */
export function requireOrigin(value: unknown): string {
  const origin = typeof value === 'string' && URL.canParse(value) ? new URL(value).origin : 'null';
  if (typeof value !== 'string' || origin === 'null' || origin !== value.replace(/\/$/, '')) {
    throw new SettingError('origins', 'must be scheme, host and port alone, as in https://www.example.com');
  }
  return origin;
}

/** The settings that have columns of their own, and how each is checked. */
const COLUMNS: Readonly<Record<string, (value: unknown) => Updateable<ProjectTable>>> = {
  name(value) {
    const name = typeof value === 'string' ? readProjectName(value) : undefined;
    if (name === undefined) throw new SettingError('name', 'must be a text of 1 to 80 characters, on one line');
    return { name };
  },
  origins(value) {
    if (!Array.isArray(value)) throw new SettingError('origins', 'must be a list');
    return { origins: JSON.stringify([...new Set(value.map(requireOrigin))]) };
  },
  verificationMethod(value) {
    if (value !== 'link' && value !== 'code') throw new SettingError('verificationMethod', 'must be link or code');
    return { verification_method: value };
  },
  pinLength(value) {
    if (value !== 4 && value !== 5 && value !== 6) throw new SettingError('pinLength', 'must be 4, 5 or 6');
    return { pin_length: value };
  },
  askDeviceName(value) {
    if (typeof value !== 'boolean') throw new SettingError('askDeviceName', 'must be true or false');
    return { ask_device_name: value ? 1 : 0 };
  },
  logoUrl(value) {
    if (!isLogo(value)) throw new SettingError('logoUrl', 'must be an https URL, a data URL of a picture, or empty');
    return { logo_url: value };
  },
};

/** Names of the settings with columns of their own. */
export const COLUMN_SETTINGS: readonly string[] = Object.keys(COLUMNS);

/** Checks one setting of a project, whichever kind it is. @throws SettingError */
export function checkSetting(name: string, value: unknown): void {
  const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
  if (column !== undefined) column(value);
  else if (isProjectSetting(name)) acceptSetting(name, value);
  else throw new SettingError(name, 'is no setting of a project');
}

/** Somebody else changed what was to be changed. */
export class ChangedMeanwhileError extends Error {
  override name = 'ChangedMeanwhileError';
  constructor() {
    super('Somebody else has changed this meanwhile; read it again.');
  }
}

/**
 * Changes settings of a project, all or none.
 *
 * @param changes - new values by the names of docs/protocol.md 2
 * @param actor - who changes them, for the audit log
 * @param seen - the {@link projectVersion} that the changes were decided upon, where that matters
 * @throws SettingError, ChangedMeanwhileError, or PlatformError UNKNOWN_PROJECT
 */
export async function changeProject(store: Pick<Core, 'db' | 'now'>, id: string, changes: Readonly<Record<string, unknown>>, actor: string, seen?: string): Promise<Project> {
  const columns: Updateable<ProjectTable> = {};
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) {
    const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
    if (column === undefined) others[name] = value;
    else Object.assign(columns, column(value));
  }
  await store.db.transaction(async (queries) => {
    // Written before it is read, so that two changes at once follow one another.
    const row = await queries.updateTable('projects').set((eb) => ({ name: eb.ref('name') })).where('id', '=', id).returningAll().executeTakeFirst();
    if (row === undefined) throw new PlatformError('UNKNOWN_PROJECT', `There is no project ${id}.`);
    if (seen !== undefined && projectVersion(toProject(row)) !== seen) throw new ChangedMeanwhileError();
    await queries.updateTable('projects').set({ ...columns, settings: changeSettings(row.settings, others) }).where('id', '=', id).execute();
    await audit(queries, 'projectChanged', { projectId: id, userId: '', ip: '', actor }, store.now());
  });
  const project = await findProject(store, id);
  if (project === undefined) throw new PlatformError('UNKNOWN_PROJECT', `There is no project ${id}.`);
  return project;
}
