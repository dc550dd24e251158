import { MpinError } from '../../errors.ts';
import type { PreparedPurpose } from '../purpose-of.ts';

interface Open {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  /** Lets go of the signal, which may live as long as the page. */
  readonly release: () => void;
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
    return new Promise<Result>((resolve, reject) => {
      this.#open = { resolve, reject, release: () => signal?.removeEventListener('abort', giveUp) };
      signal?.addEventListener('abort', giveUp);
    });
  }

  /** Gives the result to whoever waits. */
  fulfil(result: object): void {
    this.#take()?.resolve(result as never);
  }

  /** Tells whoever waits that nothing will come; there is nothing to confirm then either. */
  abort(why: string): void {
    this.fail(new MpinError('ABORTED', why));
  }

  /** The same, with what went wrong. */
  fail(error: unknown): void {
    this.#take()?.reject(error);
    this.#purpose = undefined;
  }

  #take(): Open | undefined {
    const open = this.#open;
    this.#open = undefined;
    open?.release();
    return open;
  }
}
