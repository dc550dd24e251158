import { MpinError } from '../errors.ts';

/** Names that never leave a machine or are reserved for tests (RFC 6761, RFC 2606). */
const TEST_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.(?:localhost|test|example|invalid)$|(?:^|\.)example\.(?:com|net|org)$/u;

/** Whether a page of this origin can only be a test's. */
export function isTestOrigin(origin: string): boolean {
  return URL.canParse(origin) && TEST_HOST.test(new URL(origin).hostname);
}

/**
 * Refuses to work where people may be: in a production build, and on a page that is neither on this machine nor on a
 * name that is reserved for tests.
 *
 * @param origins - further origins that are tests', such as a staging host's
 * @throws MpinError INVALID_CONFIGURATION
 */
export function assertTesting(origins: readonly string[] = []): void {
  // Without a bundler a page has no `process`; with one, this very expression is what the bundler replaces.
  if (typeof process !== 'undefined' && process.env['NODE_ENV'] === 'production') throw refusal('This is a production build (NODE_ENV is "production")');
  const { location } = globalThis as { location?: { readonly origin: string; readonly protocol: string } };
  if (location !== undefined && location.protocol.startsWith('http')) assertTestPage(location.origin, origins);
}

/** @throws MpinError INVALID_CONFIGURATION for the origin of a page that may be anybody's */
export function assertTestPage(origin: string, origins: readonly string[] = []): void {
  if (!isTestOrigin(origin) && !origins.includes(origin)) throw refusal(`${origin} is no test's origin; name it in \`origins\` if it is`);
}

/** What everything of the kit throws where it must not be. */
export function refusal(why: string): MpinError {
  return new MpinError('INVALID_CONFIGURATION', `mpin-pinpad/testing is for tests alone. ${why}.`);
}
