import { createHmac, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { WebhookDeliveryTable } from '../store/schema-webhooks.ts';
import type { Core } from './core.ts';
import { callOut, ForbiddenAddressError } from './outgoing.ts';
import { KEPT_MS, webhookPayload } from './webhook-events.ts';
import { requireWebhook, secretLabel } from './webhooks.ts';

/** Waits before the second try, the third, and so on; after the last a message counts as failed. */
export const RETRIES_MS: readonly number[] = [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000, 86_400_000];
const TIMEOUT_MS = 10_000;
/** So long a message belongs to the node that claimed it; when that one died, to whoever comes next. */
const CLAIM_MS = 20_000;
/** Messages that one node has under way at most, and of those for one webhook, so that a slow receiver keeps nobody else waiting. */
const AT_ONCE = 8;
const AT_ONCE_EACH = 2;

type Delivery = Selectable<WebhookDeliveryTable>;
type Store = Pick<Core, 'db' | 'sealer' | 'now' | 'log'> & { readonly config: Pick<Core['config'], 'dev'> };

/**
 * The headers by which a receiver knows that a message is ours and new (docs/webhooks.md): HMAC-SHA-256 over id, time and body, as the Standard Webhooks
 * specification has it.
 *
 * @param secret - `whsec_` and base64
 * @param at - Unix seconds
 */
function signatureHeaders(secret: string, id: string, at: number, body: string): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}

/** What a try came to. */
export interface Attempt {
  readonly delivered: boolean;
  /** What the receiver answered; null where it did not. */
  readonly status: number | null;
  readonly problem: string;
}

/** A try, and whether another may come to something else. */
interface Sent {
  readonly attempt: Attempt;
  readonly hopeless: boolean;
}

/** Hands a message over, once. Never throws: what went wrong is the outcome. */
async function send(store: Store, { webhook_id: webhookId, event_id: eventId, payload }: Pick<Delivery, 'webhook_id' | 'event_id' | 'payload'>): Promise<Sent> {
  const row = await store.db.queries.selectFrom('webhooks').select(['url', 'secret_sealed']).where('id', '=', webhookId).executeTakeFirst();
  if (row === undefined) return { attempt: { delivered: false, status: null, problem: 'The webhook was removed.' }, hopeless: true };
  try {
    const secret = store.sealer.open(secretLabel(webhookId), row.secret_sealed);
    const { status } = await callOut(row.url, {
      method: 'POST', body: payload, contentType: 'application/json', headers: signatureHeaders(secret, eventId, Math.floor(store.now() / 1000), payload),
      allowLoopback: store.config.dev, timeoutMs: TIMEOUT_MS,
    });
    const delivered = status >= 200 && status < 300;
    return { attempt: { delivered, status, problem: delivered ? '' : `The receiver answered ${status}.` }, hopeless: false };
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    return { attempt: { delivered: false, status: null, problem }, hopeless: error instanceof ForbiddenAddressError };
  }
}

async function settle({ db, now, log }: Store, { id, tries, webhook_id: webhookId }: Delivery, { attempt: { delivered, status, problem }, hopeless }: Sent): Promise<void> {
  const wait = hopeless ? undefined : RETRIES_MS[tries - 1];
  const state = delivered ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
  const time = now();
  await db.queries.updateTable('webhook_deliveries').set({
    state, last_status: status, last_problem: problem, settled_at: state === 'waiting' ? null : time, ...(state === 'waiting' ? { next_at: time + (wait ?? 0) } : {}),
  }).where('id', '=', id).where('tries', '=', tries).execute();
  if (!delivered) log.warn({ webhook: webhookId, delivery: id, tries, status, problem }, state === 'failed' ? 'a webhook was given up' : 'a webhook was not reached');
}

/** Sends a message that says nothing but that it arrived, at once, and keeps it in the log. @throws PlatformError NOT_FOUND */
export async function testWebhook(store: Store, webhookId: string): Promise<Attempt> {
  const { projectId } = await requireWebhook(store, webhookId);
  const now = store.now();
  const id = randomUUID();
  const message = await store.db.queries.insertInto('webhook_deliveries').values({
    webhook_id: webhookId, event_id: id, type: 'test', user_id: '', payload: webhookPayload(id, 'test', { projectId, userId: '' }, now), state: 'failed', tries: 1, next_at: now,
    last_status: null, last_problem: 'The process ended before it was sent.', created_at: now, settled_at: now, expires_at: now + KEPT_MS,
  }).returningAll().executeTakeFirstOrThrow();
  const { attempt } = await send(store, message);
  await store.db.queries.updateTable('webhook_deliveries')
    .set({ state: attempt.delivered ? 'delivered' : 'failed', last_status: attempt.status, last_problem: attempt.problem, settled_at: store.now() }).where('id', '=', message.id).execute();
  return attempt;
}

/** What sends the messages of the queue. */
export interface WebhookSender {
  /** Looks at the queue now. */
  wake(): void;
  /** Messages under way on this node. */
  underWay(): number;
  /** Takes up nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Sends what is due, again and again, beside other nodes that do the same: a message is claimed in one atomic statement, so one node has it. Whoever dies with
 * a message leaves it to the others, so that a message can come twice, under the same id.
 *
 * @param everyMs - how often the queue is looked at where nobody says that there is something
 */
export function startWebhooks(store: Store, everyMs: number): WebhookSender {
  const underWay = new Map<Promise<void>, string>();
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;

  const busy = (): readonly string[] => {
    const all = [...underWay.values()];
    return [...new Set(all)].filter((webhook) => all.filter((one) => one === webhook).length >= AT_ONCE_EACH);
  };
  const nextDue = async (): Promise<Delivery | undefined> => {
    if (stopped || underWay.size >= AT_ONCE) return undefined;
    const now = store.now();
    const slow = busy();
    let query = store.db.queries.selectFrom('webhook_deliveries').select('id').where('state', '=', 'waiting').where('next_at', '<=', now);
    if (slow.length > 0) query = query.where('webhook_id', 'not in', slow);
    for (const { id } of await query.orderBy('next_at').orderBy('id').limit(AT_ONCE).execute()) {
      const claimed = await store.db.queries.updateTable('webhook_deliveries').set((eb) => ({ next_at: now + CLAIM_MS, tries: eb('tries', '+', 1) }))
        .where('id', '=', id).where('state', '=', 'waiting').where('next_at', '<=', now).returningAll().executeTakeFirst();
      if (claimed !== undefined) return claimed;
    }
    return undefined;
  };
  const look = async (): Promise<void> => {
    for (;;) {
      const delivery = await nextDue();
      if (delivery === undefined) return;
      const work: Promise<void> = send(store, delivery).then((sent) => settle(store, delivery, sent))
        .catch((error: unknown) => store.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'the log of webhooks could not be written'))
        .finally(() => {
          underWay.delete(work);
          wake();
        });
      underWay.set(work, delivery.webhook_id);
    }
  };
  function wake(): void {
    if (stopped) return;
    again = looking !== undefined;
    looking ??= look()
      .catch((error: unknown) => store.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'the queue of webhooks could not be read'))
      .finally(() => {
        looking = undefined;
        if (again) wake();
      });
  }
  const timer = setInterval(wake, everyMs).unref();
  wake();
  return {
    wake,
    underWay: () => underWay.size,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all(underWay.keys());
    },
  };
}
