import { MpinError } from '../errors.ts';
import type { Purpose } from './parts/view.ts';
import type { ConfirmRequest } from './requests.ts';

/** Longest text of a site that a PIN screen has room for. */
const REASON_LENGTH = 300;

/** What is shown, and the bytes that are signed where something is. */
export interface PreparedPurpose extends Purpose {
  readonly message: Uint8Array | undefined;
}

/**
 * Checks what a page wants to have confirmed, formats the amount in the element's language, and takes the SHA-256 of what is to be signed
 * (docs/protocol.md 7.1: the fingerprint is the message).
 *
 * @param lang - BCP 47
 * @throws MpinError INVALID_ARGUMENT
 */
export async function purposeOf(request: ConfirmRequest, lang: string): Promise<PreparedPurpose> {
  const { reason, amount, document, hash } = request;
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > REASON_LENGTH) {
    throw invalid(`reason must be a text of 1 to ${REASON_LENGTH} characters: what the person confirms, in your words`);
  }
  if (document !== undefined && hash !== undefined) throw invalid('give a document or its hash, not both');
  const message = await messageOf(document, hash);
  const text = typeof document === 'string' ? document : undefined;
  return {
    reason, amount: amountText(amount, lang), message,
    document: message && { text, fingerprint: Array.from(message, (byte) => byte.toString(16).padStart(2, '0')).join('') },
  };
}

function amountText(amount: ConfirmRequest['amount'], lang: string): string {
  if (amount === undefined || typeof amount === 'string') return amount ?? '';
  try {
    return new Intl.NumberFormat(lang, { style: 'currency', currency: amount.currency }).format(amount.value);
  } catch (cause) {
    throw new MpinError('INVALID_ARGUMENT', 'amount must be a text, or { value, currency } with an ISO 4217 code', { cause });
  }
}

async function messageOf(document: ConfirmRequest['document'], hash: ConfirmRequest['hash']): Promise<Uint8Array | undefined> {
  if (hash !== undefined) {
    if (!/^[\da-f]{64}$/iu.test(hash)) throw invalid('hash must be the SHA-256 of the document, 64 hexadecimal digits');
    return Uint8Array.from(hash.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  if (document === undefined) return undefined;
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw invalid('document must be a text or a Uint8Array, and not empty');
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
}

const invalid = (message: string): MpinError => new MpinError('INVALID_ARGUMENT', message);
