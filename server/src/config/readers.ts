import { isIP } from 'node:net';
import { ConfigError } from './errors.ts';

/** One setting: its variable, what it is for, and how its text becomes a value. */
export interface Setting<T> {
  readonly variable: string;
  /** One sentence for operators. */
  readonly about: string;
  /** Text of the default, `undefined` where there is none. */
  readonly fallback: string | undefined;
  /** @throws ConfigError naming the variable */
  readonly read: (text: string | undefined) => T;
}

/** A whole number between `min` and `max`, both allowed. */
export function integer(variable: string, fallback: number, min: number, max: number, about: string): Setting<number> {
  return {
    variable, about, fallback: String(fallback),
    read(text) {
      if (text === undefined) return fallback;
      const value = Number(text);
      if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < min || value > max) {
        throw new ConfigError(variable, `must be a whole number from ${min} to ${max}`);
      }
      return value;
    },
  };
}

/** Whole numbers, separated by commas. */
export function integers(variable: string, fallback: readonly number[], about: string): Setting<readonly number[]> {
  return {
    variable, about, fallback: fallback.join(','),
    read(text) {
      if (text === undefined) return fallback;
      const values = text.split(',').map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : Number.NaN));
      if (values.some((value) => !Number.isSafeInteger(value))) {
        throw new ConfigError(variable, 'must be whole numbers of seconds, separated by commas');
      }
      return values;
    },
  };
}

/** Text as it is; absent stays absent. */
export function optionalText(variable: string, about: string): Setting<string | undefined> {
  return { variable, about, fallback: undefined, read: (text) => text };
}

/** Text with a default. */
export function plainText(variable: string, fallback: string, about: string): Setting<string> {
  return { variable, about, fallback, read: (value) => value ?? fallback };
}

/** `1` or `true` is on, `0` or `false` is off. */
export function flag(variable: string, about: string): Setting<boolean> {
  return {
    variable, about, fallback: '0',
    read(value) {
      if (value === undefined || value === '0' || value === 'false') return false;
      if (value === '1' || value === 'true') return true;
      throw new ConfigError(variable, 'must be 1 or 0');
    },
  };
}

/** One of a few words. */
export function oneOf<T extends string>(variable: string, choices: readonly T[], fallback: T, about: string): Setting<T> {
  return {
    variable, about, fallback,
    read(value) {
      if (value === undefined) return fallback;
      const found = choices.find((choice) => choice === value);
      if (found === undefined) throw new ConfigError(variable, `must be one of ${choices.join(', ')}`);
      return found;
    },
  };
}

function isRange(entry: string): boolean {
  const [address, bits, ...rest] = entry.split('/');
  const family = isIP(address ?? '');
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** IP addresses or CIDR ranges, separated by commas; empty means none. */
export function addressRanges(variable: string, about: string): Setting<readonly string[]> {
  return {
    variable, about, fallback: '',
    read(value) {
      const entries = (value ?? '').split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
      if (!entries.every(isRange)) {
        throw new ConfigError(variable, 'must be IP addresses or CIDR ranges separated by commas, as in 10.0.0.0/8,::1');
      }
      return entries;
    },
  };
}

/** JSON, read by the given function, which throws an Error with what would be right. */
export function json<T>(variable: string, fallback: T, about: string, accept: (value: unknown) => T): Setting<T> {
  return {
    variable, about, fallback: JSON.stringify(fallback),
    read(value) {
      if (value === undefined) return fallback;
      let parsed: unknown;
      try {
        parsed = JSON.parse(value);
      } catch {
        throw new ConfigError(variable, 'must be JSON');
      }
      try {
        return accept(parsed);
      } catch (error) {
        throw new ConfigError(variable, error instanceof Error ? error.message : 'is not of the right shape');
      }
    },
  };
}
