import { randomUUID } from 'node:crypto';
import type { Queries } from '../store/database.ts';

/** What a webhook can be told of (docs/webhooks.md). */
export const WEBHOOK_EVENTS = ['registered', 'signed-in', 'locked', 'revoked', 'signed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** How long the log of deliveries keeps what was sent. */
export const KEPT_MS = 30 * 86_400_000;

/** Whom and what a message concerns. */
export interface WebhookSubject {
  readonly projectId: string;
  readonly userId: string;
  /** SHA-256 of the M-Pin id. */
  readonly identityId?: string | null | undefined;
  readonly deviceName?: string | undefined;
  readonly applicationId?: string | undefined;
}

/** The body of a message, as it is signed and sent. `now` in Unix milliseconds. */
export function webhookPayload(id: string, type: WebhookEvent | 'test', subject: WebhookSubject, now: number): string {
  return JSON.stringify({
    id, type, createdAt: new Date(now).toISOString(), projectId: subject.projectId,
    data: { userId: subject.userId, mpinId: subject.identityId ?? '', deviceName: subject.deviceName ?? '', applicationId: subject.applicationId ?? '' },
  });
}

/**
 * Queues a message for every webhook of the project that asked for such events, within the transaction that makes it true: neither is there without the
 * other, and nothing is lost with a process.
 *
 * @returns whether any asked
 */
export async function queueWebhooks(queries: Queries, type: WebhookEvent, subject: WebhookSubject, now: number): Promise<boolean> {
  const webhooks = await queries.selectFrom('webhooks').select(['id', 'events']).where('project_id', '=', subject.projectId).execute();
  const asking = webhooks.filter(({ events }) => (JSON.parse(events) as string[]).includes(type));
  if (asking.length === 0) return false;
  const id = randomUUID();
  await queries.insertInto('webhook_deliveries').values(asking.map((webhook) => ({
    webhook_id: webhook.id, event_id: id, type, user_id: subject.userId, payload: webhookPayload(id, type, subject, now), state: 'waiting' as const, tries: 0, next_at: now,
    last_status: null, last_problem: '', created_at: now, settled_at: null, expires_at: now + KEPT_MS,
  }))).execute();
  return true;
}
