import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Queries } from '../store/database.ts';
import type { Row } from '../store/tables.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { CONSOLE_PROJECT } from './projects.ts';
import { subjectOfUser } from './use-counts.ts';
import { mailboxOf, normaliseUserId } from './user-ids.ts';

/** A user id of a project, in its stored form. */
interface Person {
  readonly projectId: string;
  readonly userId: string;
}

type Condition = (person: Person) => RawBuilder<unknown>;

const own: Condition = ({ projectId, userId }) => sql`project_id = ${projectId} AND user_id = ${userId}`;
const ofIdentity: Condition = ({ projectId, userId }) => sql`identity_id IN (SELECT id FROM identities WHERE project_id = ${projectId} AND user_id = ${userId})`;
const ofAccount = (column: string): Condition => ({ projectId, userId }) => sql`${sql.ref(column)} = ${`${projectId}:${userId}`}`;
const ofConsole = (column: string): Condition => ({ projectId, userId }) => sql`${projectId} = ${CONSOLE_PROJECT} AND ${sql.ref(column)} = ${userId}`;
const among = (table: string, column: string, key: string): Condition => ({ projectId, userId }) =>
  sql`user_id = ${userId} AND ${sql.ref(column)} IN (SELECT ${sql.ref(key)} FROM ${sql.table(table)} WHERE project_id = ${projectId})`;

/** A place where something about people lies. */
interface Place {
  readonly table: string;
  readonly whose: Condition;
  /** What takes the place of what names the person, where the row itself stays. */
  readonly blanks?: Readonly<Record<string, string | null>>;
}

/**
 * Every place where the database names a person, what refers to others before those. What export puts out and what erasing takes away is this one list; a test
 * searches the whole database for what it forgets.
 */
const PLACES: readonly Place[] = [
  { table: 'identity_networks', whose: ofIdentity }, { table: 'objections', whose: ofIdentity }, { table: 'passes', whose: ofIdentity }, { table: 'proofs', whose: ofIdentity },
  { table: 'strikes', whose: ofIdentity }, { table: 'signatures', whose: ofIdentity }, { table: 'identity_capabilities', whose: ofIdentity }, { table: 'push_tokens', whose: ofIdentity },
  { table: 'remote_sign_ins', whose: own }, { table: 'grant_identities', whose: ofIdentity }, { table: 'one_time_passwords', whose: among('applications', 'application_id', 'id') },
  { table: 'console_sessions', whose: ofConsole('user_id') }, { table: 'administrator_invitations', whose: ofConsole('user_id') },
  { table: 'activations', whose: own }, { table: 'verifications', whose: own },
  { table: 'sessions', whose: ({ projectId, userId }) => sql`project_id = ${projectId} AND (user_id = ${userId} OR authenticated_user_id = ${userId})` },
  { table: 'mail_limits', whose: ({ projectId, userId }) => sql`project_id = ${projectId} AND user_id = ${mailboxOf(userId)}` },
  { table: 'use_counts', whose: ({ projectId, userId }) =>
    sql`subject IN (${subjectOfUser('push', projectId, userId)}, ${subjectOfUser('quickcode', projectId, userId)}) OR subject IN (SELECT 'number identity ' || id FROM identities WHERE project_id = ${projectId} AND user_id = ${userId})` },
  { table: 'webhook_deliveries', whose: among('webhooks', 'webhook_id', 'id') },
  { table: 'consents', whose: ofAccount('account') }, { table: 'oidc_payloads', whose: ofAccount('account') }, { table: 'host_proofs', whose: ofAccount('owner') },
  { table: 'openid_clients', whose: ofAccount('owner'), blanks: { owner: null } },
  { table: 'administrators', whose: ofConsole('granted_by'), blanks: { granted_by: '' } }, { table: 'administrator_invitations', whose: ofConsole('invited_by'), blanks: { invited_by: '' } },
  { table: 'audit', whose: ({ projectId, userId }) => sql`actor = ${userId} AND (project_id = ${projectId} OR ${projectId} = ${CONSOLE_PROJECT})`, blanks: { actor: '' } },
  { table: 'audit', whose: own, blanks: { user_id: '', identity_id: null, device_name: '', ip: '', country: '' } },
  { table: 'identities', whose: own },
];

/** Columns that hold a secret, or what a secret could be tried against: they are about the platform's keys and not about the person. */
const WITHHELD = /(?:_digest|_sealed)$|^(?:mpin_id|point|u|v|y|match_number|match_choices|tries)$/;

/** Everything that is kept about a person, by the table in which it lies. */
export interface PersonRecord {
  readonly projectId: string;
  readonly userId: string;
  /** RFC 3339. */
  readonly exportedAt: string;
  readonly data: Readonly<Record<string, readonly Row[]>>;
}

function rowsAt(queries: Queries, { table, whose }: Place, person: Person): Promise<readonly Row[]> {
  return sql<Row>`SELECT * FROM ${sql.table(table)} WHERE ${whose(person)}`.execute(queries).then(({ rows }) => rows);
}

/** Puts out everything that is kept about a person, but no secret. */
export async function exportPerson(store: Pick<Core, 'db' | 'now'>, projectId: string, userId: string, agent: Agent): Promise<PersonRecord> {
  const person = { projectId, userId: normaliseUserId(userId) };
  const data: Record<string, Row[]> = {};
  await store.db.snapshot(async (queries) => {
    for (const place of PLACES) {
      for (const row of await rowsAt(queries, place, person)) {
        (data[place.table] ??= []).push(Object.fromEntries(Object.entries(row).filter(([column]) => !WITHHELD.test(column))));
      }
    }
  });
  const now = store.now();
  await audit(store.db.queries, 'personExported', { ...person, ...agent }, now);
  return { ...person, exportedAt: new Date(now).toISOString(), data };
}

async function takeAway(queries: Queries, { table, whose, blanks }: Place, person: Person): Promise<number> {
  const result = blanks === undefined
    ? await sql`DELETE FROM ${sql.table(table)} WHERE ${whose(person)}`.execute(queries)
    : await sql`UPDATE ${sql.table(table)} SET ${sql.join(Object.entries(blanks).map(([column, blank]) => sql`${sql.ref(column)} = ${blank}`))} WHERE ${whose(person)}`.execute(queries);
  return Number(result.numAffectedRows ?? 0n);
}

/**
 * Erases a person: devices, sessions, codes, mails' counts, consents and what was queued about them are gone at once, on every node; entries of the audit log stay and
 * name nobody. Who administers something is refused, for that role has to be withdrawn first.
 *
 * @returns how many rows were removed or blanked
 * @throws PlatformError FORBIDDEN
 */
export async function erasePerson(store: Pick<Core, 'db' | 'now'>, projectId: string, userId: string, agent: Agent): Promise<number> {
  const person = { projectId, userId: normaliseUserId(userId) };
  const now = store.now();
  return store.db.transaction(async (queries) => {
    if (projectId === CONSOLE_PROJECT) {
      const role = await queries.selectFrom('administrators').select('role').where('user_id', '=', person.userId).executeTakeFirst();
      if (role !== undefined) throw new PlatformError('FORBIDDEN', 'This person administers a project; withdraw the role first.');
    }
    // Whoever is registering is waited for, and nobody begins: afterwards no device of this person, and nothing that hangs on one, can come to be.
    const mine = { project_id: projectId, user_id: person.userId };
    await queries.selectFrom('verifications').select('id').where((eb) => eb.and(mine)).orderBy('id').forUpdate().execute();
    await queries.selectFrom('activations').select('token_digest').where((eb) => eb.and(mine)).orderBy('token_digest').forUpdate().execute();
    await queries.selectFrom('identities').select('id').where((eb) => eb.and(mine)).orderBy('id').forUpdate().execute();
    let rows = 0;
    for (const place of PLACES) rows += await takeAway(queries, place, person);
    await audit(queries, 'personErased', { projectId, userId: '', ...agent }, now);
    return rows;
  });
}
