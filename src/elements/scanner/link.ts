/** The public name of a session, as links and QR codes carry it behind their `#` (docs/protocol.md 3.1); undefined for every other fragment. */
export function requestOfFragment(hash: string): string | undefined {
  const name = hash.slice(1);
  return /^[\w-]{16,1024}$/u.test(name) ? name : undefined;
}

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
  return origin === new URL(server).origin ? requestOfFragment(hash) : undefined;
}
