/** The tables of the OpenID provider (docs/protocol.md 11); the conventions are those of schema.ts. */
export interface OidcSchema {
  oidc_payloads: OidcPayloadTable;
  grant_identities: GrantIdentityTable;
  openid_clients: OpenidClientTable;
  redirect_uris: RedirectUriTable;
  host_proofs: HostProofTable;
  oidc_logins: OidcLoginTable;
  consents: ConsentTable;
}

/** What the provider keeps between requests: sessions, codes, tokens, grants, requests under way. */
export interface OidcPayloadTable {
  kind: string;
  /** Digest of the name, which for codes and tokens is the secret itself. */
  id_digest: string;
  payload_sealed: string;
  /** What goes when the grant is revoked. */
  grant_digest: string | null;
  uid_digest: string | null;
  account: string | null;
  client_id: string | null;
  consumed_at: number | null;
  expires_at: number;
}

/** Through which identity a grant was last used: what its claims are about. */
export interface GrantIdentityTable {
  grant_digest: string;
  identity_id: string;
  expires_at: number;
}

/** What an application of type `openid` is told beside its name. URLs are empty where there are none. */
export interface OpenidClientTable {
  application_id: string;
  /** 1 where it can keep no secret (a page, an app): PKCE stands in its place. */
  is_public: number;
  logo_url: string;
  start_url: string;
  initiate_login_uri: string;
  /** JSON list. */
  post_logout_uris: string;
  /** Where back-channel logout tokens go. */
  logout_uri: string;
  /** 1 where an administrator lets it ask for M-Pin ids (docs/security.md). */
  mpin_id_allowed: number;
  /** The account that registered it; null where an administrator did. */
  owner: string | null;
  /** Null while strangers are kept from its consent page. */
  approved_at: number | null;
  /** A change of name or logo asks people anew. */
  changed_at: number;
}

export interface RedirectUriTable {
  /** One URI belongs to one application of the whole system. */
  normalised: string;
  /** As registered: what requests are compared with, letter by letter. */
  uri: string;
  application_id: string;
  created_at: number;
}

/** Somebody's proof that a host is theirs. */
export interface HostProofTable {
  project_id: string;
  owner: string;
  host: string;
  token: string;
  proved_at: number | null;
  created_at: number;
}

/** The session (docs/protocol.md 3) through which a log-in page hears of the PIN. */
export interface OidcLoginTable {
  uid_digest: string;
  access_digest: string;
  /** JSON of webOTT and accessId. */
  secrets_sealed: string;
  /** What became of an activation token that came along. */
  activation: 'none' | 'offered' | 'refused';
  expires_at: number;
}

/** What a person allowed an application. */
export interface ConsentTable {
  account: string;
  client_id: string;
  /** JSON list. */
  scopes: string;
  given_at: number;
  used_at: number;
}
