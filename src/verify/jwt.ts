import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { MpinError } from '../errors.ts';

/** Seconds by which the platform's clock and ours may differ. */
export const CLOCK_TOLERANCE = 5;
/** Characters; far above any real token, far below what would be work to decode. */
const LONGEST_TOKEN = 8192;

/** What tells one kind of token from all others. */
export interface TokenKind {
  readonly name: 'sign-in token' | 'logout token';
  readonly typ: string;
  readonly issuer: string;
  readonly audience: string;
  readonly requiredClaims: string[];
  /** Seconds after which none is accepted, whatever its `exp` says. */
  readonly longestLife: number;
}

/**
 * What a token says that is of this kind, signed by one of these keys, and neither too old nor from the future.
 *
 * @param now - Unix milliseconds
 * @throws {MpinError} with a `TokenErrorCode`
 */
export async function verifiedPayload(token: string, keys: JWTVerifyGetKey, kind: TokenKind, now: number): Promise<JWTPayload> {
  const { name, longestLife, ...expected } = kind;
  if (typeof token !== 'string' || token.length > LONGEST_TOKEN) throw new MpinError('TOKEN_INVALID', `A ${name} is a string of at most ${LONGEST_TOKEN} characters.`);
  try {
    return (await jwtVerify(token, keys, { ...expected, algorithms: ['RS256'], maxTokenAge: longestLife, clockTolerance: CLOCK_TOLERANCE, currentDate: new Date(now) })).payload;
  } catch (cause) {
    throw translated(cause, name);
  }
}

/** What the JWT library found, in our codes. Failures of the way to the keys are not the token's fault. */
function translated(cause: unknown, kind: TokenKind['name']): MpinError {
  if (cause instanceof errors.JWTExpired) return new MpinError('TOKEN_EXPIRED', 'The token is older than it may be.', { cause });
  if (cause instanceof errors.JWTClaimValidationFailed) {
    if (cause.claim === 'aud') return new MpinError('TOKEN_FOR_ANOTHER_SITE', 'The token was made for another project.', { cause });
    if (cause.claim === 'iat' && cause.reason === 'check_failed') return new MpinError('TOKEN_EXPIRED', 'The token is dated ahead of our clock.', { cause });
    return new MpinError('TOKEN_INVALID', `The token's ${cause.claim} is not that of a ${kind} of this platform.`, { cause });
  }
  if (aboutTheToken.some((type) => cause instanceof type)) {
    return new MpinError('TOKEN_INVALID', `This is no ${kind} signed by a key of the platform.`, { cause });
  }
  return new MpinError('KEYS_UNAVAILABLE', 'The platform\'s keys could not be fetched. Try again.', { cause });
}

const aboutTheToken = [
  errors.JWTInvalid, errors.JWSInvalid, errors.JWSSignatureVerificationFailed, errors.JOSEAlgNotAllowed, errors.JOSENotSupported, errors.JWKSNoMatchingKey,
];
