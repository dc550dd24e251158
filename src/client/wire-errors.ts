import { MpinError, type MpinErrorCode, type MpinErrorDetails } from '../errors.ts';
import { isObject, type Json } from './shape.ts';

/** How older servers spell the codes of docs/protocol.md 1.3. */
const OLD_CODES: Readonly<Record<string, string>> = {
  BACKOFF_ERROR: 'REQUEST_BACKOFF',
  INVALID_VERIFICATION_CODE: 'UNSUCCESSFUL_VERIFICATION',
  MPINID_EXPIRED: 'EXPIRED_MPINID',
  INVALID_AUTH: 'UNSUCCESSFUL_AUTHENTICATION',
  MPINID_REVOKED: 'REVOKED_MPINID',
  INVALID_AUTH_SESSION: 'INVALID_AUTHENTICATION_SESSION',
};

const CODES: Readonly<Record<string, MpinErrorCode>> = {
  ORIGIN_NOT_ALLOWED: 'ORIGIN_NOT_ALLOWED',
  UNKNOWN_PROJECT: 'UNKNOWN_PROJECT',
  REQUEST_BACKOFF: 'RATE_LIMITED',
  UNSUCCESSFUL_VERIFICATION: 'CODE_WRONG',
  INVALID_ACTIVATION_TOKEN: 'ACTIVATION_INVALID',
  EXPIRED_MPINID: 'IDENTITY_EXPIRED',
  UNSUCCESSFUL_AUTHENTICATION: 'WRONG_PIN',
  REVOKED_MPINID: 'IDENTITY_REVOKED',
  INVALID_ACCESS_NUMBER: 'ACCESS_NUMBER_INVALID',
  INVALID_AUTHENTICATION_SESSION: 'SESSION_EXPIRED',
};

/** `INVALID_REQUEST_PARAMETERS` by the parameter that it names. */
const PARAMETERS: ReadonlyMap<string, MpinErrorCode> = new Map([
  ['userId', 'INVALID_USER_ID'],
  ['deviceName', 'INVALID_DEVICE_NAME'],
  ['code', 'CODE_WRONG'],
  ['activationToken', 'ACTIVATION_INVALID'],
  ['accessId', 'SESSION_EXPIRED'],
  ['accessNumber', 'ACCESS_NUMBER_INVALID'],
  ['wid', 'REQUEST_EXPIRED'],
]);

/** `INVALID_AUTHENTICATION_SESSION` by what became of the other device's request (docs/protocol.md 3.7). */
const REQUESTS: ReadonlyMap<string, MpinErrorCode> = new Map([['expired', 'REQUEST_EXPIRED'], ['claimed', 'REQUEST_CLAIMED'], ['declined', 'REQUEST_DECLINED']]);

/** Other meanings that an endpoint gives to a code. */
export type Meanings = Readonly<Partial<Record<MpinErrorCode, MpinErrorCode>>>;

/** What a server's answer other than 200 means; `retryAfterAt`, by this device's clock, goes before the server's own time: either clock may be wrong (Unix seconds). The server's own words stay out: it might repeat what we sent. */
export function answerError(status: number, body: unknown, retryAfterAt: number | undefined, meanings: Meanings = {}): MpinError {
  const { wireCode, context } = envelope(body);
  const details: MpinErrorDetails = { status };
  const requestId = context['requestID'];
  if (typeof requestId === 'string' && /^[\w.:-]{1,64}$/u.test(requestId)) details.requestId = requestId;
  if (status >= 500 || status < 300) {
    const code = status >= 500 ? 'SERVER_ERROR' : 'INVALID_RESPONSE';
    return new MpinError(code, `The server answered with status ${status}`, details);
  }
  const attemptsLeft = wholeNumber(context['attemptsLeft'] ?? context['triesLeft'], 99);
  if (attemptsLeft !== undefined) details.attemptsLeft = attemptsLeft;
  const retryAt = retryAfterAt ?? wholeNumber(context['backoff'], Number.MAX_SAFE_INTEGER);
  if (retryAt !== undefined) details.retryAt = retryAt;
  if (wireCode === undefined) {
    const code = status === 429 ? 'RATE_LIMITED' : 'INVALID_RESPONSE';
    return new MpinError(code, `The server answered with status ${status} and no error code; check the server's address`, details);
  }
  const code = meaning(wireCode, context);
  return new MpinError(meanings[code] ?? code, `The server answered ${wireCode} (status ${status})`, details);
}

function meaning(wireCode: string, context: Json): MpinErrorCode {
  if (wireCode === 'INVALID_REQUEST_PARAMETERS') {
    const named = String(context['params']).split(',').map((name) => PARAMETERS.get(name.trim()));
    return named.find((code) => code !== undefined) ?? 'SERVER_ERROR';
  }
  // Only an expired code's error names the project (docs/protocol.md 1.3).
  if (wireCode === 'UNSUCCESSFUL_VERIFICATION' && context['projectId'] !== undefined) return 'CODE_EXPIRED';
  if (wireCode === 'INVALID_AUTHENTICATION_SESSION') return REQUESTS.get(String(context['session'])) ?? 'SESSION_EXPIRED';
  return CODES[wireCode] ?? 'SERVER_ERROR';
}

/** Reads both forms: the code beside its context, or in an object together with it. */
function envelope(body: unknown): { wireCode: string | undefined; context: Json } {
  const outer = isObject(body) ? body : {};
  const inner = isObject(outer['error']) ? outer['error'] : { code: outer['error'], context: outer['context'] };
  const { code } = inner;
  const context = isObject(inner['context']) ? inner['context'] : {};
  const wireCode = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/u.test(code) ? OLD_CODES[code] ?? code : undefined;
  return { wireCode, context: { requestID: outer['requestID'], ...context } };
}

/** Numbers travel as strings (docs/protocol.md 1.3); servers that send numbers are understood as well. */
function wholeNumber(value: unknown, max: number): number | undefined {
  const number = typeof value === 'string' && /^\d{1,16}$/u.test(value) ? Number(value) : value;
  return Number.isInteger(number) && (number as number) >= 0 && (number as number) <= max ? number as number : undefined;
}

/** When `Retry-After` allows another try, Unix seconds (RFC 9110 10.2.3); the date form is rare and left out. */
export function retryTime(retryAfter: string | null, now: () => number): number | undefined {
  const seconds = wholeNumber(retryAfter, 86_400);
  return seconds === undefined ? undefined : Math.floor(now() / 1000) + seconds;
}
