import { MpinError } from '../../errors.ts';
import type { PreparedPurpose } from '../purpose-of.ts';

interface Open {
  readonly resolve: (value: never) => void;
  readonly reject: (error: MpinError) => void;
}

/**
 * The promise that a program waits with for a person: at most one is open, and a second one takes the place of the first, because one
 * person can do one thing at a time. It owns when a promise ends, and what a person is asked to confirm, which stays on the screen when they
 * have; it does not own what else they see.
 */
export class Requests {
  #open: Open | undefined;
  #purpose: PreparedPurpose | undefined;

  /** Whether a program is waiting. */
  get open(): boolean {
    return this.#open !== undefined;
  }

  /** What is confirmed, or was; undefined for a sign-in. */
  get purpose(): PreparedPurpose | undefined {
    return this.#purpose;
  }

  /**
   * Opens a promise, after the former one has been aborted.
   *
   * @param purpose - what is to be confirmed, where it is more than signing in
   * @param giveUp - what to do when `signal` aborts while it is open; it is expected to call `abort`
   */
  ask<Result>(purpose: PreparedPurpose | undefined, signal: AbortSignal | undefined, giveUp: () => void): Promise<Result> {
    this.abort('Another call took the place of this one.');
    this.#purpose = purpose;
    if (signal?.aborted) return Promise.reject(aborted('The signal was aborted before the call.'));
    return new Promise<Result>((resolve, reject) => {
      const open: Open = { resolve, reject };
      this.#open = open;
      signal?.addEventListener('abort', () => { if (this.#open === open) giveUp(); }, { once: true });
    });
  }

  /** Gives the result to whoever waits. */
  fulfil(result: object): void {
    this.#open?.resolve(result as never);
    this.#open = undefined;
  }

  /** Tells whoever waits that nothing will come; there is nothing to confirm then either. */
  abort(why: string): void {
    this.#open?.reject(aborted(why));
    this.#open = undefined;
    this.#purpose = undefined;
  }
}

const aborted = (why: string): MpinError => new MpinError('ABORTED', why);
