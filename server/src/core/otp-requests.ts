import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { sameSecret, sha256 } from '../keys/secrets.ts';
import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { unauthorized } from './credentials.ts';
import { invalidParameters, PlatformError } from './errors.ts';
import { readOneTimePassword } from './one-time-passwords.ts';
import { findOtpApplication, otpSecretOf } from './otp-applications.ts';
import type { OtpApplication } from './otp-applications.ts';
import { normaliseUserId } from './user-ids.ts';

/** A request of `POST /otp` as an application signs it (docs/otp.md). */
export interface SignedOtpRequest {
  readonly clientId: string;
  readonly userId: string;
  /** As it was signed: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly expires: string;
  /** Hex of HMAC-SHA-256 under the OTP secret. */
  readonly signature: string;
}

/** What `POST /otp` answers; base64. */
export interface SealedAnswer {
  readonly ciphertext: string;
  readonly tag: string;
  readonly iv: string;
}

/** How far ahead a request may expire. */
const AHEAD_MS = 3_600_000;
const LABEL = 'mpin-platform one-time password v1';
const IV_BYTES = 12;

/** The moment that a text of the exact form names, Unix milliseconds; `undefined` for anything else, as for the 31st of June. */
function momentOf(text: string): number | undefined {
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString() === text.replace('Z', '.000Z') ? moment : undefined;
}

/** Encrypts what an application is told, with a key that only it and the platform can derive from its OTP secret (docs/otp.md). */
export function sealAnswer(otpSecret: string, answer: object, iv: Buffer = randomBytes(IV_BYTES)): SealedAnswer {
  const key = Buffer.from(hkdfSync('sha256', otpSecret, '', LABEL, 32));
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return { ciphertext: ciphertext.toString('base64'), tag: cipher.getAuthTag().toString('base64'), iv: iv.toString('base64') };
}

/**
 * The application behind a signed request, which serves once.
 *
 * @throws PlatformError UNAUTHORIZED for an unknown application, a wrong signature or one that was used before; INVALID_REQUEST_PARAMETERS with
 *   `params` = `expires` for a time of another form, in the past, or more than an hour ahead
 */
export async function applicationOfSignature(core: Core, request: SignedOtpRequest): Promise<OtpApplication> {
  const { clientId, userId, expires, signature } = request;
  const moment = momentOf(expires);
  if (moment === undefined) throw invalidParameters('expires');
  const application = await findOtpApplication(core, clientId);
  const secret = application === undefined ? '' : await otpSecretOf(core, clientId);
  const right = createHmac('sha256', secret).update(`${clientId}${userId}${expires}`).digest('hex');
  if (!sameSecret(right, signature.toLowerCase()) || application === undefined) throw unauthorized();
  const now = core.now();
  if (moment <= now || moment > now + AHEAD_MS) throw invalidParameters('expires');
  const used = await core.db.queries.insertInto('used_tokens').values({ digest: sha256(`otp request ${right}`), expires_at: moment })
    .onConflict((conflict) => conflict.column('digest').doNothing()).returning('digest').executeTakeFirst();
  if (used === undefined) throw new PlatformError('UNAUTHORIZED', 'This signature was used before; sign a new request.');
  return application;
}

/**
 * The application that Basic credentials name.
 *
 * @throws PlatformError FORBIDDEN where it is none for one-time passwords
 */
export async function applicationOfCredentials(core: Core, applicationId: string | undefined): Promise<OtpApplication> {
  const application = await findOtpApplication(core, applicationId ?? '');
  if (application === undefined) throw new PlatformError('FORBIDDEN', 'The request is forbidden.');
  return application;
}

/**
 * Tells an application the living password of a user, sealed for it. Only a PIN makes one; asking neither makes nor uses up any.
 *
 * @throws PlatformError NO_ONE_TIME_PASSWORD
 */
export async function tellPassword(core: Core, application: OtpApplication, askedUserId: string, ip: string): Promise<SealedAnswer> {
  const userId = normaliseUserId(askedUserId);
  const living = await readOneTimePassword(core, { applicationId: application.id, userId });
  if (living === undefined) throw new PlatformError('NO_ONE_TIME_PASSWORD', 'No one-time password of this user lives for this application.');
  await audit(core.db.queries, 'otpRead', { projectId: application.projectId, userId, applicationId: application.id, ip }, core.now());
  return sealAnswer(await otpSecretOf(core, application.id), { userId, ...living });
}
