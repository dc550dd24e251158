import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import { troubleKind } from '../../machine/index.ts';
import type { State } from '../../machine/index.ts';
import type { later } from '../../machine/states/later.ts';
import { announcementOf, signInSayings } from '../announcements.ts';
import type { Announcement } from '../announcements.ts';
import type { View } from '../parts/view.ts';
import { hasScreen, screenOf } from '../screens/index.ts';
import type { SetUpScreens } from '../screens/set-up-screens.ts';
import { starting, trouble } from '../screens/trouble.ts';
import type { TextsAtHand } from '../texts/texts.ts';
import type { TextsController } from './texts.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** What an element does about the screens that come later. */
export interface ScreensHooks {
  /** They are there, with the behaviour of their states. */
  readonly onLoaded: (others: typeof later) => void;
  /** They could not be fetched. */
  readonly onFailure: () => void;
}

/**
 * Draws the screens: a returning person's at once, all others when their module is there. Meanwhile the frame keeps its size; when the
 * module cannot be fetched, that is shown like any lost connection, with the same way on.
 */
export class ScreensController implements ReactiveController {
  readonly #host: Host;
  readonly #entry: SecretEntry;
  readonly #texts: TextsController;
  readonly #hooks: ScreensHooks;
  #others: SetUpScreens | 'unasked' | 'asked' | 'failed' = 'unasked';

  constructor(host: Host, entry: SecretEntry, texts: TextsController, hooks: ScreensHooks) {
    this.#host = host;
    this.#entry = entry;
    this.#texts = texts;
    this.#hooks = hooks;
    host.addController(this);
  }

  hostConnected(): void {
    this.retry();
  }

  /** Fetches the other screens, unless they are there or on their way: as soon as it is known that one of them will be shown. */
  load(): void {
    if (this.#others !== 'unasked') return;
    this.#others = 'asked';
    import('../screens/set-up-screens.ts').then(
      ({ SetUpScreens: Screens, later }) => {
        this.#others = new Screens(this.#host, this.#entry, this.#texts);
        this.#hooks.onLoaded(later);
      },
      () => {
        this.#others = 'failed';
        this.#hooks.onFailure();
      },
    ).finally(() => this.#host.requestUpdate());
  }

  /** Fetches once more what could not be fetched. */
  retry(): void {
    if (this.#others !== 'failed') return;
    this.#others = 'unasked';
    this.#host.requestUpdate();
  }

  /** The screen of a state, or what stands in for it until it is there. */
  draw(view: View): TemplateResult {
    if (typeof this.#others === 'object') return this.#others.draw(view);
    if (isAtHand(view.state, view.texts)) return screenOf(view);
    if (this.#others === 'failed') return this.#unreachable(view);
    this.load();
    return starting(view.texts);
  }

  /** Whether the state's own screen can be drawn. */
  has(state: State, texts: TextsAtHand): boolean {
    return typeof this.#others === 'object' ? this.#others.has(state) : isAtHand(state, texts);
  }

  /** What is worth saying of a change to a state whose screen is shown. */
  announcementOf(previous: State, state: State, texts: TextsAtHand, focusMoved: boolean): Announcement | undefined {
    if (typeof this.#others === 'object') return this.#others.announcementOf(previous, state, texts, focusMoved);
    return announcementOf(previous, state, texts, focusMoved, signInSayings);
  }

  #unreachable(view: View): TemplateResult {
    // The list of identities is among the screens that are missing, so that no way there is offered.
    const context = { ...view.state.context, identities: [] };
    const state = { name: 'trouble', context, problem: { code: 'OFFLINE' }, resume: { to: 'start' }, asked: 0, askAt: undefined } as const;
    return trouble({ ...view, state, send: () => this.retry() });
  }
}

/** Whether a returning person's screens and texts are enough for a state. */
const isAtHand = (state: State, texts: TextsAtHand): boolean =>
  state.name === 'trouble' ? texts.troubles[troubleKind(state.problem.code)] !== undefined : hasScreen(state);
