/** What holds for every page: it is sent to nobody but us, and framed by nobody. */
const OURS = "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The headers of every page: nothing is loaded but our one style sheet, nothing runs, nothing frames the page, nothing
 * keeps it, and its URL (which holds a code) is told to nobody.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; ${OURS}`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A trust authority that the PIN-pad speaks to, by its URL. */
interface Authority {
  readonly url: string;
}

const reachable = (authorities: readonly Authority[]): string => ["'self'", ...new Set(authorities.map(({ url }) => new URL(url).origin))].join(' ');

/** The headers of a page with the PIN-pad: it runs scripts of our own origin, which speak to the platform and to the trust authorities alone. */
export function padHeaders(authorities: readonly Authority[]): Readonly<Record<string, string>> {
  return {
    ...pageHeaders,
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src ${reachable(authorities)}; ${OURS}`,
  };
}

/**
 * The headers of the phone site: the same, the camera besides, what stays on the phone, and WebAssembly for the reader of QR codes alone, in browsers that
 * bring none.
 */
export function mobileHeaders(authorities: readonly Authority[]): Readonly<Record<string, string>> {
  return {
    ...pageHeaders,
    'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src ${reachable(authorities)}; manifest-src 'self'; worker-src 'self'; ${OURS}`,
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), display-capture=()',
  };
}
