import { Type } from '@fastify/type-provider-typebox';
import type { TObject, TProperties, TSchema } from 'typebox';

/** The answers of the API, as its document describes them. Section numbers are those of docs/protocol.md. */

/** An object that holds these fields and no others. */
function exactly<T extends TProperties>(fields: T): TObject<T> {
  return Type.Object(fields, { additionalProperties: false });
}

const text = Type.String();
const hex = Type.String({ pattern: '^[0-9a-f]*$' });
const digest = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the M-Pin id.' });
const seconds = Type.Integer({ description: 'Unix seconds.' });
const milliseconds = Type.Integer({ description: 'Unix milliseconds.' });
const moment = Type.String({ format: 'date-time' });
const jwt = Type.String({ pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$' });
const method = Type.Union([Type.Literal('link'), Type.Literal('code')]);
const url = Type.String({ format: 'uri' });
const jwkSet = exactly({ keys: Type.Array(Type.Object({ kty: text, kid: text, alg: text, use: text, n: text, e: text })) });

const projectDetails = {
  projectName: text, projectLogoURL: text, verificationURL: text, verificationCustomText: text,
  verificationMethod: Type.Union([Type.Literal('standardEmail'), Type.Literal('fullCustom')]), identityType: Type.Union([Type.Literal('email'), Type.Literal('alphanumeric')]),
  identityTypeLabel: text, pinLength: Type.Integer({ minimum: 4, maximum: 6 }), enableRegistrationCode: Type.Boolean(), limitRegCodeVerified: Type.Boolean(),
};

const activation = { actToken: text, expireTime: seconds };

const identity = {
  mpinId: digest, userId: text, deviceName: text, ip: text, country: text, dvs: Type.Boolean({ description: 'It can sign.' }),
  createdAt: moment, updatedAt: moment, revoked: Type.Boolean(),
};

const registered = { mpinId: hex, projectId: text, pinLength: Type.Integer(), verificationType: text, identityCapability: Type.Optional(text) };

const g1 = Type.String({ pattern: '^04[0-9a-f]{128}$' });

const listOf = (row: TSchema): TSchema => exactly({ total: Type.Integer({ minimum: 0 }), list: Type.Array(row) });

const sessionView = {
  status: Type.Union(['new', 'wid', 'user', 'abort', 'authenticated', 'signed', 'expired'].map((status) => Type.Literal(status))),
  statusCode: Type.Union([Type.Literal(200), Type.Literal(404)]), userId: text, redirectURL: text, signature: Type.Optional(text),
  verification: Type.Optional(exactly({ state: Type.Union(['sent', 'confirmed', 'cancelled', 'expired'].map((state) => Type.Literal(state))), userId: text, method })),
  nowMs: Type.Optional(milliseconds), expiresAtMs: Type.Optional(milliseconds),
};

/** What an operation answers with when all went well. */
export const ANSWERS = {
  nothing: exactly({}),
  discovery: Type.Object({
    id: text, name: text, customDomain: url, mobileUrl: url, logoUrl: text, curve: Type.Literal('BN254CX'), pinLength: Type.Integer(), pinAttempts: Type.Integer(), verificationMethod: method,
    identityType: text, languages: Type.Array(text), ways: Type.Array(text), endpoints: Type.Record(text, url), extensions: Type.Record(text, Type.Integer()),
    limits: Type.Record(text, Type.Integer()), branding: Type.Object({ name: text, logoUrl: text, accentLight: text, accentDark: text }),
  }),
  keys: jwkSet,
  session: exactly({
    webOTT: text, accessId: text, qrURL: url, accessURL: url, accessNumber: Type.Optional(Type.String({ pattern: '^\\d{7}$' })), nowMs: Type.Optional(milliseconds), expiresAtMs: Type.Optional(milliseconds),
  }),
  access: exactly({ ...sessionView, activation: Type.Optional(exactly({ ...activation, userId: text, projectId: text })), jwt: Type.Optional(jwt) }),
  accessStream: Type.String({ description: 'Lines of JSON in the form of /rps/v2/access, empty ones now and then (3.3, 3.8).' }),
  codeStatus: Type.Union([
    exactly({}),
    exactly({
      prerollId: text, projectId: text, description: text, hash: text, ...projectDetails, origin: text, deviceName: text, place: text, otherNetwork: Type.Boolean(),
      nowMs: Type.Optional(milliseconds), expiresAtMs: Type.Optional(milliseconds),
    }),
  ]),
  accessNumber: exactly({ accessId: text }),
  push: exactly({ webOTT: text }),
  verificationStarted: exactly({ backoff: seconds, nowMs: milliseconds, method, matchNumber: Type.Optional(Type.String({ pattern: '^\\d{2}$' })) }),
  confirmation: exactly({
    projectId: text, actToken: Type.Optional(text), expireTime: Type.Optional(seconds), accessId: Type.Optional(text), state: Type.Optional(text), nonce: Type.Optional(text),
    verificationRedirectUrl: Type.Optional(text),
  }),
  quickCode: exactly({ code: Type.String({ pattern: '^\\d{6}$' }), expireTime: seconds, ttlSeconds: Type.Integer({ minimum: 1 }) }),
  registration: Type.Union([
    exactly({ ...registered, dtas: text, curve: Type.Literal('BN254CX'), secretUrls: Type.Array(url, { minItems: 2, maxItems: 2 }), nowTime: seconds }),
    exactly({ ...registered, designatedTAs: Type.Array(exactly({ url, token: text }), { minItems: 2, maxItems: 2 }), createdAt: seconds }),
  ]),
  clientShare: exactly({ dvsClientSecret: g1 }),
  designatedShare: exactly({ node: Type.String({ pattern: '^[0-9a-f]{64}$' }), share: g1 }),
  renamed: exactly({ deviceName: text }),
  pass1: exactly({ y: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  pass2: exactly({ authOTT: text }),
  authenticate: exactly({
    status: Type.Literal(200), message: text, jwt: Type.Optional(jwt), dvsRegister: Type.Optional(exactly({ token: text, curve: Type.Literal('BN254CX') })), signOutHandle: Type.Optional(text),
    otp: Type.Optional(exactly({ password: Type.String({ pattern: '^\\d{6}$' }), expiresAt: seconds, ttlSeconds: Type.Integer() })),
  }),
  certificate: exactly({ certificate: jwt }),
  signingSession: exactly({ id: text, qrURL: url, expireTime: seconds }),
  signingDetails: exactly({
    userID: text, hash: text, description: text, status: Type.Union([Type.Literal('active'), Type.Literal('signed')]), expireTime: seconds, projectId: text, ...projectDetails,
  }),
  signed: exactly({ status: Type.Literal('signed') }),
  otp: exactly({ ciphertext: text, tag: text, iv: text }),
  initiated: exactly({ mpinId: hex, hashMPinId: digest, ...activation, redirectURI: text }),
  verificationUrl: exactly({ verificationURL: url }),
  audit: listOf(exactly({
    IPAddress: text, appID: text, appName: text, country: text, createdAt: moment, deviceName: text, eventStatus: text, eventType: text, mpinID: text, userID: text, actor: text,
  })),
  identities: listOf(exactly({ ...identity, projectId: text })),
  identity: exactly(identity),
  revocation: exactly({ hashMPinID: digest, reason: text }),
  health: exactly({ status: text }),
} as const satisfies Record<string, TSchema>;
