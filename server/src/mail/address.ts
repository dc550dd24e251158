import { domainToASCII } from 'node:url';

/** An address that no mail may be sent to. The message never repeats the address: it ends up in logs. */
export class MailAddressError extends Error {
  constructor(problem: string) {
    super(`Not a single plain e-mail address: ${problem}.`);
    this.name = 'MailAddressError';
  }
}

/** Dot-atoms of RFC 5322 3.2.3 with the letters of RFC 6531; no quoted strings, comments or routes. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Checks that `text` is one bare address (no display name, no list, no quoted part) and returns it with its domain in
 * ASCII, fit for an SMTP envelope. A mail library reads much more than that into a string, and what it would read
 * differently from us could bring a code to somebody else's box.
 *
 * @param options - `dotless`: also take a host without a dot, e.g. `localhost`
 * @throws {MailAddressError} saying what is wrong, without the address
 */
export function singleAddress(text: string, { dotless = false } = {}): string {
  if (text.length > 254) throw new MailAddressError('longer than 254 characters');
  const at = text.lastIndexOf('@');
  if (at < 1) throw new MailAddressError('no local part or no @');
  const local = text.slice(0, at);
  if (Buffer.byteLength(local) > 64 || !LOCAL_PART.test(local)) throw new MailAddressError('local part not plain');
  const domain = asciiDomain(text.slice(at + 1), dotless ? 1 : 2);
  return `${local}@${domain}`;
}

/** `domainToASCII` drops tabs and percent-decodes as URLs do; so only what holds plain host characters is given to it. */
function asciiDomain(domain: string, fewestLabels: number): string {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) throw new MailAddressError('domain not plain');
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const valid = labels.length >= fewestLabels && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  if (ascii === '' || ascii.length > 253 || !valid) throw new MailAddressError('domain not a host name');
  return ascii;
}

/** Whether a text is one bare address, so that mail can go to it. */
export function isSingleAddress(text: string): boolean {
  try {
    singleAddress(text);
    return true;
  } catch (error) {
    if (error instanceof MailAddressError) return false;
    throw error;
  }
}
