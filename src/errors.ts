/**
 * Every way in which the library can fail, by name. Messages are for developers; people see the text that the
 * catalogue holds for the code, with its way on (docs/errors.md).
 */
export type MpinErrorCode =
  // Encodings and points (docs/protocol.md 9.2)
  | 'NOT_HEX' | 'WRONG_LENGTH' | 'WRONG_PREFIX' | 'NON_CANONICAL' | 'NOT_ON_CURVE' | 'POINT_AT_INFINITY' | 'NOT_IN_SUBGROUP'
  | 'SCALAR_OUT_OF_RANGE' | 'FORBIDDEN_PUBLIC_KEY' | 'DEGENERATE' | 'INVALID_TIMESTAMP' | 'RANDOM_FAILURE'
  // What the caller or the person gave
  | 'INVALID_PIN' | 'INVALID_USER_ID' | 'INVALID_DEVICE_NAME' | 'INVALID_ARGUMENT' | 'INVALID_CONFIGURATION'
  // Registration
  | 'CODE_WRONG' | 'CODE_EXPIRED' | 'CONFIRMATION_CANCELLED' | 'ACTIVATION_INVALID' | 'RATE_LIMITED'
  // Sign-in
  | 'WRONG_PIN' | 'IDENTITY_REVOKED' | 'IDENTITY_EXPIRED' | 'IDENTITY_DAMAGED' | 'IDENTITY_UNKNOWN' | 'SESSION_EXPIRED' | 'ACCESS_REFUSED'
  // Signing in on another device (docs/protocol.md 3.5 to 3.7)
  | 'ACCESS_NUMBER_INVALID' | 'REQUEST_DECLINED' | 'REQUEST_CLAIMED' | 'REQUEST_EXPIRED'
  // The server and the way to it
  | 'OFFLINE' | 'TIMEOUT' | 'ABORTED' | 'SERVER_ERROR' | 'INVALID_RESPONSE' | 'PROJECT_MISMATCH' | 'UNSUPPORTED_CURVE'
  | 'ORIGIN_NOT_ALLOWED' | 'UNKNOWN_PROJECT'
  // The browser
  | 'STORAGE_BLOCKED' | 'STORAGE_FULL' | 'STORAGE_LOST' | 'INSECURE_CONTEXT' | 'UNSUPPORTED_BROWSER'
  // A site's server checking a sign-in token (docs/protocol.md 6.5); never seen in a browser
  | TokenErrorCode;

/** Why a sign-in token was not accepted. */
export type TokenErrorCode = 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'TOKEN_FOR_ANOTHER_SITE' | 'TOKEN_NONCE_MISMATCH' | 'TOKEN_USED' | 'KEYS_UNAVAILABLE';

/** What an error may carry besides its code. Never a secret. */
export interface MpinErrorDetails {
  /** What failed underneath. */
  cause?: unknown;
  /** Wrong PINs still allowed, where the server tells (docs/protocol.md 6.4). */
  attemptsLeft?: number;
  /** When to try again, Unix seconds. */
  retryAt?: number;
  /** The request's id in the server's log, for support. */
  requestId?: string;
  /** HTTP status, where a server answered. */
  status?: number;
}

/** The library's one error class. */
export class MpinError extends Error {
  readonly code: MpinErrorCode;
  readonly attemptsLeft: number | undefined;
  readonly retryAt: number | undefined;
  readonly requestId: string | undefined;
  readonly status: number | undefined;

  /** A page may hold the library twice, such as under two addresses of one script: each copy knows the other's errors. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'MpinError';
  }

  /**
   * @param code - which failure
   * @param message - for developers: what happened and what to do; no secret, no person's text
   */
  constructor(code: MpinErrorCode, message: string, details: MpinErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'MpinError';
    this.code = code;
    this.attemptsLeft = details.attemptsLeft;
    this.retryAt = details.retryAt;
    this.requestId = details.requestId;
    this.status = details.status;
  }
}
