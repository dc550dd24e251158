import type { PhoneRequest, PhoneSignIn, PhoneSignInOptions, PhoneStatus, RequestDetails } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';

/** The number that scripted pages show, and the public name behind it. */
export const SCRIPTED_NUMBER = '3141594';
export const SCRIPTED_REQUEST = 'request-of-another-device';

/** What a scripted phone is told of a request. */
export const requestDetails = (change: Partial<RequestDetails> = {}): RequestDetails => ({
  accessId: SCRIPTED_REQUEST, projectName: 'Northwind Bank', origin: 'https://www.northwind.example', deviceName: 'Firefox on Windows', place: 'DE', otherNetwork: false,
  userId: '', hash: '', description: '', expiresAtMs: Date.now() + 84_000, ...change,
});

/** Plays a phone for a page: whoever holds it is asked by `answer`, `decline` and `signOut`. */
export class ScriptedPhone {
  #options: PhoneSignInOptions | undefined;
  #settle: { resolve: (answer: PhoneSignIn) => void; reject: (error: unknown) => void } | undefined;
  #signedOut = (): void => undefined;

  /** The page shows a number and waits. */
  signIn(options: PhoneSignInOptions, server: string): Promise<PhoneSignIn> {
    const request: PhoneRequest = { accessNumber: SCRIPTED_NUMBER, link: `${server}/mobile-login/#${options.accessId ?? SCRIPTED_REQUEST}`, expiresAtMs: Date.now() + 99_000, lifetimeMs: 99_000 };
    this.#options = options;
    options.onRequest(request);
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      options.signal?.addEventListener('abort', () => reject(new MpinError('ABORTED', 'Given up.')));
    });
  }

  /** The phone is so far. */
  status(status: PhoneStatus): void {
    this.#options?.onStatus?.(status);
  }

  /** The PIN was right. */
  answer(userId: string): void {
    this.#settle?.resolve({
      userId, token: `token-for-${userId}`,
      signOut: () => Promise.resolve(),
      untilSignedOut: () => new Promise((resolve) => { this.#signedOut = resolve; }),
    });
  }

  decline(): void {
    this.#settle?.reject(new MpinError('REQUEST_DECLINED', 'Declined.'));
  }

  /** "Sign out" was pressed on the phone. */
  signOut(): void {
    this.#signedOut();
  }
}
