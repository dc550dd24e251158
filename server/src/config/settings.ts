import { availableParallelism } from 'node:os';
import { addressRanges, flag, integer, integers, json, oneOf, optionalText, plainText } from './readers.ts';
import { DEFAULT_RATES, readRates } from './rates.ts';
import type { Rates } from './rates.ts';

/** A trust authority on another host. */
export interface RemoteAuthority {
  /** Base URL that clients and the platform reach it under. */
  readonly url: string;
  /** Its Ed25519 public key, base64url, as it prints it at start. */
  readonly key: string;
}

function readAuthorities(value: unknown): readonly RemoteAuthority[] {
  if (!Array.isArray(value) || (value.length !== 0 && value.length !== 2)) throw new Error('must list two authorities, or none');
  return value.map((entry: unknown) => {
    const { url, key } = (typeof entry === 'object' && entry !== null ? entry : {}) as { url?: unknown; key?: unknown };
    if (typeof url !== 'string' || !URL.canParse(url)) throw new Error('every authority needs its "url"');
    if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(key)) throw new Error('every authority needs its "key" of 43 base64url characters');
    return { url: url.replace(/\/+$/, ''), key };
  });
}

/** Every setting there is. The configuration's type follows from this table, and so does its documentation. */
export const SETTINGS = {
  port: integer('PORT', 8080, 0, 65_535, 'Port the platform listens on; 0 takes any free one.'),
  host: plainText('MPIN_HOST', '127.0.0.1', 'Address the platform listens on.'),
  publicUrl: optionalText('MPIN_PUBLIC_URL', 'The URL people and sites reach the platform under; https, unless loopback. In development mode http://localhost:PORT.'),
  dataDir: plainText('MPIN_DATA', 'data', 'Directory of the database and of the key files.'),
  databaseUrl: optionalText('MPIN_DATABASE_URL', 'PostgreSQL to keep the data in, as in postgres://user:password@db.example.com/mpin; without it platform.db in MPIN_DATA. Several nodes need it.'),
  databaseConnections: integer('MPIN_DATABASE_CONNECTIONS', 10, 2, 1000, 'Connections to PostgreSQL that one node opens at most, beside one that listens.'),
  dev: flag('MPIN_DEV', 'Development mode: loopback only, mails land in /dev/inbox, a demo project is made.'),
  masterKey: optionalText('MPIN_MASTER_KEY', 'Key that seals all other keys, 64 hex digits. Without it a file in MPIN_DATA is made at first start.'),
  smtpUrl: optionalText('MPIN_SMTP_URL', 'Where mail is handed over, as in smtps://user:password@mail.example.com. Needed outside development mode.'),
  mailFrom: plainText('MPIN_MAIL_FROM', 'M-Pin <noreply@localhost>', 'Sender of all mail.'),
  trustedProxies: addressRanges('MPIN_TRUSTED_PROXIES', 'Proxies whose X-Forwarded-For counts; none by default.'),
  logLevel: oneOf('MPIN_LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info', 'How much is logged.'),
  sitePort: integer('SITE_PORT', 0, 0, 65_535, 'Port of the demo site in development mode; 0 means the port after PORT.'),
  workers: integer('MPIN_WORKERS', Math.max(1, availableParallelism() - 1), 1, 256, 'Threads that check proofs.'),
  libraryDir: optionalText('MPIN_LIBRARY', 'Directory of the built library; found beside the platform by default.'),
  serviceWorkers: oneOf('MPIN_SERVICE_WORKER', ['on', 'off'], 'on', 'Whether the phone site keeps its files on phones; off takes off what phones already keep.'),
  authorities: json<readonly RemoteAuthority[]>('MPIN_AUTHORITIES', [], 'The two trust authorities on other hosts, [{"url","key"},…]; without it both run in this process.', readAuthorities),
  countryDatabase: optionalText('MPIN_COUNTRY_DATABASE', 'A country database in the MMDB format, for the audit log; read at start. No address is sent anywhere.'),
  bodyBytes: integer('MPIN_BODY_BYTES', 65_536, 4096, 16_777_216, 'Largest request body, bytes.'),
  rates: json<Rates>('MPIN_RATES', DEFAULT_RATES, 'Calls one address may make, {"group":[calls,seconds],…}; groups left out keep their default.', readRates),

  sessionSeconds: integer('MPIN_SESSION_SECONDS', 900, 30, 86_400, 'Life of a session, and of a confirmed address until a PIN is chosen.'),
  accessNumberSeconds: integer('MPIN_ACCESS_NUMBER_SECONDS', 99, 30, 600, 'How long an access number can be claimed.'),
  claimSeconds: integer('MPIN_CLAIM_SECONDS', 120, 10, 600, 'How long the page that showed an access number may take to collect the sign-in.'),
  signOutSeconds: integer('MPIN_SIGN_OUT_SECONDS', 43_200, 60, 2_592_000, 'How long a phone can end the sign-in that it made on another device.'),
  linkSeconds: integer('MPIN_LINK_SECONDS', 3600, 60, 604_800, 'Life of a mailed link.'),
  codeSeconds: integer('MPIN_CODE_SECONDS', 600, 30, 86_400, 'Life of a mailed 6-digit code.'),
  quickCodeSeconds: integer('MPIN_QUICKCODE_SECONDS', 180, 30, 3600, 'Life of a QuickCode.'),
  objectionSeconds: integer('MPIN_OBJECTION_SECONDS', 2_592_000, 3600, 31_536_000, 'How long "This was not me" in the mail about a new device works.'),
  activationSeconds: integer('MPIN_ACTIVATION_SECONDS', 90, 10, 3600, 'Life of an activation token.'),
  renewalSeconds: integer('MPIN_RENEWAL_SECONDS', 300, 10, 3600, 'Life of a token that renews secrets.'),
  pass1Seconds: integer('MPIN_PASS1_SECONDS', 180, 5, 600, 'Life of a y given out by pass 1.'),
  proofSeconds: integer('MPIN_PROOF_SECONDS', 60, 5, 600, 'Time between pass 2 and authenticate.'),
  signInTokenSeconds: integer('MPIN_SIGN_IN_TOKEN_SECONDS', 60, 10, 600, 'Life of a sign-in token.'),
  capabilitySeconds: integer('MPIN_CAPABILITY_SECONDS', 60, 5, 600, 'Life of a trust authority URL.'),
  orphanSeconds: integer('MPIN_ORPHAN_SECONDS', 30, 1, 600, 'After so long a reserved strike without an outcome counts as a wrong PIN.'),
  foreignWaitSeconds: integer('MPIN_FOREIGN_WAIT_SECONDS', 60, 0, 3600, 'Wait after a failure from a network where the identity is unknown.'),
  inactivityDays: integer('MPIN_INACTIVITY_DAYS', 365, 0, 36_500, 'Days without a sign-in after which an identity lapses; 0 means never.'),
  signaturePastSeconds: integer('MPIN_SIGNATURE_PAST_SECONDS', 300, 1, 86_400, 'How old a signature may be.'),
  signatureFutureSeconds: integer('MPIN_SIGNATURE_FUTURE_SECONDS', 30, 0, 3600, 'How far ahead of our clock a signature may be.'),

  radius: flag('MPIN_RADIUS', 'Runs the RADIUS server for one-time passwords beside the platform; mpin-platform radius runs it alone.'),
  radiusHost: plainText('MPIN_RADIUS_HOST', '127.0.0.1', 'Address that RADIUS listens on; :: hears IPv4 and IPv6 on every interface.'),
  radiusPort: integer('MPIN_RADIUS_PORT', 1812, 0, 65_535, 'UDP port for RADIUS authentication.'),
  radiusAccountingPort: integer('MPIN_RADIUS_ACCOUNTING_PORT', 1813, 0, 65_535, 'UDP port for RADIUS accounting.'),

  metrics: flag('MPIN_METRICS', 'Tells Prometheus about this node, on a port of its own.'),
  metricsHost: plainText('MPIN_METRICS_HOST', '127.0.0.1', 'Address that metrics are told on. They ask for no password: keep it off public networks.'),
  metricsPort: integer('MPIN_METRICS_PORT', 9464, 0, 65_535, 'Port that metrics are told on, at /metrics; 0 takes any free one.'),

  pinAttempts: integer('MPIN_PIN_ATTEMPTS', 3, 1, 10, 'Consecutive wrong PINs that revoke an identity.'),
  numberMisses: integer('MPIN_NUMBER_MISSES', 5, 1, 100, 'Access numbers that lead nowhere, for each identity and hour.'),
  projectNumberMisses: integer('MPIN_PROJECT_NUMBER_MISSES', 300, 1, 100_000, 'Access numbers that lead nowhere, for all identities of a project and hour together.'),
  userPushes: integer('MPIN_USER_PUSHES', 5, 1, 100, 'Push messages that ask one user to sign in, within 10 minutes.'),
  codeTries: integer('MPIN_CODE_TRIES', 5, 1, 20, 'Wrong tries that end a 6-digit code.'),
  codesPerDay: integer('MPIN_CODES_PER_DAY', 10, 1, 1000, '6-digit codes mailed to one user a day.'),
  mailsPerDay: integer('MPIN_MAILS_PER_DAY', 20, 1, 1000, 'Mails to one user a day.'),
  mailBackoffSeconds: integers('MPIN_MAIL_BACKOFF_SECONDS', [10, 60, 600], 'Waits between mails to one user: after the first, the second, and so on.'),
  accountApplications: integer('MPIN_ACCOUNT_APPLICATIONS', 20, 1, 1000, 'Applications that one account may have registered at a time.'),
  pendingPasses: integer('MPIN_PENDING_PASSES', 5, 1, 100, 'Pass 1 requests that may wait for their pass 2, for each identity.'),
} as const;
