import { MpinError } from '../errors.ts';

/** A JSON object whose members nobody has checked yet. */
export type Json = Readonly<Record<string, unknown>>;

const WRONG = Symbol('wrong');

/** Takes an unchecked value to a checked one, or to `WRONG`. */
type Reader<T> = (value: unknown) => T | typeof WRONG;
type Shape = Record<string, Reader<unknown>>;
type Checked<S extends Shape> = { [K in keyof S]: S[K] extends Reader<infer T> ? T : never };

/**
 * Checks the members of an answer that are going to be used; others are ignored.
 *
 * @param what - the answer's name in the error; never its content
 * @throws MpinError INVALID_RESPONSE
 */
export function read<S extends Shape>(what: string, value: unknown, shape: S): Checked<S> {
  const checked: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(shape)) {
    const member = isObject(value) ? reader(value[name]) : WRONG;
    if (member === WRONG) throw new MpinError('INVALID_RESPONSE', `The server's ${what} has no valid "${name}"`);
    checked[name] = member;
  }
  return checked as Checked<S>;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of that many characters. */
export function text(min: number, max: number): Reader<string> {
  return (value) => typeof value === 'string' && value.length >= min && value.length <= max ? value : WRONG;
}

/** A string of that form. */
export function matching(form: RegExp): Reader<string> {
  return (value) => typeof value === 'string' && form.test(value) ? value : WRONG;
}

/** Hex of whole bytes, lower-cased; of exactly `bytes` bytes where given. */
export function hex(bytes?: number): Reader<string> {
  return (value) => {
    if (typeof value !== 'string' || !/^(?:[0-9a-f]{2}){1,8192}$/iu.test(value)) return WRONG;
    return bytes === undefined || value.length === 2 * bytes ? value.toLowerCase() : WRONG;
  };
}

export function integer(min: number, max: number): Reader<number> {
  return (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? value as number : WRONG;
}

/** A time in Unix seconds, or milliseconds. */
export const time = integer(0, Number.MAX_SAFE_INTEGER);

export function oneOf<const T>(...values: readonly T[]): Reader<T> {
  return (value) => values.includes(value as T) ? value as T : WRONG;
}

export const flag: Reader<boolean> = oneOf(true, false);

export function list<T>(item: Reader<T>, min: number, max: number): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return WRONG;
    const items = value.map(item);
    return items.includes(WRONG) ? WRONG : items as T[];
  };
}

/** Absent or null is fine and becomes the fallback; anything else must be right. */
export function optional<T, F>(reader: Reader<T>, fallback: F): Reader<T | F>;
export function optional<T>(reader: Reader<T>): Reader<T | undefined>;
export function optional<T, F>(reader: Reader<T>, fallback?: F): Reader<T | F | undefined> {
  return (value) => value === undefined || value === null ? fallback : reader(value);
}

export const object: Reader<Json> = (value) => isObject(value) ? value : WRONG;

/** An absolute URL on which secrets may travel: see `secureUrl`. */
export function url(base: URL): Reader<string> {
  return (value) => typeof value === 'string' && secureUrl(value, base) !== undefined ? value : WRONG;
}

/**
 * An absolute http(s) URL without credentials; https where the base is https, but for loopback.
 *
 * @returns undefined for anything else
 */
export function secureUrl(value: string, base?: Pick<URL, 'protocol'>): URL | undefined {
  let parsed: URL;
  try {
    parsed = new URL(value);
  } catch {
    return undefined;
  }
  const { protocol, hostname, username, password } = parsed;
  const encrypted = protocol === 'https:';
  const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname);
  const allowed = encrypted || (protocol === 'http:' && (loopback || base?.protocol !== 'https:'));
  return allowed && username === '' && password === '' ? parsed : undefined;
}
