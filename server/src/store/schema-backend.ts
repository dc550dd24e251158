/** Tables of the back-end API (migrations 0004 and 0020). */
export interface BackendSchema {
  service_accounts: ServiceAccountTable;
  used_tokens: UsedTokenTable;
  signature_windows: SignatureWindowTable;
}

/** Which timestamps of signatures an application takes, where it differs from the platform. */
export interface SignatureWindowTable {
  application_id: string;
  past_seconds: number;
  future_seconds: number;
}

export interface ServiceAccountTable {
  id: string;
  project_id: string;
  name: string;
  token_digest: string;
  /** JSON list of rights. */
  rights: string;
  active: number;
  created_at: number;
}

/** Tokens that may be shown once, and were. */
export interface UsedTokenTable {
  digest: string;
  expires_at: number;
}

/**
 * How somebody came to an identity: by a mail of ours, by the site's own verification (`custom`: by URL, `initiate`: by activation token), or
 * from another device of theirs (`quickcode`).
 */
export type EnrolmentKind = 'mail' | 'custom' | 'initiate' | 'quickcode';
