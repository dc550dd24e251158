import { createRemoteJWKSet } from 'jose';
import { MpinError } from '../errors.ts';
import { CLOCK_TOLERANCE, verifiedPayload } from './jwt.ts';
import type { TokenKind } from './jwt.ts';
import { readLogoutOptions } from './options.ts';
import type { LogoutVerifierOptions } from './options.ts';
import { createMemoryReplayStore } from './replay.ts';

export type { LogoutVerifierOptions } from './options.ts';

/** A sign-in that is over. */
export interface SignOut {
  /** Which: the `sid` that `verify()` told of it, or that of the OpenID session. */
  readonly sid: string;
  /** Whose: `sub`; undefined where the platform does not tell. */
  readonly userId: string | undefined;
}

export interface LogoutVerifier {
  /**
   * Checks a logout token in full (OpenID Connect Back-Channel Logout 1.0, section 2.6; docs/sign-out.md): signature by a key of the platform's OpenID
   * provider, kind, issuer, application, age, the event that it must name, the nonce that it must not have, and that it was never shown before.
   *
   * @param token - the form field `logout_token` that the platform posted; untrusted
   * @throws {MpinError} with a `TokenErrorCode`; `KEYS_UNAVAILABLE` alone is worth another try, which the platform makes by itself on a status other than 200
   */
  verify(token: string): Promise<SignOut>;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Seconds after which no logout token is accepted; the platform's live two minutes. */
const LONGEST_LIFE = 300;

/**
 * Makes the verifier of a site's back channel. Make one and keep it, as with `createVerifier`: sign-in tokens and logout tokens are signed by different
 * keys, and neither verifier takes the other's tokens.
 *
 * @throws {MpinError} `INVALID_CONFIGURATION`
 */
export function createLogoutVerifier(options: LogoutVerifierOptions): LogoutVerifier {
  const { issuer, application, jwksUrl } = readLogoutOptions(options);
  const kind: TokenKind = { name: 'logout token', typ: 'logout+jwt', issuer, audience: application, requiredClaims: ['sid', 'jti', 'exp', 'iat', 'events'], longestLife: LONGEST_LIFE };
  const now = options.now ?? Date.now;
  const keys = createRemoteJWKSet(jwksUrl, { timeoutDuration: 5000, cooldownDuration: 10_000 });
  const replayStore = options.replayStore ?? createMemoryReplayStore(now);
  return {
    async verify(token) {
      const { sid, sub, jti, exp, events, nonce } = await verifiedPayload(token, keys, kind, now());
      const named = typeof events === 'object' && events !== null && EVENT in events;
      if (!named || nonce !== undefined || typeof sid !== 'string' || sid === '') throw new MpinError('TOKEN_INVALID', 'This token does not say which sign-in is over.');
      const firstUse = await replayStore.use(`${issuer}#logout#${String(jti)}`, Number(exp) + CLOCK_TOLERANCE);
      if (!firstUse) throw new MpinError('TOKEN_USED', 'This logout token was used before.');
      return { sid, userId: typeof sub === 'string' ? sub : undefined };
    },
  };
}
