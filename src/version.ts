/** The library's version, as in package.json; part of `X-MIRACL-CLIENT` (docs/protocol.md 1.2). */
export const VERSION = '0.1.0';
