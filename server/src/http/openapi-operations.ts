import type { PlatformErrorCode } from '../core/errors.ts';
import type { ANSWERS } from './openapi-answers.ts';

/** What the document says of an operation beyond what its route already says: schema, right and limits are read off the route. */
export interface Operation {
  readonly summary: string;
  /** Of docs/protocol.md. */
  readonly section: string;
  readonly tag: Tag;
  readonly answer: keyof typeof ANSWERS;
  /** Beside those that follow from the route. */
  readonly errors?: readonly PlatformErrorCode[];
  /** 200 unless given. */
  readonly mediaType?: 'application/x-ndjson';
  /** Statuses without the envelope of errors. */
  readonly others?: Readonly<Record<number, string>>;
  /** For what is documented without a schema of its route. */
  readonly openTo?: 'application';
}

/** Groups of operations. */
export const TAGS = {
  discovery: 'What a client learns first.',
  sessions: 'Between a page, a phone, and the mail that a page waits for.',
  verification: 'Proving an address.',
  registration: 'Setting a device up, and what a device may do to its own identity.',
  'sign-in': 'Proving a PIN.',
  signing: 'Signing documents.',
  'back-end': 'For applications, with their credentials.',
  operation: 'For operators.',
} as const;
export type Tag = keyof typeof TAGS;

const session = ['INVALID_AUTHENTICATION_SESSION'] as const;
const credentials = ['UNSUCCESSFUL_AUTHENTICATION', 'REVOKED_MPINID'] as const;

/** Every operation of the API. A test compares it with the routes. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /.well-known/project-configuration': { tag: 'discovery', section: '2', summary: 'A project: how it looks, what it offers, where everything is', answer: 'discovery', errors: ['ORIGIN_NOT_ALLOWED', 'UNKNOWN_PROJECT'] },
  'GET /.well-known/jwks': { tag: 'discovery', section: '6.5', summary: 'The keys that sign-in tokens are checked with', answer: 'keys' },
  'GET /dvs/jwks': { tag: 'discovery', section: '7.2', summary: 'The keys that certificates of signatures are checked with', answer: 'keys' },

  'POST /rps/v2/session': { tag: 'sessions', section: '3.1', summary: 'Open a session', answer: 'session' },
  'POST /rps/v2/access': { tag: 'sessions', section: '3.2', summary: 'Look at a session, and collect what came of it', answer: 'access' },
  'POST /rps/v2/access/stream': { tag: 'sessions', section: '3.3', summary: 'Wait for changes of a session', answer: 'accessStream', mediaType: 'application/x-ndjson', errors: session },
  'POST /rps/v2/codeStatus': { tag: 'sessions', section: '3.4', summary: 'Ask about a session, or report on it, from a phone', answer: 'codeStatus' },
  'POST /rps/v2/accessNumber': { tag: 'sessions', section: '3.5', summary: 'Find the session behind an access number', answer: 'accessNumber', errors: [...credentials, 'INVALID_ACCESS_NUMBER'] },
  'POST /rps/v2/signOut': { tag: 'sessions', section: '3.8', summary: 'End a sign-in that a phone made', answer: 'nothing', errors: session },
  'POST /pushauth': { tag: 'sessions', section: '3.10', summary: 'Ask a person\'s phone to sign in', answer: 'push', errors: ['NO_PUSH_TOKEN'] },

  'POST /verification/email': { tag: 'verification', section: '4.1', summary: 'Ask for a mail that proves an address', answer: 'verificationStarted' },
  'POST /verification/confirmation': { tag: 'verification', section: '4.3', summary: 'Confirm with a code', answer: 'confirmation', errors: ['UNSUCCESSFUL_VERIFICATION'] },
  'POST /verification/quickcode': { tag: 'verification', section: '10.7', summary: 'Make a QuickCode for a further device', answer: 'quickCode', errors: ['UNAUTHORIZED', 'FORBIDDEN'] },

  'POST /registration': { tag: 'registration', section: '5.1', summary: 'Register a device, or renew its secrets', answer: 'registration', errors: ['INVALID_ACTIVATION_TOKEN'] },
  'GET /ta/1/client-share/*': { tag: 'registration', section: '5.2', summary: 'The share of the first trust authority in this process; the path is a capability', answer: 'clientShare', errors: ['FORBIDDEN'] },
  'GET /ta/2/client-share/*': { tag: 'registration', section: '5.2', summary: 'The share of the second', answer: 'clientShare', errors: ['FORBIDDEN'] },
  'POST /ta/1/designated-share/*': { tag: 'registration', section: '5.2', summary: 'The same share for a registration of version 2, with its token as bearer', answer: 'designatedShare', errors: ['FORBIDDEN'] },
  'POST /ta/2/designated-share/*': { tag: 'registration', section: '5.2', summary: 'The share of the second', answer: 'designatedShare', errors: ['FORBIDDEN'] },
  'POST /identity/rename': { tag: 'registration', section: '5.6', summary: 'Rename one\'s own device', answer: 'renamed', errors: credentials },
  'POST /identity/remove': { tag: 'registration', section: '5.6', summary: 'Remove one\'s own device', answer: 'nothing', errors: ['UNSUCCESSFUL_AUTHENTICATION'] },
  'POST /identity/push': { tag: 'registration', section: '5.6', summary: 'Say where one\'s own device is told of requests', answer: 'nothing', errors: ['UNSUCCESSFUL_AUTHENTICATION', 'REVOKED_MPINID'] },

  'POST /rps/v2/pass1': { tag: 'sign-in', section: '6.1', summary: 'Pass 1: U for y', answer: 'pass1', errors: ['UNSUCCESSFUL_AUTHENTICATION', 'EXPIRED_MPINID'] },
  'POST /rps/v2/pass2': { tag: 'sign-in', section: '6.2', summary: 'Pass 2: hand in V', answer: 'pass2', errors: [...credentials, ...session] },
  'POST /rps/v2/authenticate': { tag: 'sign-in', section: '6.3', summary: 'Have the proof checked', answer: 'authenticate', errors: [...credentials, ...session, 'EXPIRED_MPINID'] },

  'POST /dvs/verify': { tag: 'signing', section: '7.2', summary: 'Verify a signature and certify it', answer: 'certificate', errors: [...credentials, 'EXPIRED_MPINID'] },
  'POST /dvs/session': { tag: 'signing', section: '10.8', summary: 'Open a signing session of an older app', answer: 'signingSession' },
  'POST /dvs/session/details': { tag: 'signing', section: '10.8', summary: 'Look at it', answer: 'signingDetails' },
  'PUT /dvs/session': { tag: 'signing', section: '10.8', summary: 'Hand in its signature', answer: 'signed', errors: [...credentials, 'EXPIRED_MPINID'] },
  'DELETE /dvs/session': { tag: 'signing', section: '10.8', summary: 'End it', answer: 'nothing' },

  'POST /otp': { tag: 'back-end', section: '6.7', summary: 'Read a user\'s one-time password, encrypted (docs/otp.md)', answer: 'otp', errors: ['UNAUTHORIZED', 'FORBIDDEN', 'NO_ONE_TIME_PASSWORD'], openTo: 'application' },
  'POST /activate/initiate': { tag: 'back-end', section: '10.5', summary: 'Activate a user that the site itself has verified', answer: 'initiated' },
  'POST /verification': { tag: 'back-end', section: '10.6', summary: 'Make a verification URL for a user that the site itself has verified', answer: 'verificationUrl' },
  'GET /api/v1/projects/:projectId/audit': { tag: 'back-end', section: '10.3', summary: 'The audit log', answer: 'audit' },
  'GET /api/v1/projects/:projectId/mpinids': { tag: 'back-end', section: '10.4', summary: 'The identities of a project', answer: 'identities' },
  'PUT /api/v1/projects/:projectId/mpinids/:mpinId': { tag: 'back-end', section: '10.4', summary: 'Rename an identity', answer: 'identity' },
  'POST /api/v1/projects/:projectId/mpinids/:mpinId/revocation': { tag: 'back-end', section: '10.4', summary: 'Revoke an identity at once', answer: 'revocation' },

  'GET /healthz': { tag: 'operation', section: '1', summary: 'The process runs', answer: 'health' },
  'GET /readyz': { tag: 'operation', section: '1', summary: 'It can serve: database and checking threads answer', answer: 'health', others: { 503: 'It cannot serve now.' } },
};

/**
 * Routes that are no part of the API: pages for people, files, and OpenID Connect, which `/.well-known/openid-configuration` describes. Whole path, or
 * all below one that ends in `/`.
 */
export const ELSEWHERE: readonly string[] = [
  '/verification/confirmation', '/verification/confirmation/', '/identity/objection', '/otpgen', '/pages/', '/authorize', '/authorize/', '/oidc/', '/.well-known/openid-configuration',
  '/interaction/', '/refused', '/account', '/account/', '/mobile', '/mobile/', '/mobile-login', '/mobile-login/', '/console', '/console/', '/dev/', '/openapi', '/openapi.json', '/*',
];
