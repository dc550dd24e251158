import type { ReactiveControllerHost } from 'lit';
import type { PageTell } from '../../client/runner.ts';
import type { Proved } from '../../client/runner-tasks.ts';
import type { State } from '../../machine/index.ts';
import { eventOf, MpinStateEvent } from '../events.ts';

/**
 * What comes of it, and who learns of it: the page by events and by the element's custom states, a form by its value, and the screens that
 * show a one-time password or a code. It does not own the promises of programs that wait.
 */
export class Outcome {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #internals: ElementInternals;
  #yield: Proved = {};

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#internals = host.attachInternals();
  }

  /** What the last PIN yielded that is only shown. */
  get yielded(): Proved {
    return this.#yield;
  }

  readonly forget = (): void => { this.#yield = {}; };

  /** Nobody has signed in: there is nothing for a form to post. */
  clear(): void {
    this.#internals.setFormValue(null);
  }

  /** Another state: what only some screens show is forgotten with the last of them, and a form posts the token of nobody who is not signed in. */
  enter(state: State, previous: State): void {
    if (previous.name === 'signed-in' && state.name !== previous.name) this.clear();
    if (state.name !== 'otp' && state.name !== 'add-device') this.forget();
    const { states } = this.#internals;
    if (state.name === previous.name && states.has(state.name)) return;
    states.delete(previous.name);
    states.add(state.name);
    this.#host.dispatchEvent(new MpinStateEvent(state.name));
  }

  /**
   * Something happened that a page may want to know.
   *
   * @param confirming - a confirmation belongs to the program that asked for it: a page must not take it for somebody signing in
   */
  tell(tell: PageTell, confirming: boolean): void {
    if (tell.type === 'password-made' || tell.type === 'quick-code-made') this.#yield = tell;
    if (tell.type === 'quick-code-made' || (tell.type === 'signed-in' && confirming)) return;
    // The second value keeps the token out of the state that browsers store to restore forms.
    if (tell.type === 'signed-in') this.#internals.setFormValue(tell.token ?? null, '');
    this.#host.dispatchEvent(eventOf(tell));
  }
}
