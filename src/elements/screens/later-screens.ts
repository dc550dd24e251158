import type { TemplateResult } from 'lit';
import type { Handlers } from '../../machine/transition.ts';
import type { State, StateName } from '../../machine/index.ts';
import { announcementOf } from '../announcements.ts';
import type { Announcement, Sayings } from '../announcements.ts';
import type { TextsController } from '../controllers/texts.ts';
import type { PhoneView, View } from '../parts/view.ts';
import { texts as english } from '../texts/en/phone-screens.ts';
import { texts as englishScanner } from '../texts/en/scanner.ts';
import { completed } from '../texts/english.ts';
import { fetchPart } from '../texts/load-parts.ts';
import type { LaterTexts, Part, TextsAtHand } from '../texts/texts.ts';
import { starting } from './trouble.ts';

/** The screens of some states that concern a phone: what they make of events, how they look, and what is said of them. */
export interface LaterScreensOptions {
  readonly handlers: Partial<Handlers>;
  readonly screens: Readonly<Partial<Record<StateName, (view: never) => TemplateResult>>>;
  readonly sayings: Sayings<LaterTexts>;
}

/** What their screens say, of all that a language says. */
const PARTS: readonly Part[] = ['phone', 'set-up', 'identities'];
const SCANNING: readonly Part[] = [...PARTS, 'scanner'];

/** What a language or a site has not said is said in English. */
const complete = (texts: TextsAtHand): LaterTexts => ({ ...english, ...englishScanner, ...completed(texts) });

/** Draws the screens of one module, with all texts. */
export class LaterScreens {
  readonly handlers: Partial<Handlers>;
  readonly #options: LaterScreensOptions;
  readonly #texts: TextsController;

  constructor(texts: TextsController, options: LaterScreensOptions) {
    this.handlers = options.handlers;
    this.#options = options;
    this.#texts = texts;
  }

  /** Whether all that a state's screen says is there; what is not is fetched. */
  has({ name }: State): boolean {
    return this.#texts.has(name === 'scan-request' ? SCANNING : PARTS, fetchPart);
  }

  draw(view: View): TemplateResult {
    const screen = this.#options.screens[view.state.name] as ((view: PhoneView) => TemplateResult) | undefined;
    return screen === undefined || !this.has(view.state) ? starting(view.texts) : screen({ ...view, texts: complete(view.texts) });
  }

  /** What is worth saying of a change to a state. */
  announcementOf(previous: State, state: State, texts: TextsAtHand, focusMoved: boolean): Announcement | undefined {
    return announcementOf(previous, state, complete(texts), focusMoved, this.#options.sayings);
  }
}
