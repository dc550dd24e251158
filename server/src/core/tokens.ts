import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { Sealer } from '../keys/sealing.ts';
import type { Database } from '../store/database.ts';
import { ALGORITHM, openKeyRing } from './signing-keys.ts';
import type { KeyRing } from './signing-keys.ts';

/** Each kind of token has its own `typ`, its own audience and its own verifier; none passes for another. */
const TOKEN_TYPES = { signIn: 'mpin-sign-in+jwt', registrationCode: 'mpin-reg-code+jwt', certificate: 'mpin-dvs+jwt' } as const;

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
  signInKeys(): Promise<readonly JWK[]>;
  certificateKeys(): Promise<readonly JWK[]>;
}

/** The issuer, with its keys from the database; they are made at first start. Times in Unix milliseconds. */
export async function createTokenIssuer(db: Database, sealer: Sealer, options: { issuer: string; signInSeconds: number; now: () => number }): Promise<TokenIssuer> {
  const { issuer, signInSeconds } = options;
  const seconds = (): number => Math.floor(options.now() / 1000);
  const store = { db, sealer, now: options.now };
  const [signInKeys, dvsKeys, internalKeys] = [await openKeyRing(store, 'sign-in'), await openKeyRing(store, 'dvs'), await openKeyRing(store, 'internal')];
  const sign = async (payload: JWTPayload, typ: string, keys: KeyRing): Promise<string> => {
    const { kid, privateKey } = await keys.signer();
    return new SignJWT(payload).setProtectedHeader({ alg: ALGORITHM, kid, typ }).sign(privateKey);
  };
  const internalAudience = `${issuer}/registration-codes`;
  return {
    signInKeys: () => signInKeys.published(),
    certificateKeys: () => dvsKeys.published(),
    signIn({ projectId, userId, applicationId, origin, nonce, sid, authTime }) {
      const iat = seconds();
      return sign({
        iss: issuer, aud: projectId, sub: userId, iat, exp: iat + signInSeconds, jti: randomUUID(), sid: sid ?? randomUUID(), auth_time: authTime ?? iat,
        amr: ['mfa', 'pin', 'swk'],
        ...(applicationId === undefined ? {} : { azp: applicationId }), ...(origin === undefined ? {} : { origin }), ...(nonce === undefined ? {} : { nonce }),
      }, TOKEN_TYPES.signIn, signInKeys);
    },
    registrationCode({ projectId, userId, identityId }) {
      const iat = seconds();
      return sign({ iss: issuer, aud: internalAudience, sub: userId, project: projectId, identity: identityId, iat, exp: iat + signInSeconds, jti: randomUUID() }, TOKEN_TYPES.registrationCode, internalKeys);
    },
    async verifyRegistrationCode(token) {
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...await internalKeys.published()] }), {
        issuer, audience: internalAudience, typ: TOKEN_TYPES.registrationCode, algorithms: [ALGORITHM], requiredClaims: ['sub', 'project', 'identity', 'exp', 'jti'], currentDate: new Date(options.now()),
      });
      return {
        projectId: String(payload['project']), userId: String(payload.sub), identityId: String(payload['identity']), tokenId: String(payload.jti), expiresAt: payload.exp ?? 0,
      };
    },
    certificate(hash) {
      const cAt = seconds();
      return sign({ cAt, exp: cAt + 10, hash }, TOKEN_TYPES.certificate, dvsKeys);
    },
  };
}
