import { errors } from 'jose';
import { MpinError } from '../errors.ts';

/** Seconds by which the platform's clock and ours may differ. */
export const CLOCK_TOLERANCE = 5;
/** Characters; far above any real token, far below what would be work to decode. */
export const LONGEST_TOKEN = 8192;

/** What the JWT library found, in our codes. Failures of the way to the keys are not the token's fault. */
export function translated(cause: unknown, kind: 'sign-in token' | 'logout token'): MpinError {
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
