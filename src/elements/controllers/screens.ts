import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import { troubleKind } from '../../machine/index.ts';
import type { State } from '../../machine/index.ts';
import type { StateOfPhone } from '../../machine/states/phone.ts';
import { announcementOf, signInSayings } from '../announcements.ts';
import type { Announcement } from '../announcements.ts';
import type { View } from '../parts/view.ts';
import { hasScreen, screenOf } from '../screens/index.ts';
import type { LaterScreens } from '../screens/later-screens.ts';
import type { SetUpScreens } from '../screens/set-up-screens.ts';
import { starting, trouble } from '../screens/trouble.ts';
import type { TextsAtHand } from '../texts/texts.ts';
import { Fetched } from './fetched.ts';
import type { LaterHandlers } from './machine.ts';
import type { TextsController } from './texts.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** What an element does about the screens that come later. */
export interface ScreensHooks {
  /** Some of them are there, with the behaviour of their states. */
  readonly onLoaded: (others: LaterHandlers) => void;
  /** They could not be fetched. */
  readonly onFailure: () => void;
}

/**
 * Draws the screens: a returning person's at once, all others when their module is there, those of phones when theirs is. Meanwhile
 * the frame keeps its size; when a module cannot be fetched, that is shown like any lost connection, with the same way on.
 */
export class ScreensController implements ReactiveController {
  readonly #host: Host;
  readonly #others: Fetched<SetUpScreens>;
  readonly #page: Fetched<LaterScreens>;
  readonly #phone: Fetched<LaterScreens>;

  constructor(host: Host, entry: SecretEntry, texts: TextsController, hooks: ScreensHooks) {
    this.#host = host;
    const there = ({ handlers }: { readonly handlers: LaterHandlers }): void => {
      hooks.onLoaded(handlers);
      host.requestUpdate();
    };
    const failed = (): void => {
      hooks.onFailure();
      host.requestUpdate();
    };
    this.#others = new Fetched(() => import('../screens/set-up-screens.ts').then(({ SetUpScreens: Screens }) => new Screens(host, entry, texts)), there, failed);
    this.#page = new Fetched(() => import('../screens/phone-page.ts').then(({ phonePageScreens }) => phonePageScreens(host, texts)), there, failed);
    this.#phone = new Fetched(() => import('../screens/phone-screens.ts').then(({ phoneScreens }) => phoneScreens(host, entry, texts)), there, failed);
    host.addController(this);
  }

  hostConnected(): void {
    this.retry();
  }

  /** Fetches the screens of setting up, unless they are there or on their way: as soon as it is known that one of them will be shown. */
  load(): void {
    this.#others.load();
  }

  /** Fetches once more what could not be fetched. */
  retry(): void {
    if ([this.#others, this.#page, this.#phone].filter((part) => part.retry()).length > 0) this.#host.requestUpdate();
  }

  /** The screen of a state, or what stands in for it until it is there. */
  draw(view: View): TemplateResult {
    const screens = this.#of(view.state);
    if (screens.part !== undefined) return screens.part.draw(view);
    if (isAtHand(view.state, view.texts)) return screenOf(view);
    if (screens.failed) return this.#unreachable(view);
    screens.load();
    return starting(view.texts);
  }

  /** Whether the state's own screen can be drawn. */
  has(state: State, texts: TextsAtHand): boolean {
    const { part } = this.#of(state);
    return part === undefined ? isAtHand(state, texts) : part.has(state);
  }

  /** What is worth saying of a change to a state whose screen is shown. */
  announcementOf(previous: State, state: State, texts: TextsAtHand, focusMoved: boolean): Announcement | undefined {
    const { part } = this.#of(state);
    return part === undefined ? announcementOf(previous, state, texts, focusMoved, signInSayings) : part.announcementOf(previous, state, texts, focusMoved);
  }

  /** The module that a state's screen is in; a page that a phone has signed in goes on with the screen of its number. */
  #of(state: State): Fetched<SetUpScreens> | Fetched<LaterScreens> {
    if (state.name === 'phone-sign-in' || state.name === 'phone-setup' || (state.name === 'signed-in' && state.identity === undefined)) return this.#page;
    return Object.hasOwn(PHONE, state.name) ? this.#phone : this.#others;
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
  state.name === 'trouble' ? texts.troubles[troubleKind(state.problem.code)] !== undefined : hasScreen(state) && (state.name !== 'locked' || state.byWrongPin);

/** The states whose screens are in the module of phones. */
const PHONE: Readonly<Record<StateOfPhone, true>> = {
  'identity-options': true, 'enter-access-number': true, 'scan-request': true, 'confirm-request': true, 'request-declined': true, approved: true, 'add-device': true,
  'quick-code': true,
};
