import { createRemoteJWKSet } from 'jose';
import type { JWTPayload } from 'jose';
import { MpinError } from '../errors.ts';
import { CLOCK_TOLERANCE, verifiedPayload } from './jwt.ts';
import type { TokenKind } from './jwt.ts';
import { readOptions } from './options.ts';
import type { Expectations, VerifierOptions } from './options.ts';
import { createMemoryReplayStore } from './replay.ts';

export type { VerifierOptions } from './options.ts';

/** A sign-in that was proved. */
export interface SignIn {
  /** Who signed in: `sub`. */
  userId: string;
  /** Names this sign-in, for sign-out: `sid`. */
  sid: string;
  projectId: string;
  /** `azp`, where the platform knows which application the page belongs to. */
  application: string | undefined;
  /** The page's origin, where the request had one. */
  origin: string | undefined;
  /** When the PIN was proved, Unix seconds. */
  authTime: number | undefined;
  /** How (RFC 8176). */
  amr: string[];
}

export interface Verifier {
  /**
   * Checks a sign-in token in full (docs/protocol.md 6.5): signature by a key of the platform, kind, issuer, project,
   * application or origin, nonce, age, and that it was never shown before.
   *
   * @param token - `event.token` of `mpin-signed-in`, as the page's script sent it; untrusted
   * @param expected - `nonce`: what this visitor's page had in `sign-in-nonce`. A token that has a nonce where none is
   *   expected is refused, too, and so is every token for a nonce that is undefined: the visit has lost it.
   * @throws {MpinError} with a `TokenErrorCode`; `KEYS_UNAVAILABLE` alone is worth another try with the same token
   */
  verify(token: string, expected?: { nonce?: string | undefined }): Promise<SignIn>;
}

/** Seconds after which no token is accepted, whatever its `exp` says. Tokens live 60 s unless the operator set it otherwise. */
const LONGEST_LIFE = 600;

/**
 * Makes the verifier of a site's server. Make one and keep it: it holds the platform's keys (fetched when needed, and
 * again for a key it has not seen) and remembers which tokens were used.
 *
 * @throws {MpinError} `INVALID_CONFIGURATION`
 */
export function createVerifier(options: VerifierOptions): Verifier {
  const expectations = readOptions(options);
  const { issuer, project } = expectations;
  const kind: TokenKind = { name: 'sign-in token', typ: 'mpin-sign-in+jwt', issuer, audience: project, requiredClaims: ['sub', 'sid', 'jti', 'exp', 'iat'], longestLife: LONGEST_LIFE };
  const now = options.now ?? Date.now;
  const keys = createRemoteJWKSet(expectations.jwksUrl, { timeoutDuration: 5000, cooldownDuration: 10_000 });
  const replayStore = options.replayStore ?? createMemoryReplayStore(now);
  return {
    async verify(token, expected) {
      const payload = await verifiedPayload(token, keys, kind, now());
      checkSite(payload, expectations);
      checkNonce(payload, expected);
      const signIn = readSignIn(payload, expectations);
      const { jti, exp } = payload;
      const firstUse = await replayStore.use(`${issuer}#${jti}`, Number(exp) + CLOCK_TOLERANCE);
      if (!firstUse) throw new MpinError('TOKEN_USED', 'This sign-in token was used before.');
      return signIn;
    },
  };
}

/** The platform puts one project into `aud`; a list would mean that the token is for others, too. */
function checkSite(payload: JWTPayload, { project, origin, application }: Expectations): void {
  const fits =
    payload.aud === project &&
    (application === undefined || payload['azp'] === application) &&
    (origin === undefined || payload['origin'] === origin);
  if (!fits) throw new MpinError('TOKEN_FOR_ANOTHER_SITE', 'The token was made for another project, application or origin.');
}

/** A visit that lost its nonce is not a site that uses none: `{ nonce: undefined }` fits no token. */
function checkNonce(payload: JWTPayload, expected: { nonce?: string | undefined } | null | undefined): void {
  const lost = typeof expected === 'object' && expected !== null && 'nonce' in expected && typeof expected.nonce !== 'string';
  if (lost || payload['nonce'] !== expected?.nonce) {
    throw new MpinError('TOKEN_NONCE_MISMATCH', 'The token\'s nonce is not the one that this visit expects. Give the page\'s sign-in-nonce to verify().');
  }
}

function readSignIn(payload: JWTPayload, { project }: Expectations): SignIn {
  const { sub, sid, jti, azp, origin, auth_time: authTime, amr } = payload;
  if (![sub, sid, jti].every((claim) => typeof claim === 'string' && claim !== '')) throw new MpinError('TOKEN_INVALID', 'The token lacks sub, sid or jti.');
  return {
    userId: String(sub),
    sid: String(sid),
    projectId: project,
    application: typeof azp === 'string' ? azp : undefined,
    origin: typeof origin === 'string' ? origin : undefined,
    authTime: typeof authTime === 'number' ? authTime : undefined,
    amr: Array.isArray(amr) ? amr.filter((method) => typeof method === 'string') : [],
  };
}
