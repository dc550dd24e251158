/** The whole protocol, pairing included: `mpin-pinpad/protocol`. Pages load `browser.ts` alone. */
export * from './browser.ts';
export * from './server.ts';
