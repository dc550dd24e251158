import type { Generated } from 'kysely';

/** Tables of those who are told of what happens (docs/webhooks.md). Conventions: schema.ts. */
export interface WebhookSchema {
  webhooks: WebhookTable;
  webhook_deliveries: WebhookDeliveryTable;
}

export interface WebhookTable {
  id: string;
  project_id: string;
  url: string;
  /** JSON list of the events that it is told of. */
  events: string;
  secret_sealed: string;
  created_at: number;
}

/** One message for one webhook; written in the transaction that made true what it tells. */
export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhook_id: string;
  /** Names the message to its receiver, the same at every try. */
  event_id: string;
  type: string;
  /** Whom it speaks of, so that it can be erased with that person. */
  user_id: string;
  /** The body, JSON. */
  payload: string;
  state: 'waiting' | 'delivered' | 'failed';
  /** How often it was begun. */
  tries: number;
  /** When it is next to be tried; whoever claims it puts this forward. */
  next_at: number;
  /** What the receiver answered last; null where it did not. */
  last_status: number | null;
  last_problem: string;
  created_at: number;
  settled_at: number | null;
  /** When it leaves the log. */
  expires_at: number;
}
