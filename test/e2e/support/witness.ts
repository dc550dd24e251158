import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Request, Response } from 'playwright-core';

/** Something that left the script's hands, and where. */
interface Emitted {
  /** Such as `url /client-share`, `body /registration`, `document`, `event mpin-state`, `console`, `storage`. */
  readonly where: string;
  readonly text: string;
}

/** A URL's path as a place's name; a trust authority's without the capability that it ends in. */
const pathOf = (url: string): string => new URL(url).pathname.replace(/^.*(\/client-share)\/.*$/, '$1');

const script = fileURLToPath(new URL('page/witness.js', import.meta.url));

/** Sees everything that the pages of a browser profile send, say, show and store; and what servers answer them. */
export class Witness {
  readonly #emitted: Emitted[] = [];
  readonly #answers = new Map<string, unknown[]>();
  readonly #reading: Promise<void>[] = [];

  static async of(context: BrowserContext): Promise<Witness> {
    const witness = new Witness();
    await context.exposeBinding('report', (_source, where: string, text: string) => { witness.#note(where, text); });
    await context.addInitScript({ path: script });
    context.on('request', (request) => { witness.#onRequest(request); });
    context.on('response', (response) => { witness.#reading.push(witness.#onResponse(response)); });
    context.on('console', (message) => { witness.#note('console', message.text()); });
    context.on('weberror', (error) => { witness.#note('console', String(error.error().stack)); });
    return witness;
  }

  /** Notes what a page has stored by now. */
  async look(page: Page): Promise<void> {
    this.#note('storage', await page.evaluate('witness.stored()'));
    this.#note('storage', JSON.stringify(await page.context().storageState()));
    this.#note('url page', page.url());
  }

  /** The JSON that a path has answered with, oldest first. */
  async answersOf<Answer>(path: string): Promise<Answer[]> {
    await Promise.all(this.#reading);
    return (this.#answers.get(path) ?? []) as Answer[];
  }

  /** The JSON that was sent to a path, oldest first. */
  sentTo(path: string): Record<string, unknown>[] {
    return this.#emitted.filter(({ where, text }) => where === `body ${path}` && text !== '').map(({ text }) => JSON.parse(text) as Record<string, unknown>);
  }

  /** Where a text was seen; each place once. */
  placesOf(pattern: RegExp): string[] {
    return [...new Set(this.#emitted.filter(({ text }) => pattern.test(text)).map(({ where }) => where))].toSorted();
  }

  /** How much was seen at a place. */
  count(where: string): number {
    return this.#emitted.filter((one) => one.where === where).length;
  }

  #note(where: string, text: unknown): void {
    this.#emitted.push({ where, text: String(text) });
  }

  #onRequest(request: Request): void {
    const path = pathOf(request.url());
    this.#note(`url ${path}`, request.url());
    this.#note('headers', JSON.stringify(request.headers()));
    this.#note(`body ${path}`, request.postData() ?? '');
  }

  async #onResponse(response: Response): Promise<void> {
    const json = (await response.json().catch(() => undefined)) as unknown;
    const path = pathOf(response.url());
    if (json !== undefined) this.#answers.set(path, [...(this.#answers.get(path) ?? []), json]);
  }
}
