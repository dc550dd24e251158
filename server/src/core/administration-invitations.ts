import { randomUUID } from 'node:crypto';
import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { AdministratorInvitationTable } from '../store/schema-administration.ts';
import { takeTurn } from '../store/turns.ts';
import { ROLES } from './administration.ts';
import type { Role } from './administration.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { invalidParameters } from './errors.ts';
import { countMailTo } from './mail-limits.ts';
import { CONSOLE_PROJECT } from './projects.ts';
import type { Project } from './projects.ts';
import { requireAddress } from './user-ids.ts';

/** Life of the first administrator's link (docs/security.md), and of an invitation by mail. */
const FIRST_LINK_MS = 15 * 60_000;
const INVITATION_MS = 7 * 86_400_000;

/** Name of the console's project, as mails and its log-in page show it; it can be changed like any other's. */
const NAME = 'M-Pin Console';

/** An invitation as lists and its page show it. */
export interface Invitation {
  readonly id: string;
  readonly projectId: string;
  /** Empty for the first administrator's link. */
  readonly userId: string;
  readonly role: Role;
  readonly invitedBy: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

function toInvitation(row: AdministratorInvitationTable): Invitation {
  return { id: row.id, projectId: row.project_id, userId: row.user_id, role: row.role, invitedBy: row.invited_by, expiresAt: row.expires_at };
}

type Store = Pick<Core, 'db' | 'hasher' | 'now' | 'config'>;

/** Makes the console's own project, once for all nodes. Six digits, and no easy ones: these PINs open everything else. */
async function ensureConsoleProject({ now }: Pick<Core, 'now'>, queries: Queries): Promise<void> {
  await queries.insertInto('projects').values({
    id: CONSOLE_PROJECT, name: NAME, origins: '[]', verification_method: 'link', pin_length: 6, ask_device_name: 1, logo_url: '', created_at: now(),
    settings: JSON.stringify({ easyPin: 'refuse', enableRegistrationCode: false }),
  }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
}

function linkOf({ config }: Pick<Core, 'config'>, code: string): string {
  return `${config.publicUrl}/console/join?${new URLSearchParams({ code }).toString()}`;
}

/**
 * Makes a link that makes whoever opens it and signs in an owner of the platform. Whoever asks for it holds the host; the former link ends.
 *
 * @returns the URL, which holds a secret: it goes to a terminal and nowhere else
 */
export async function makeFirstLink(store: Store, actor: string): Promise<string> {
  const code = newSecret();
  const now = store.now();
  await store.db.transaction(async (queries) => {
    await takeTurn(queries, 'first start');
    await ensureConsoleProject(store, queries);
    await queries.deleteFrom('administrator_invitations').where('user_id', '=', '').execute();
    await queries.insertInto('administrator_invitations').values({
      id: randomUUID(), code_digest: store.hasher.digest('invitation', code), project_id: CONSOLE_PROJECT, user_id: '', role: 'owner', invited_by: actor, created_at: now, expires_at: now + FIRST_LINK_MS,
    }).execute();
    await audit(queries, 'administratorInvited', { projectId: CONSOLE_PROJECT, userId: '', ip: '', actor }, now);
  });
  return linkOf(store, code);
}

/**
 * Invites an address to a role in a project, by mail; an earlier invitation of that address to that project ends.
 *
 * @param lang - of the mail
 * @throws PlatformError INVALID_REQUEST_PARAMETERS for what is no address, REQUEST_BACKOFF for too many mails to it
 */
export async function inviteAdministrator(core: Core, project: Project, invited: { readonly userId: string; readonly role: Role; readonly lang: string }, agent: Agent & { readonly actor: string }): Promise<void> {
  const userId = requireAddress(invited.userId);
  const code = newSecret();
  const now = core.now();
  await core.db.transaction(async (queries) => {
    await countMailTo(queries, core.config, { projectId: CONSOLE_PROJECT, userId, method: 'link' }, now);
    await queries.deleteFrom('administrator_invitations').where('project_id', '=', project.id).where('user_id', '=', userId).execute();
    await queries.insertInto('administrator_invitations').values({
      id: randomUUID(), code_digest: core.hasher.digest('invitation', code), project_id: project.id, user_id: userId, role: invited.role, invited_by: agent.actor, created_at: now,
      expires_at: now + INVITATION_MS,
    }).execute();
    await audit(queries, 'administratorInvited', { projectId: project.id, userId, ...agent }, now);
  });
  await core.mailer.send({
    to: userId, lang: invited.lang, kind: 'invitation',
    data: { projectName: project.name, deviceName: '', invitedBy: agent.actor, link: linkOf(core, code), expiresAt: Math.floor((now + INVITATION_MS) / 1000) },
  });
}

/** The invitation behind a code, where it still holds. */
export async function findInvitation({ db, hasher, now }: Pick<Core, 'db' | 'hasher' | 'now'>, code: string): Promise<Invitation | undefined> {
  if (!SECRET_PATTERN.test(code)) return undefined;
  const row = await db.queries.selectFrom('administrator_invitations').selectAll().where('code_digest', '=', hasher.digest('invitation', code)).where('expires_at', '>', now()).executeTakeFirst();
  return row && toInvitation(row);
}

/** The invitations to a project that still hold, newest first. */
export async function listInvitations({ db, now }: Pick<Core, 'db' | 'now'>, projectId: string): Promise<readonly Invitation[]> {
  const rows = await db.queries.selectFrom('administrator_invitations').selectAll().where('project_id', '=', projectId).where('expires_at', '>', now()).orderBy('created_at', 'desc').execute();
  return rows.map(toInvitation);
}

/** Takes an invitation back. */
export async function withdrawInvitation({ db, now }: Pick<Core, 'db' | 'now'>, projectId: string, id: string, agent: Agent): Promise<void> {
  await db.transaction(async (queries) => {
    const row = await queries.deleteFrom('administrator_invitations').where('id', '=', id).where('project_id', '=', projectId).returning('user_id').executeTakeFirst();
    if (row !== undefined) await audit(queries, 'administratorWithdrawn', { projectId, userId: row.user_id, ...agent }, now());
  });
}

/**
 * Takes an invitation up: once, in time, and by whom it is for. Whoever has a more powerful role there keeps it: an invitation gives, and
 * taking away is for `changeAdministrator`, which knows of the last owner.
 *
 * @param userId - an address that its owner has proved
 * @returns what was taken up
 * @throws PlatformError INVALID_REQUEST_PARAMETERS where it is over, or somebody else's
 */
export async function acceptInvitation({ db, hasher, now }: Pick<Core, 'db' | 'hasher' | 'now'>, code: string, userId: string, agent: Agent): Promise<Invitation> {
  return db.transaction(async (queries) => {
    const row = await queries.deleteFrom('administrator_invitations').where('code_digest', '=', hasher.digest('invitation', code)).where('expires_at', '>', now())
      .where('user_id', 'in', ['', userId]).returningAll().executeTakeFirst();
    if (row === undefined) throw invalidParameters('code');
    const granted = { role: row.role, granted_by: row.invited_by, granted_at: now() };
    await queries.insertInto('administrators').values({ user_id: userId, project_id: row.project_id, ...granted })
      .onConflict((conflict) => conflict.columns(['user_id', 'project_id']).doUpdateSet(granted).where('administrators.role', 'in', ROLES.slice(ROLES.indexOf(row.role)))).execute();
    await audit(queries, 'administratorGranted', { projectId: row.project_id, userId, ...agent, actor: row.invited_by }, now());
    return toInvitation(row);
  });
}
