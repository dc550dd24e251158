/** The public name of a session (docs/protocol.md 3.1). */
const ACCESS_ID = /^[\w-]{16,1024}$/u;

/**
 * Reads one of the platform's own links: its origin, and the public name of a request behind the `#`.
 *
 * @param text - what a QR code says; anybody's
 * @param server - the platform's base URL
 * @returns the request's name, or undefined for every other text
 */
export function requestOfLink(text: string, server: string): string | undefined {
  if (!URL.canParse(text) || !URL.canParse(server)) return undefined;
  const { origin, hash } = new URL(text);
  const name = hash.slice(1);
  return origin === new URL(server).origin && ACCESS_ID.test(name) ? name : undefined;
}
