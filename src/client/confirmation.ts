import { MpinError } from '../errors.ts';
import type { Pending } from '../storage/types.ts';
import { sameUser } from '../user-id.ts';
import type { Context } from './context.ts';
import { untilCalled } from './pause.ts';
import type { PendingRegistrations } from './pending.ts';
import type { PendingRegistration } from './types.ts';
import { access, assertProject, confirmation, type AccessAnswer } from './registration-wire.ts';
import { accessAnswers } from './waiting.ts';
import type { Wire } from './wire.ts';

type State = PendingRegistration['state'];

/** Learning that the owner of an address has confirmed (docs/protocol.md 3.2, 3.3 and 4.3). */
export class Confirmations {
  readonly #context: Context;
  readonly #pending: PendingRegistrations;

  constructor(context: Context, pending: PendingRegistrations) {
    this.#context = context;
    this.#pending = pending;
  }

  async check(registration: PendingRegistration): Promise<State> {
    const pending = await this.#pending.find(registration);
    if (pending.webOTT === undefined || pending.state !== 'sent') return pending.state;
    const wire = await this.#context.wire();
    return this.#note(pending, stateOf(await access(wire, pending.webOTT, false)));
  }

  async wait(registration: PendingRegistration, signal: AbortSignal, onConnection?: (online: boolean) => void): Promise<void> {
    const wire = await this.#context.wire(signal);
    const pending = await this.#pending.find(registration);
    if (pending.webOTT === undefined || pending.state !== 'sent') {
      assertConfirmed(await this.#storedState(registration, signal));
      return;
    }
    for await (const answer of accessAnswers(wire, pending.webOTT, signal, onConnection)) {
      const state = await this.#note(pending, stateOf(answer));
      if (state === 'sent') continue;
      assertConfirmed(state);
      return;
    }
  }

  async confirmCode(registration: PendingRegistration, code: string): Promise<void> {
    const wire = await this.#context.wire();
    const { codeLength } = wire.configuration.limits;
    if (typeof code !== 'string' || !/^[0-9]+$/u.test(code) || code.length !== codeLength) {
      throw new MpinError('INVALID_ARGUMENT', `A code has ${codeLength} digits, 0 to 9`);
    }
    const pending = await this.#pending.find(registration);
    const { actToken } = await confirmation(wire, pending.userId, code, pending.handedOver ? pending.webOTT : undefined);
    await this.#pending.save({ ...pending, state: 'confirmed', ...(actToken === undefined ? {} : { activationToken: actToken }) });
  }

  /** Remembers a new state, so that a reload comes back to it; not when another request has taken this one's place. */
  async #note(pending: Pending, state: State): Promise<State> {
    const stored = await this.#pending.ofUser(pending.userId);
    if (stored !== undefined && stored.webOTT === pending.webOTT && stored.state !== state) await this.#pending.save({ ...stored, state });
    return state;
  }

  /** Without a session to ask for, the news is that the mail's link was opened in another tab of this browser. */
  async #storedState(registration: PendingRegistration, signal: AbortSignal): Promise<State> {
    for (;;) {
      let changed = false;
      let wake: (() => void) | undefined;
      const unsubscribe = this.#context.storage.subscribe(() => {
        changed = true;
        wake?.();
      });
      try {
        const { state } = await this.#pending.find(registration);
        if (state !== 'sent') return state;
        await untilCalled(signal, (done) => {
          wake = done;
          if (changed) done();
          return () => undefined;
        });
      } finally {
        unsubscribe();
      }
    }
  }
}

/**
 * The activation of a handed-over verification, minted as we ask (docs/protocol.md 3.2); only for the user that we
 * asked for.
 *
 * @throws MpinError INVALID_ARGUMENT before the confirmation; CODE_EXPIRED, CONFIRMATION_CANCELLED, PROJECT_MISMATCH,
 *   INVALID_RESPONSE
 */
export async function collectActivation(wire: Wire, pending: Pending): Promise<{ userId: string; actToken: string }> {
  if (pending.webOTT === undefined) throw new MpinError('INVALID_ARGUMENT', 'This address is not confirmed yet');
  const answer = await access(wire, pending.webOTT, true);
  assertConfirmed(stateOf(answer));
  const { activation } = answer;
  if (activation === undefined || !sameUser(activation.userId, pending.userId)) {
    throw new MpinError('INVALID_RESPONSE', 'The server gave no activation for this user');
  }
  assertProject(wire, activation.projectId);
  return activation;
}

function stateOf({ status, verification }: AccessAnswer): State {
  if (verification !== undefined) return verification;
  if (status === 'expired') return 'expired';
  return status === 'abort' ? 'cancelled' : 'sent';
}

function assertConfirmed(state: State): void {
  if (state === 'sent') throw new MpinError('INVALID_ARGUMENT', 'This address is not confirmed yet');
  if (state === 'expired') throw new MpinError('CODE_EXPIRED', 'The request has expired; ask for a new mail');
  if (state === 'cancelled') throw new MpinError('CONFIRMATION_CANCELLED', 'The owner of the address has refused the request');
}
