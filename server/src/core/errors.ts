/** Status of every error code (docs/protocol.md 1.3). */
const STATUS = {
  INVALID_REQUEST_BODY: 400,
  INVALID_REQUEST_PARAMETERS: 400,
  INVALID_REQUEST_PAYLOAD: 400,
  ORIGIN_NOT_ALLOWED: 403,
  UNKNOWN_PROJECT: 404,
  NOT_FOUND: 404,
  REDIRECT_URI_TAKEN: 409,
  HOST_NOT_PROVED: 403,
  TOO_MANY_APPLICATIONS: 409,
  REQUEST_BACKOFF: 429,
  UNSUCCESSFUL_VERIFICATION: 401,
  INVALID_ACTIVATION_TOKEN: 403,
  EXPIRED_MPINID: 401,
  UNSUCCESSFUL_AUTHENTICATION: 401,
  REVOKED_MPINID: 410,
  INVALID_ACCESS_NUMBER: 404,
  NO_PUSH_TOKEN: 400,
  INVALID_AUTHENTICATION_SESSION: 412,
  NO_ONE_TIME_PASSWORD: 404,
  UNAUTHORIZED: 401,
  UNAUTHORIZED_REQUEST: 401,
  FORBIDDEN: 403,
  INTERNAL_ERROR: 500,
} as const;

/** What can go wrong with a request. */
export type PlatformErrorCode = keyof typeof STATUS;

/** The status that goes with a code. */
export function statusOf(code: PlatformErrorCode): number {
  return STATUS[code];
}

/** The platform's one error class: what a caller is told. Never holds a secret. */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode;
  readonly status: number;
  /** Goes into the answer's `context`; strings only, as some clients demand. */
  readonly context: Readonly<Record<string, string>>;

  /** @param info - for people who read logs; told to the caller */
  constructor(code: PlatformErrorCode, info: string, context: Readonly<Record<string, string>> = {}) {
    super(info);
    this.name = 'PlatformError';
    this.code = code;
    this.status = STATUS[code];
    this.context = context;
  }
}

/** A field that is missing or wrong; `params` are the wire's names. */
export function invalidParameters(...params: readonly string[]): PlatformError {
  return new PlatformError('INVALID_REQUEST_PARAMETERS', 'Missing or invalid parameters from the request.', { params: params.join(',') });
}

/** Too early or too often; `retryAtMs` is Unix milliseconds. */
export function backoff(retryAtMs: number): PlatformError {
  return new PlatformError('REQUEST_BACKOFF', 'Too many requests; try again later.', { backoff: String(Math.ceil(retryAtMs / 1000)) });
}
