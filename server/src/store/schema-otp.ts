/** The tables of one-time passwords and RADIUS; see schema.ts for what all tables have in common. */
export interface OtpSchema {
  otp_applications: OtpApplicationTable;
  one_time_passwords: OneTimePasswordTable;
  radius_clients: RadiusClientTable;
}

/** What an application of type `otp` has besides. */
export interface OtpApplicationTable {
  application_id: string;
  /** Signs and encrypts what `POST /otp` says (docs/otp.md), so it is needed back. */
  secret_sealed: string;
  ttl_seconds: number;
  rotated_at: number;
}

/** A living password; at most one of a user for each application. */
export interface OneTimePasswordTable {
  application_id: string;
  user_id: string;
  password_sealed: string;
  /** Whose PIN made it. */
  identity_id: string;
  /** JSON object from RADIUS client to its wrong tries. */
  tries: string;
  created_at: number;
  expires_at: number;
  /** Written by whoever takes this row's lock. */
  touched_at: number;
}

/** Who may ask over RADIUS, by address. */
export interface RadiusClientTable {
  id: string;
  application_id: string;
  name: string;
  /** An address or a range, as in 10.1.0.0/16 or 2001:db8::/32. */
  address: string;
  secret_sealed: string;
  message_authenticator: 'required' | 'optional';
  /** JSON list of the attributes that an Access-Accept carries to it: `[["Filter-Id", "staff"], …]`. */
  attributes: string;
  created_at: number;
}
