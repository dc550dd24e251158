import { randomBytes } from 'node:crypto';

/** An error answer of the API. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly context: Readonly<Record<string, string>>;

  constructor(status: number, code: string, context: Readonly<Record<string, string>> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.context = context;
  }
}

/** How older servers spell the codes. */
const OLD: Readonly<Record<string, string>> = {
  REQUEST_BACKOFF: 'BACKOFF_ERROR', UNSUCCESSFUL_VERIFICATION: 'INVALID_VERIFICATION_CODE', EXPIRED_MPINID: 'MPINID_EXPIRED',
  UNSUCCESSFUL_AUTHENTICATION: 'INVALID_AUTH', REVOKED_MPINID: 'MPINID_REVOKED', INVALID_AUTHENTICATION_SESSION: 'INVALID_AUTH_SESSION',
};

/** The generations of the API that differ in their errors. */
export type Generation = 'current' | 'old-codes' | 'legacy-envelope';

/** The envelope of an error. */
export function envelope({ code, context }: Failure, generation: Generation): unknown {
  const requestID = randomBytes(8).toString('hex');
  const info = 'Something that people who read logs understand.';
  if (generation === 'legacy-envelope') return { requestID, error: { code: OLD[code] ?? code, info, context } };
  return { error: generation === 'old-codes' ? OLD[code] ?? code : code, info, context: { requestID, ...context } };
}
