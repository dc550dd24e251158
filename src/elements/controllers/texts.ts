import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../texts/en.ts';
import { loadTexts } from '../texts/load.ts';
import type { Texts, TextsAtHand } from '../texts/texts.ts';

/**
 * The texts of one element: those of its own `lang`, else of the nearest ancestor's, else English; over them what the site changed.
 * Each element has its own, so that one page may speak several languages.
 */
export class TextsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #texts: TextsAtHand = en;
  #asked = '';
  #whole = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The language's texts with the site's own in their place. */
  with(own: Partial<Texts> | undefined): TextsAtHand {
    return own === undefined ? this.#texts : { ...this.#texts, ...own };
  }

  /** The language that is shown or on its way, as a BCP 47 tag. */
  get lang(): string {
    return this.#asked || 'en';
  }

  hostConnected(): void {
    this.refresh();
  }

  /** Looks the language up again. A language that arrives after another was asked for is dropped. */
  refresh(): void {
    const tag = language(this.#host);
    if (tag === this.#asked) return;
    this.#asked = tag;
    void this.#load();
  }

  /** Fetches what the language says on all other screens, now and for every language to come. */
  complete(): Promise<void> {
    this.#whole = true;
    return this.#load();
  }

  async #load(): Promise<void> {
    const tag = this.#asked;
    const whole = this.#whole;
    const found = loadTexts(tag, whole);
    const texts = found instanceof Promise ? await found : found;
    if (tag !== this.#asked || whole !== this.#whole || texts === this.#texts) return;
    this.#texts = texts;
    this.#host.requestUpdate();
  }
}

/** The nearest `lang`, out through shadow roots. */
export function language(from: Element): string {
  for (let element: Element | undefined = from; element; element = hostOf(element)) {
    const tag = element.closest('[lang]')?.getAttribute('lang');
    if (tag) return tag;
  }
  return '';
}

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};
