import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { State } from '../../machine/index.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Keeps focus where people expect it: on the heading or field of a new screen, if they are at work in this element, and never taken from
 * another part of the page. A page that has just loaded is left alone, unless the element has the attribute `autofocus`.
 */
export class FocusController implements ReactiveController {
  readonly #host: Host;
  /** Somebody pressed or typed in here last; Safari does not focus a button that is clicked. */
  #engaged = false;
  /** The page asked for focus before there was anything to give it to. */
  #awaited = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#awaited = this.#host.autofocus;
    for (const type of ['pointerdown', 'keydown', 'focusin']) this.#host.addEventListener(type, this.#engage);
  }

  hostDisconnected(): void {
    this.#engaged = false;
    for (const type of ['pointerdown', 'keydown', 'focusin']) this.#host.removeEventListener(type, this.#engage);
  }

  /** What the page asked for is done as soon as the screen is there, unless the person has gone elsewhere meanwhile. */
  hostUpdated(): void {
    if (this.#awaited && !this.#isElsewhere()) this.take();
  }

  /** After a render: moves focus where the change of state asks for it; true if it is on the heading, which a screen reader reads then. */
  follow(previous: State, state: State): boolean {
    if (!asksForFocus(previous, state) || !this.#engaged || this.#isElsewhere()) return false;
    return this.take()?.id === 'title';
  }

  /** Moves focus to the screen's field or heading, now or as soon as it is there; what has it now. */
  take(): HTMLElement | null {
    const target = this.#host.renderRoot.querySelector<HTMLElement>('[data-focus]');
    target?.focus({ preventScroll: false });
    this.#awaited = target === null;
    return target;
  }

  readonly #engage = (): void => {
    this.#engaged = true;
  };

  /** Whether focus is on something of the page that is neither in here nor nothing. */
  #isElsewhere(): boolean {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const active = root.activeElement;
    if (active === null || active === this.#host || active === document.body || this.#host.contains(active)) return false;
    this.#engaged = false;
    this.#awaited = false;
    return true;
  }
}

/** What a screen may show of a change. */
interface Shown {
  readonly note?: unknown;
  readonly problem?: unknown;
  readonly problems?: unknown;
  readonly step?: unknown;
}

/** Another screen, another step of one, or something to be put right in a field. */
function asksForFocus(previous: State, state: State): boolean {
  if (state.name === 'authenticating' || state.name === 'registering' || state.name === 'starting') return false;
  if (previous.name !== state.name) return true;
  const before = previous as Shown;
  switch (state.name) {
    case 'add-identity': return areNew(before.problems, state.problems);
    case 'quick-code': return areNew(before.problems, state.problems) || isNew(before.note, state.note);
    case 'edit-identity': case 'enter-access-number': return isNew(before.problem, state.problem);
    case 'choose-pin': return before.step !== state.step || isNew(before.note, state.note);
    case 'enter-pin': return isNew(before.note, state.note);
    // The button that was pressed is gone.
    case 'approved': return state.note === 'signed-out' && isNew(before.note, state.note);
    case 'confirm-email': case 'not-active': return state.note === 'code-wrong' && isNew(before.note, state.note);
    default: return false;
  }
}

const isNew = (previous: unknown, note: unknown): boolean => note !== undefined && note !== previous;
const areNew = (previous: unknown, problems: object): boolean => problems !== previous && Object.keys(problems).length > 0;
