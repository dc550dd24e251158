/**
 * What a site's server needs to accept a sign-in: `mpin-pinpad/verify`. Runs wherever `fetch` and Web Crypto are;
 * nothing of it belongs into a browser.
 */
export { createVerifier } from './verifier.ts';
export type { SignIn, Verifier, VerifierOptions } from './verifier.ts';
export { createLogoutVerifier } from './logout.ts';
export type { LogoutVerifier, LogoutVerifierOptions, SignOut } from './logout.ts';
export { createMemoryReplayStore } from './replay.ts';
export type { ReplayStore } from './replay.ts';
export { MpinError } from '../errors.ts';
export type { TokenErrorCode } from '../errors.ts';
