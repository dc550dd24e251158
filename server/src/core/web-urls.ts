import { invalidParameters } from './errors.ts';

const LENGTH = 2048;
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Judges a URL that people are sent to, or that the platform calls: https, or http on loopback in development; no user name, no fragment.
 *
 * @param field - its name in the request, for the error
 * @returns it without spaces around it; an empty one stays empty
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export function requireWebUrl(text: string, field: string, dev: boolean): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (trimmed.length > LENGTH || !URL.canParse(trimmed)) throw invalidParameters(field);
  const { protocol, hostname, username, password, hash } = new URL(trimmed);
  const local = dev && protocol === 'http:' && LOOPBACK.includes(hostname);
  if ((protocol !== 'https:' && !local) || username !== '' || password !== '' || hash !== '') throw invalidParameters(field);
  return trimmed;
}
