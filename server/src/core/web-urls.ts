import { PlatformError } from './errors.ts';
import { isCallableHost } from './outgoing.ts';

const LENGTH = 2048;
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const PICTURE_LENGTH = 32_768;
const PICTURE = /^(https:\/\/\S+|data:image\/(png|svg\+xml|webp|jpeg);base64,[A-Za-z0-9+/=]+)$/;

/** Whether a text can be a logo: an https URL, a `data:` URL of a picture, which is what pages of the platform show, or nothing. */
export function isLogo(text: unknown): text is string {
  return typeof text === 'string' && text.length <= PICTURE_LENGTH && (text === '' || PICTURE.test(text));
}

function wrong(field: string, where = ''): PlatformError {
  return new PlatformError('INVALID_REQUEST_PARAMETERS', `This URL is https (http for loopback in development mode), of at most ${LENGTH} characters, without user name and fragment${where}.`, { params: field });
}

/**
 * Judges a URL that people are sent to: https, or http on loopback in development; no user name, no fragment.
 *
 * @param field - its name in the request, for the error
 * @returns it without spaces around it; an empty one stays empty
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export function requireWebUrl(text: string, field: string, dev: boolean): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (trimmed.length > LENGTH || !URL.canParse(trimmed)) throw wrong(field);
  const { protocol, hostname, username, password, hash } = new URL(trimmed);
  const local = dev && protocol === 'http:' && LOOPBACK.includes(hostname);
  if ((protocol !== 'https:' && !local) || username !== '' || password !== '' || hash !== '') throw wrong(field);
  return trimmed;
}

/**
 * Judges a URL that the platform calls: besides, its host is public as far as it says by itself. Where a name leads is known when it is called
 * (core/outgoing.ts).
 *
 * @param field - its name in the request, for the error
 * @returns it without spaces around it; an empty one stays empty
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export function requireCallableUrl(text: string, field: string, dev: boolean): string {
  const url = requireWebUrl(text, field, dev);
  if (url !== '' && !isCallableHost(new URL(url).hostname, dev)) throw wrong(field, ', and leads to a public address');
  return url;
}
