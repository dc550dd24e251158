/** Tables of what phones do for other devices (docs/protocol.md 3.5 to 3.10). Conventions: schema.ts. */
export interface PhoneSchema {
  access_numbers: AccessNumberTable;
  use_counts: UseCountTable;
  remote_sign_ins: RemoteSignInTable;
  push_tokens: PushTokenTable;
  push_keys: PushKeyTable;
  logout_uris: LogoutUriTable;
}

/** A number that leads to a session. */
export interface AccessNumberTable {
  number_digest: string;
  access_digest: string;
  access_sealed: string;
  project_id: string;
  expires_at: number;
}

/** How often something was done within its present window. */
export interface UseCountTable {
  subject: string;
  uses: number;
  /** When counting begins anew. */
  expires_at: number;
}

/** A sign-in that a phone made for another device. */
export interface RemoteSignInTable {
  access_digest: string;
  /** Of the phone's right to end it. */
  handle_digest: string;
  /** Of the starter's webOTT. */
  secret_digest: string;
  project_id: string;
  identity_id: string;
  user_id: string;
  /** Names the sign-in to the site: the token's `sid`. */
  sid: string;
  application_id: string | null;
  claimed_at: number;
  /** When the starter collected its token. */
  collected_at: number | null;
  signed_out_at: number | null;
  expires_at: number;
}

export interface PushTokenTable {
  identity_id: string;
  token_sealed: string;
  created_at: number;
}

/** Key pair that push services know us by (RFC 8292). */
export interface PushKeyTable {
  kid: string;
  private_sealed: string;
  /** Uncompressed point, base64url. */
  public_key: string;
  created_at: number;
}

/** Where an application hears that a sign-in is over. */
export interface LogoutUriTable {
  application_id: string;
  uri: string;
}
