import type { Generated } from 'kysely';
import type { AdministrationSchema } from './schema-administration.ts';
import type { CapabilitySchema } from './schema-capabilities.ts';
import type { RateWindowTable, TurnTable } from './schema-nodes.ts';
import type { OidcSchema } from './schema-oidc.ts';
import type { OtpSchema } from './schema-otp.ts';
import type { PhoneSchema } from './schema-phone.ts';
import type { WebhookSchema } from './schema-webhooks.ts';
import type { BackendSchema, EnrolmentKind } from './schema-backend.ts';

/**
 * The tables. Times are Unix milliseconds, flags 0 or 1, lists JSON texts, so that one schema serves every SQL database.
 * Columns that end in `_digest` hold keyed digests of secrets, columns that end in `_sealed` hold sealed ones.
 */
export interface Schema extends BackendSchema, OtpSchema, PhoneSchema, OidcSchema, CapabilitySchema, AdministrationSchema, WebhookSchema {
  projects: ProjectTable;
  applications: ApplicationTable;
  server_secrets: ServerSecretTable;
  keys: KeyTable;
  authority_links: AuthorityLinkTable;
  sessions: SessionTable;
  verifications: VerificationTable;
  activations: ActivationTable;
  identities: IdentityTable;
  identity_networks: IdentityNetworkTable;
  objections: ObjectionTable;
  passes: PassTable;
  proofs: ProofTable;
  strikes: StrikeTable;
  signatures: SignatureTable;
  mail_limits: MailLimitTable;
  audit: AuditTable;
  turns: TurnTable;
  rate_windows: RateWindowTable;
}

export interface ProjectTable {
  id: string;
  name: string;
  /** JSON list of origins whose pages may use the project. */
  origins: string;
  verification_method: 'link' | 'code';
  pin_length: number;
  ask_device_name: number;
  logo_url: string;
  created_at: number;
  /** JSON of the project's further settings; what it leaves out has its default. */
  settings: Generated<string>;
}

export interface ApplicationTable {
  id: string;
  project_id: string;
  name: string;
  secret_digest: string;
  /** JSON list of origins whose sign-ins are this application's. */
  origins: string;
  created_at: number;
  type: Generated<ApplicationType>;
  /** JSON list of the rights that an administrator granted (docs/security.md). */
  rights: Generated<string>;
  /** 0: its credentials open nothing. */
  active: Generated<number>;
  /** The secret before the present one, while both hold. */
  former_secret_digest: Generated<string | null>;
  former_secret_until: Generated<number | null>;
}

/** What an application is for: signing in by the element, by OpenID Connect, or one-time passwords. */
export type ApplicationType = 'sign-in' | 'openid' | 'otp';

export interface ServerSecretTable {
  id: Generated<number>;
  /** Base64 of the JSON list of the authorities' node ids, in order. */
  dtas: string;
  /** Empty once it is retired. */
  secret_sealed: string;
  created_at: number;
  /** The authorities that it came from: like `dtas`, of the digests of their public keys. */
  pair: string;
  /** The latest chosen of a pair is what new identities get. */
  chosen_at: number;
  /** Since when nobody can sign in with it any more. */
  retired_at: number | null;
}

export interface KeyTable {
  kid: string;
  purpose: 'sign-in' | 'dvs' | 'internal' | 'openid' | 'cookie';
  private_sealed: string;
  /** JSON Web Key of the public half. */
  public_jwk: string;
  created_at: number;
  /** From when on it signs: published first, so that everybody knows it by then. */
  signs_from: Generated<number>;
  /** Until when what it signed may still be shown; null while nothing took its place. */
  verifies_until: Generated<number | null>;
}

export interface AuthorityLinkTable {
  position: number;
  private_sealed: string;
  public_key: string;
}

export type SessionStatus = 'new' | 'wid' | 'user' | 'abort' | 'authenticated' | 'signed';

export interface SessionTable {
  access_digest: string;
  secret_digest: string;
  project_id: string;
  /** The user id given at the start, or by the verification handed over to it; empty where there is none. */
  user_id: string;
  description: string;
  /** Hex of what is to be signed; empty for a sign-in. */
  hash: string;
  status: SessionStatus;
  /** Who signed in. */
  authenticated_user_id: string;
  /** Through which identity; empty before. */
  authenticated_identity_id: Generated<string>;
  signature: string;
  /** The starter's browser, where it was a page of our own origin. */
  browser_digest: string | null;
  verification_id: string | null;
  created_at: number;
  expires_at: number;
  /** Until when a session with an access number can be claimed; null where it has none. */
  claim_until: Generated<number | null>;
  /** Where the starter's page stands, what it calls itself, and its network; empty where unknown. */
  origin: Generated<string>;
  device_name: Generated<string>;
  network: Generated<string>;
  /** The application that it signs in to, where it was made for a log-in page of the OpenID provider; else the origin's. */
  application_id: Generated<string | null>;
}

export type VerificationState = 'sent' | 'confirmed' | 'cancelled';

export interface VerificationTable {
  id: string;
  project_id: string;
  user_id: string;
  /** As the starter wrote it: what its client compares with. */
  asked_user_id: string;
  device_name: string;
  lang: string;
  method: 'link' | 'code';
  code_digest: string;
  state: VerificationState;
  handed_over: number;
  /** The session that the activation goes to, or that a confirmation names. */
  access_digest: string | null;
  access_sealed: string | null;
  match_number: string | null;
  /** JSON list of the three numbers that the page offers. */
  match_choices: string | null;
  device_digest: string | null;
  ip: string;
  network: string;
  starter_tries: number;
  other_tries: number;
  created_at: number;
  expires_at: number;
  kind: Generated<EnrolmentKind>;
  /** 1 where whoever holds the code has read the address's mail. */
  address_proved: Generated<number>;
  /** Who asked through the back-end API. */
  application_id: Generated<string | null>;
  stage: Generated<string>;
  /** JSON of where the person goes at the end, with the OpenID parameters; null for nowhere. */
  redirect: Generated<string | null>;
  /** The browser that opened a custom verification's URL first. */
  browser_digest: Generated<string | null>;
  /** The user's identity whose PIN is set anew, as the starter named it; null for a further device. */
  resets: Generated<string | null>;
}

export interface ActivationTable {
  token_digest: string;
  project_id: string;
  user_id: string;
  verification_id: string | null;
  /** The identity whose secrets it renews. */
  replaces: string | null;
  used_at: number | null;
  expires_at: number;
  kind: Generated<EnrolmentKind>;
  address_proved: Generated<number>;
  /** Hex of the M-Pin id that the identity will have, where it was told beforehand. */
  mpin_id: Generated<string | null>;
  /** What the identity is called where its device does not say. */
  device_name: Generated<string>;
  application_id: Generated<string | null>;
}

export interface IdentityTable {
  /** SHA-256 of the M-Pin id, hex. */
  id: string;
  mpin_id: string;
  project_id: string;
  user_id: string;
  device_name: string;
  public_key: string;
  /** H1(M-Pin id ‖ public key), hex: computed once. */
  point: string;
  dtas: string;
  server_secret_id: number;
  state: 'active' | 'revoked';
  revoked_reason: string | null;
  verification_id: string | null;
  replaces: string | null;
  lang: string;
  ip: string;
  created_at: number;
  /** First and last success; null before the first. */
  first_used_at: number | null;
  last_used_at: number | null;
  /** Written by whoever takes this row's lock. */
  touched_at: number;
  enrolled_by: Generated<EnrolmentKind>;
  /** 1 where whoever registered it proved to us that they read the address's mail: what `email_verified` may say. */
  address_proved: Generated<number>;
  /** ISO 3166 code of where it was registered; empty where unknown. */
  country: Generated<string>;
  /** Last change by its owner or an administrator: renamed, revoked. */
  changed_at: Generated<number | null>;
  /** Since when it is lapsed for good (docs/protocol.md 8.4); null while it lives. */
  lapsed_at: Generated<number | null>;
}

export interface IdentityNetworkTable {
  identity_id: string;
  network: string;
  /** Since when the identity is known there; null where it only failed. */
  known_at: number | null;
  wait_until: number;
}

/** The right to say "This was not me" of one identity. */
export interface ObjectionTable {
  code_digest: string;
  identity_id: string;
  expires_at: number;
  /** When wrong PINs locked the identity, where the mail was about that; null where it was about a device that was set up. */
  locked_at: Generated<number | null>;
}

export type Scope = 'jwt' | 'oidc' | 'reg-code' | 'dvs-auth' | 'otp';

export interface PassTable {
  id: Generated<number>;
  identity_id: string;
  u: string;
  y: string;
  scope: Scope;
  expires_at: number;
}

export interface ProofTable {
  secret_digest: string;
  identity_id: string;
  u: string;
  y: string;
  v: string;
  scope: Scope;
  access_digest: string | null;
  expires_at: number;
}

export interface StrikeTable {
  /** Grows with time: a success clears what was reserved before it. */
  id: Generated<number>;
  identity_id: string;
  state: 'reserved' | 'failed';
  network: string;
  created_at: number;
}

export interface SignatureTable {
  digest: string;
  identity_id: string;
  /** Null while its check runs. */
  valid: number | null;
  expires_at: number;
}

export interface MailLimitTable {
  project_id: string;
  /** The mailbox behind the user id, whatever its spelling. */
  user_id: string;
  /** How many mails ago the waits began anew. */
  step: number;
  day_start: number;
  day_mails: number;
  day_codes: number;
  next_at: number;
}

export interface AuditTable {
  id: Generated<number>;
  project_id: string;
  created_at: number;
  type: string;
  status: string;
  user_id: string;
  identity_id: string | null;
  device_name: string;
  application_id: string | null;
  ip: string;
  country: Generated<string>;
  /** Who did it, where it was neither the person nor the application: a service account, the command line, an administrator. */
  actor: Generated<string>;
}
