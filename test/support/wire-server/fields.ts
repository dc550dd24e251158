import { Failure } from './failure.ts';

/** A parsed request body. */
export type Body = Readonly<Record<string, unknown>>;

/** A field that must be there. */
export function required(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: name });
  return value;
}

/** A field that may be absent or empty. */
export function optional(body: Body, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field of so many bytes in hex. */
export function hex(body: Body, name: string, bytes: number): string {
  const value = required(body, name);
  if (!new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'iu').test(value)) throw new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: name });
  return value.toLowerCase();
}
