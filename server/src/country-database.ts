import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { Reader } from 'mmdb-lib';
import type { CountryResponse } from 'mmdb-lib';
import { ConfigError } from './config/errors.ts';
import { NO_COUNTRIES } from './core/countries.ts';
import type { Countries } from './core/countries.ts';

/**
 * Opens a country database in the MMDB format.
 *
 * @param path - the file; without it no country is known
 * @throws ConfigError where it cannot be read or is of another format
 */
export function openCountries(path: string | undefined): Countries {
  if (path === undefined) return NO_COUNTRIES;
  let reader: Reader<CountryResponse>;
  try {
    reader = new Reader<CountryResponse>(readFileSync(path));
  } catch {
    throw new ConfigError('MPIN_COUNTRY_DATABASE', 'must name a readable file in the MMDB format');
  }
  return { of: (ip) => (isIP(ip) === 0 ? '' : reader.get(ip)?.country?.iso_code ?? '') };
}
