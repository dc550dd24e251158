/** What is kept for sign-ins alone goes with the identity, and networks that nobody comes from any more are found by their age. */
export const identityEnd: readonly string[] = [
  ...['passes', 'push_tokens', 'identity_networks'].map((table) =>
    `DELETE FROM ${table} WHERE identity_id IN (SELECT id FROM identities WHERE state = 'revoked' OR lapsed_at IS NOT NULL)`),
  `CREATE INDEX identity_networks_waits ON identity_networks (wait_until) WHERE known_at IS NULL`,
  `CREATE INDEX identity_networks_known ON identity_networks (known_at) WHERE known_at IS NOT NULL`,
];
