import { createLogoutVerifier } from 'mpin-pinpad/verify';
import type { LogoutVerifier, SignOut } from 'mpin-pinpad/verify';

/** The platform's calls when a sign-in is over elsewhere. */
export interface BackChannel {
  /** Takes up which application this site is. A real site has it in its configuration; the demo reads it in the first sign-in. */
  learn(application: string | undefined): void;
  /** Which sign-in is over; else the status to answer with. */
  verify(token: string): Promise<SignOut | 400 | 503>;
}

/** Checks logout tokens for this site. */
export function createBackChannel(platform: string): BackChannel {
  let verifier: LogoutVerifier | undefined;
  return {
    learn(application) {
      if (application !== undefined) verifier ??= createLogoutVerifier({ server: platform, application });
    },
    async verify(token) {
      try {
        return await verifier?.verify(token) ?? 400;
      } catch (error) {
        return (error as { code?: unknown }).code === 'KEYS_UNAVAILABLE' ? 503 : 400;
      }
    },
  };
}
