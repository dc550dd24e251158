import { encodeBytes } from '../protocol/encoding.ts';
import { invalid } from './failure.ts';

/** A parsed request body. */
export type Body = Readonly<Record<string, unknown>>;

/** A text that must be there. */
export function required(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw invalid(name);
  return value;
}

/** A text that may be absent or empty. */
export function optional(body: Body, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Runs a check of the protocol's on a field, and names the field when it fails. */
export function checked<Result>(field: string, check: () => Result): Result {
  try {
    return check();
  } catch {
    throw invalid(field);
  }
}

/** So many random bytes, hex. */
export function randomHex(bytes: number): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** Lower-case hex of a text's UTF-8, or of bytes. */
export function hexOf(value: string | Uint8Array): string {
  return encodeBytes(typeof value === 'string' ? new TextEncoder().encode(value) : value);
}
