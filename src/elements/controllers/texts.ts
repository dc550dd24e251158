import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommonTexts, OwnTexts, Part, TextsAtHand } from '../texts/texts.ts';

/** Fetches a part of a language; undefined where English is what is left. */
export type FetchPart = (part: Part, lang: string) => Promise<OwnTexts | undefined>;

/**
 * The texts of one element: those of its own `lang`, else of the nearest ancestor's, else English; over them what the site changed.
 * Each element has its own, so that one page may speak several languages. A language comes in parts, each when it is shown.
 */
export class TextsController<T extends CommonTexts = TextsAtHand> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #english: T;
  readonly #bring: (tag: string) => Promise<T> | undefined;
  #texts: T;
  #asked = '';
  /** The parts that were asked for: in this language, and in every one to come. */
  readonly #needed = new Set<Part>();
  #there: ReadonlySet<Part> = new Set();
  #fetch: FetchPart | undefined;
  #ready = Promise.resolve();

  /** @param bring - fetches another language's texts; undefined where English is what is left */
  constructor(host: ReactiveControllerHost & HTMLElement, english: T, bring: (tag: string) => Promise<T> | undefined) {
    this.#host = host;
    this.#english = english;
    this.#bring = bring;
    this.#texts = english;
    host.addController(this);
  }

  /** The language's texts with the site's own in their place. */
  with(own: OwnTexts | undefined): T {
    return own === undefined ? this.#texts : over(this.#texts, own);
  }

  /** The language that is shown or on its way, as a BCP 47 tag. */
  get lang(): string {
    return this.#asked || 'en';
  }

  /** Resolves when that language is there, or is known not to come. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  hostConnected(): void {
    this.refresh();
  }

  /** Looks the language up again. A language that arrives after another was asked for is dropped. */
  refresh(): void {
    const tag = language(this.#host);
    if (tag === this.#asked) return;
    this.#asked = tag;
    this.#ready = this.#load();
  }

  /** Whether these parts are there; what is not is fetched. English comes with the screens. */
  has(parts: readonly Part[], fetch: FetchPart): boolean {
    this.#fetch = fetch;
    const news = parts.filter((part) => !this.#needed.has(part));
    for (const part of news) this.#needed.add(part);
    if (news.length > 0 && this.#texts !== this.#english) void this.#load();
    return this.#texts === this.#english || parts.every((part) => this.#there.has(part));
  }

  async #load(): Promise<void> {
    const tag = this.#asked;
    const atHand = await this.#bring(tag)?.catch(() => undefined);
    if (atHand === undefined) return this.#take(tag, this.#english, new Set());
    let parts: readonly Part[];
    let texts: T;
    do {
      parts = [...this.#needed];
      const fetched = await Promise.all(parts.map(async (part) => this.#fetch?.(part, atHand.$code).catch(() => undefined)));
      texts = fetched.reduce((all, part) => over(all, part ?? {}), atHand);
    } while (parts.length !== this.#needed.size);
    this.#take(tag, texts, new Set(parts));
  }

  #take(tag: string, texts: T, parts: ReadonlySet<Part>): void {
    if (tag !== this.#asked || texts === this.#texts) return;
    this.#texts = texts;
    this.#there = parts;
    this.#host.requestUpdate();
  }
}

/** Texts with others in their place. */
const over = <T extends CommonTexts>(texts: T, others: OwnTexts): T => ({ ...texts, ...others, troubles: { ...texts.troubles, ...others.troubles } });

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
