/** Tables of what an identity's owner may do without a PIN (docs/protocol.md 5.6). Conventions: schema.ts. */
export interface CapabilitySchema {
  identity_capabilities: IdentityCapabilityTable;
}

/** One for each identity whose client asked for it. */
export interface IdentityCapabilityTable {
  identity_id: string;
  capability_digest: string;
}
