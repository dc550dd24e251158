/** Addresses that are told of what happens, and what they were told (docs/webhooks.md). */
export const webhooks: readonly string[] = [
  `CREATE TABLE webhooks (id text PRIMARY KEY, project_id text NOT NULL REFERENCES projects(id), url text NOT NULL, events text NOT NULL, secret_sealed text NOT NULL,
    created_at bigint NOT NULL)`,
  `CREATE INDEX webhooks_project ON webhooks (project_id)`,
  `CREATE TABLE webhook_deliveries (id GROWING_KEY, webhook_id text NOT NULL REFERENCES webhooks(id), event_id text NOT NULL, type text NOT NULL, user_id text NOT NULL,
    payload text NOT NULL, state text NOT NULL, tries integer NOT NULL, next_at bigint NOT NULL, last_status integer, last_problem text NOT NULL, created_at bigint NOT NULL,
    settled_at bigint, expires_at bigint NOT NULL)`,
  `CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, next_at)`,
  `CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook_id, id)`,
  `CREATE INDEX webhook_deliveries_expiry ON webhook_deliveries (expires_at)`,
];
