import { randomBytes, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { WebhookDeliveryTable, WebhookTable } from '../store/schema-webhooks.ts';
import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { invalidParameters, PlatformError } from './errors.ts';
import type { Listed, Page } from './paging.ts';
import { WEBHOOK_EVENTS } from './webhook-events.ts';
import type { WebhookEvent } from './webhook-events.ts';
import { requireCallableUrl } from './web-urls.ts';

/** Webhooks of one project at most. */
const MOST = 10;

/** An address that is told of what happens. */
export interface Webhook {
  readonly id: string;
  readonly projectId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** A message in the log of deliveries. Times are RFC 3339, `""` where there is none. */
export interface DeliveryRecord {
  readonly id: number;
  readonly webhookId: string;
  readonly eventId: string;
  readonly type: string;
  readonly state: WebhookDeliveryTable['state'];
  readonly tries: number;
  readonly lastStatus: number | null;
  readonly lastProblem: string;
  readonly createdAt: string;
  readonly nextAt: string;
  readonly settledAt: string;
}

/** What administering webhooks works with. */
export type WebhookStore = Pick<Core, 'db' | 'sealer' | 'now'> & { readonly config: Pick<Core['config'], 'dev'> };

/** What the secret of a webhook is sealed as. */
export const secretLabel = (webhookId: string): string => `webhook ${webhookId}`;

function toWebhook(row: Selectable<WebhookTable>): Webhook {
  return { id: row.id, projectId: row.project_id, url: row.url, events: JSON.parse(row.events) as WebhookEvent[], createdAt: row.created_at };
}

/**
 * Adds a webhook.
 *
 * @param events - which it is told of; all where none is named
 * @param actor - who adds it, for the audit log
 * @returns it with its secret, which is told here and never again
 * @throws PlatformError INVALID_REQUEST_PARAMETERS with `params` = `url`, `events` or `webhooks` (too many)
 */
export async function addWebhook(store: WebhookStore, wanted: { projectId: string; url: string; events: readonly string[] }, actor: string): Promise<{ webhook: Webhook; secret: string }> {
  const url = requireCallableUrl(wanted.url, 'url', store.config.dev);
  if (url === '') throw invalidParameters('url');
  const events = wanted.events.length === 0 ? WEBHOOK_EVENTS : WEBHOOK_EVENTS.filter((event) => wanted.events.includes(event));
  if (!wanted.events.every((event) => WEBHOOK_EVENTS.some((known) => known === event))) throw invalidParameters('events');
  const id = randomUUID();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const now = store.now();
  const row = { id, project_id: wanted.projectId, url, events: JSON.stringify(events), secret_sealed: store.sealer.seal(secretLabel(id), secret), created_at: now };
  await store.db.transaction(async (queries) => {
    // Locks the project, so that two at once are counted one after the other.
    await queries.updateTable('projects').set((eb) => ({ name: eb.ref('name') })).where('id', '=', wanted.projectId).execute();
    const there = await queries.selectFrom('webhooks').select('id').where('project_id', '=', wanted.projectId).execute();
    if (there.length >= MOST) throw invalidParameters('webhooks');
    await queries.insertInto('webhooks').values(row).execute();
    await audit(queries, 'webhookAdded', { projectId: wanted.projectId, userId: '', ip: '', actor }, now);
  });
  return { webhook: toWebhook(row), secret };
}

/** The webhooks of a project, oldest first. */
export async function listWebhooks({ db }: Pick<Core, 'db'>, projectId: string): Promise<readonly Webhook[]> {
  const rows = await db.queries.selectFrom('webhooks').selectAll().where('project_id', '=', projectId).orderBy('created_at').orderBy('id').execute();
  return rows.map(toWebhook);
}

/** One webhook. @throws PlatformError NOT_FOUND */
export async function requireWebhook({ db }: Pick<Core, 'db'>, id: string): Promise<Webhook> {
  const row = await db.queries.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no webhook ${id}.`);
  return toWebhook(row);
}

/** Removes a webhook with everything that it was told. @throws PlatformError NOT_FOUND */
export async function removeWebhook(store: Pick<Core, 'db' | 'now'>, id: string, actor: string): Promise<void> {
  const { projectId } = await requireWebhook(store, id);
  await store.db.transaction(async (queries) => {
    await queries.deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute();
    await queries.deleteFrom('webhooks').where('id', '=', id).execute();
    await audit(queries, 'webhookRemoved', { projectId, userId: '', ip: '', actor }, store.now());
  });
}

const momentOf = (time: number | null): string => (time === null ? '' : new Date(time).toISOString());

/** What a webhook was told and what became of it, newest first. */
export async function listDeliveries({ db }: Pick<Core, 'db'>, webhookId: string, page: Page): Promise<Listed<DeliveryRecord>> {
  const query = db.queries.selectFrom('webhook_deliveries').where('webhook_id', '=', webhookId);
  const { total } = await query.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('id', 'desc').offset(page.offset).limit(page.limit).execute();
  return {
    total: Number(total),
    list: rows.map((row) => ({
      id: row.id, webhookId: row.webhook_id, eventId: row.event_id, type: row.type, state: row.state, tries: row.tries, lastStatus: row.last_status, lastProblem: row.last_problem,
      createdAt: momentOf(row.created_at), nextAt: row.state === 'waiting' ? momentOf(row.next_at) : '', settledAt: momentOf(row.settled_at),
    })),
  };
}
