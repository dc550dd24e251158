import type { Selectable } from 'kysely';
import { audit } from '../core/audit.ts';
import type { AuditEvent } from '../core/audit.ts';
import type { Core } from '../core/core.ts';
import type { Queries } from '../store/database.ts';
import type { ConsentTable } from '../store/schema-oidc.ts';
import { readAccountName } from './accounts.ts';
import { revokeGrants } from './payloads.ts';
import type { PayloadStore } from './payloads.ts';

/** What an account allowed an application. */
export interface Consent {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Unix milliseconds. */
  readonly givenAt: number;
  readonly usedAt: number;
}

function toConsent(row: Selectable<ConsentTable>): Consent {
  return { clientId: row.client_id, scopes: JSON.parse(row.scopes) as string[], givenAt: row.given_at, usedAt: row.used_at };
}

type Store = Pick<Core, 'db' | 'now'>;

/** What this account allowed this application, if anything. */
export async function findConsent({ db }: Pick<Core, 'db'>, account: string, clientId: string): Promise<Consent | undefined> {
  const row = await db.queries.selectFrom('consents').selectAll().where('account', '=', account).where('client_id', '=', clientId).executeTakeFirst();
  return row && toConsent(row);
}

/** The applications that an account signed in to, last used first: its Authenticated Apps. */
export async function listConsents({ db }: Pick<Core, 'db'>, account: string): Promise<readonly Consent[]> {
  return (await db.queries.selectFrom('consents').selectAll().where('account', '=', account).orderBy('used_at', 'desc').orderBy('client_id').execute()).map(toConsent);
}

/** Who allowed an application anything: nobody else is signed in to it. */
export async function accountsOf({ db }: Pick<Core, 'db'>, clientId: string): Promise<readonly string[]> {
  return (await db.queries.selectFrom('consents').select('account').where('client_id', '=', clientId).execute()).map(({ account }) => account);
}

/** Who decides, for the audit log: the identity that signed in, where it is known, and the network address. */
export interface Decider {
  /** SHA-256 of the M-Pin id, hex. */
  readonly identityId: string | undefined;
  readonly ip: string;
}

async function note(queries: Queries, event: AuditEvent, { account, clientId, identityId, ip }: Decider & { readonly account: string; readonly clientId: string }, at: number): Promise<void> {
  const device = identityId === undefined ? undefined : await queries.selectFrom('identities').select('device_name').where('id', '=', identityId).executeTakeFirst();
  await audit(queries, event, { ...readAccountName(account), identityId: identityId ?? null, deviceName: device?.device_name ?? '', applicationId: clientId, ip }, at);
}

/** Records that somebody did not allow what an application asked for. */
export async function noteRefusal({ db, now }: Store, account: string, clientId: string, decider: Decider): Promise<void> {
  await db.transaction((queries) => note(queries, 'consentRefused', { account, clientId, ...decider }, now()));
}

/** Remembers what was allowed; what was allowed before stays allowed. */
export async function rememberConsent({ db, now }: Store, account: string, clientId: string, { scopes, ...decider }: Decider & { readonly scopes: readonly string[] }): Promise<void> {
  await db.transaction(async (queries) => {
    const at = now();
    const row = { account, client_id: clientId, scopes: '[]', given_at: at, used_at: at };
    // The row is written before it is read, so that two tabs that consent at once follow one another.
    const held = await queries.insertInto('consents').values(row).onConflict((conflict) => conflict.columns(['account', 'client_id']).doUpdateSet({ given_at: at, used_at: at }))
      .returningAll().executeTakeFirstOrThrow();
    const all = [...new Set([...(JSON.parse(held.scopes) as string[]), ...scopes])].sort();
    await queries.updateTable('consents').set({ scopes: JSON.stringify(all) }).where('account', '=', account).where('client_id', '=', clientId).execute();
    await note(queries, 'consentGiven', { account, clientId, ...decider }, at);
  });
}

/** Notes a sign-in to an application that was allowed before. */
export async function noteUse({ db, now }: Store, account: string, clientId: string): Promise<void> {
  await db.queries.updateTable('consents').set({ used_at: now() }).where('account', '=', account).where('client_id', '=', clientId).execute();
}

/** Takes back what was allowed: the application is forgotten, and every code and token that it holds is worthless. */
export async function withdrawConsent(store: PayloadStore, account: string, clientId: string, decider: Decider): Promise<boolean> {
  const gone = await store.db.transaction(async (queries) => {
    const row = await queries.deleteFrom('consents').where('account', '=', account).where('client_id', '=', clientId).returning('client_id').executeTakeFirst();
    if (row !== undefined) await note(queries, 'consentWithdrawn', { account, clientId, ...decider }, store.now());
    return row !== undefined;
  });
  await revokeGrants(store, account, clientId);
  return gone;
}
