import { randomUUID } from 'node:crypto';
import { exportJWK, exportPKCS8, generateKeyPair, importJWK, importPKCS8, jwtVerify, SignJWT } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import { sha256 } from '../keys/secrets.ts';
import type { Sealer } from '../keys/sealing.ts';
import type { Database, Queries } from '../store/database.ts';
import { takeTurn } from '../store/turns.ts';
import type { KeyTable } from '../store/schema.ts';

const ALGORITHM = 'RS256';
const KEY_BITS = 2048;

/** Each kind of token has its own `typ`, its own audience and its own verifier; none passes for another. */
export const TOKEN_TYPES = { signIn: 'mpin-sign-in+jwt', registrationCode: 'mpin-reg-code+jwt', certificate: 'mpin-dvs+jwt' } as const;

/** What a sign-in token says (docs/protocol.md 6.5). */
export interface SignIn {
  readonly projectId: string;
  readonly userId: string;
  readonly applicationId: string | undefined;
  readonly origin: string | undefined;
  readonly nonce: string | undefined;
  /** Names the sign-in, where it has a name already. */
  readonly sid?: string;
  /** When the PIN was proved, Unix seconds; now unless given. */
  readonly authTime?: number;
}

/** What a registration-code token says: who proved a PIN, to give a further device a code. */
export interface RegistrationCode {
  readonly projectId: string;
  readonly userId: string;
  /** SHA-256 of the M-Pin id. */
  readonly identityId: string;
  /** Names the token, which serves once. */
  readonly tokenId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** Signs, and checks where the platform itself is the reader. */
export interface TokenIssuer {
  signIn(claims: SignIn): Promise<string>;
  registrationCode(claims: { readonly projectId: string; readonly userId: string; readonly identityId: string }): Promise<string>;
  /** @throws jose's errors for anything but a living registration-code token */
  verifyRegistrationCode(token: string): Promise<RegistrationCode>;
  certificate(hash: string): Promise<string>;
  /** Public keys, as published. */
  readonly signInKeys: readonly JWK[];
  readonly certificateKeys: readonly JWK[];
}

type Purpose = KeyTable['purpose'];

interface KeyPair {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** In turns: of nodes that start at once, the first makes the key and the others find it. */
async function loadKey(db: Database, sealer: Sealer, purpose: Purpose, now: number): Promise<KeyPair> {
  const find = (queries: Queries) => queries.selectFrom('keys').selectAll().where('purpose', '=', purpose).orderBy('created_at', 'desc').executeTakeFirst();
  await db.transaction(async (queries) => {
    await takeTurn(queries, 'first start');
    if ((await find(queries)) !== undefined) return;
    const made = await generateKeyPair(ALGORITHM, { modulusLength: KEY_BITS, extractable: true });
    const jwk = await exportJWK(made.publicKey);
    const kid = sha256(JSON.stringify([jwk.n, jwk.e])).slice(0, 24);
    await queries.insertInto('keys').values({
      kid, purpose, private_sealed: sealer.seal(`key ${kid}`, await exportPKCS8(made.privateKey)),
      public_jwk: JSON.stringify({ kty: 'RSA', use: 'sig', alg: ALGORITHM, kid, n: jwk.n, e: jwk.e }), created_at: now,
    }).execute();
  });
  const row = await find(db.queries);
  if (row === undefined) throw new Error('A signing key vanished while the platform started.');
  return {
    kid: row.kid, publicJwk: JSON.parse(row.public_jwk) as JWK,
    privateKey: await importPKCS8(sealer.open(`key ${row.kid}`, row.private_sealed), ALGORITHM),
  };
}

/** The issuer, with its keys from the database; they are made at first start. Times in Unix milliseconds. */
export async function createTokenIssuer(db: Database, sealer: Sealer, options: { issuer: string; signInSeconds: number; now: () => number }): Promise<TokenIssuer> {
  const { issuer, signInSeconds } = options;
  const seconds = (): number => Math.floor(options.now() / 1000);
  const [signInKey, dvsKey, internalKey] = [
    await loadKey(db, sealer, 'sign-in', options.now()), await loadKey(db, sealer, 'dvs', options.now()), await loadKey(db, sealer, 'internal', options.now()),
  ];
  const sign = (payload: JWTPayload, typ: string, key: KeyPair): Promise<string> =>
    new SignJWT(payload).setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ }).sign(key.privateKey);
  const internalPublic = await importJWK(internalKey.publicJwk, ALGORITHM);
  const internalAudience = `${issuer}/registration-codes`;
  return {
    signInKeys: [signInKey.publicJwk],
    certificateKeys: [dvsKey.publicJwk],
    signIn({ projectId, userId, applicationId, origin, nonce, sid, authTime }) {
      const iat = seconds();
      return sign({
        iss: issuer, aud: projectId, sub: userId, iat, exp: iat + signInSeconds, jti: randomUUID(), sid: sid ?? randomUUID(), auth_time: authTime ?? iat,
        amr: ['mfa', 'pin', 'swk'],
        ...(applicationId === undefined ? {} : { azp: applicationId }), ...(origin === undefined ? {} : { origin }), ...(nonce === undefined ? {} : { nonce }),
      }, TOKEN_TYPES.signIn, signInKey);
    },
    registrationCode({ projectId, userId, identityId }) {
      const iat = seconds();
      return sign({ iss: issuer, aud: internalAudience, sub: userId, project: projectId, identity: identityId, iat, exp: iat + signInSeconds, jti: randomUUID() }, TOKEN_TYPES.registrationCode, internalKey);
    },
    async verifyRegistrationCode(token) {
      const { payload } = await jwtVerify(token, internalPublic, {
        issuer, audience: internalAudience, typ: TOKEN_TYPES.registrationCode, algorithms: [ALGORITHM], requiredClaims: ['sub', 'project', 'identity', 'exp', 'jti'], currentDate: new Date(options.now()),
      });
      return {
        projectId: String(payload['project']), userId: String(payload.sub), identityId: String(payload['identity']), tokenId: String(payload.jti), expiresAt: payload.exp ?? 0,
      };
    },
    certificate(hash) {
      const cAt = seconds();
      return sign({ cAt, exp: cAt + 10, hash }, TOKEN_TYPES.certificate, dvsKey);
    },
  };
}
