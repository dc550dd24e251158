import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { serveDemoPages } from './demo-pages.ts';

/** Where the pictures go; git ignores it. */
export const PICTURES = fileURLToPath(new URL('../../../test-results/looks/', import.meta.url));

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const measureSource = readFileSync(new URL('page/measure.js', import.meta.url), 'utf8');
const HEIGHT = 820;
/** Around a card in its picture, CSS pixels. */
const EDGE = 16;

/** How an element is dressed; the language decides the direction. */
export interface Dress {
  readonly theme: 'light' | 'dark' | 'forced colours';
  readonly lang: string;
}

/** One screen, as the playground's list names it. */
export interface Listed {
  readonly name: string;
  readonly tag: string;
}

/**
 * The built playground in one page that stays open: screens, themes, languages and widths are changed under it, so that thousands of looks take
 * minutes. What is around the stage is hidden, so that an element gets the whole width of the window.
 */
export class Stage {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly end: () => Promise<void>;
  readonly #devtools: CDPSession;
  #width = 0;

  private constructor(page: Page, devtools: CDPSession, end: () => Promise<void>) {
    this.page = page;
    this.#devtools = devtools;
    this.end = end;
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => { if (message.type() === 'error') this.complaints.push(message.text()); });
  }

  static async open(): Promise<Stage> {
    const pages = await serveDemoPages();
    const context = await pages.browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: HEIGHT } });
    const page = await context.newPage();
    const stage = new Stage(page, await context.newCDPSession(page), () => pages.end());
    // What counts down stands still, and every picture shows what its name says.
    await page.clock.setFixedTime(new Date('2026-03-04T05:06:07Z'));
    await page.goto(pages.url);
    await page.locator('#stage > [data-ready]').waitFor();
    await page.addStyleTag({ content: 'header, form, .beside { display: none; } main { display: block; } body, #stage { padding: 0; } #stage { min-block-size: 100vh; } @media (min-width: 400px) { #stage { padding: 16px; } }' });
    for (const source of [axeSource, measureSource]) await page.evaluate(source);
    return stage;
  }

  screens(): Promise<Listed[]> {
    return this.page.locator('[name="screen"] option').evaluateAll((options) => options.map((option) => ({ name: (option as HTMLOptionElement).value, tag: (option.parentElement as HTMLOptGroupElement).label })));
  }

  languages(): Promise<string[]> {
    return this.page.locator('[name="lang"] option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  }

  /** Shows a screen anew, played to where it belongs. */
  async show(name: string): Promise<void> {
    await this.#choose({ screen: name });
    await this.page.locator(`#stage > [data-ready=${JSON.stringify(name)}]`).waitFor();
  }

  async dress({ theme, lang }: Dress): Promise<void> {
    await this.page.emulateMedia({ forcedColors: theme === 'forced colours' ? 'active' : 'none' });
    await this.#choose({ theme: theme === 'forced colours' ? 'light' : theme, lang, dir: ['ar', 'he'].includes(lang) ? 'rtl' : 'ltr' });
    await this.page.evaluate(`spoken(${JSON.stringify(lang)})`);
  }

  /** Sets controls of the playground, and tells it once. */
  async #choose(values: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((chosen) => {
      const form = document.forms[0] as HTMLFormElement;
      for (const [name, value] of Object.entries(chosen)) (form.elements.namedItem(name) as HTMLSelectElement).value = value;
      (form.elements.namedItem(Object.keys(chosen)[0] as string) as HTMLSelectElement).dispatchEvent(new Event('input', { bubbles: true }));
    }, values);
  }

  async width(width: number): Promise<void> {
    if (width === this.#width) return;
    this.#width = width;
    // Playwright would resize the window around the page as well, which takes more time than all that the page does about it.
    await this.#devtools.send('Emulation.setDeviceMetricsOverride', { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false });
  }

  /** What axe finds in the element; none is the only good answer. */
  async findings(): Promise<string[]> {
    return this.page.evaluate(`axe.run('#stage', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }, resultTypes: ['violations'], preload: false,
    }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
  }

  /** What is out of place as the element stands. */
  faults(): Promise<string[]> {
    return this.page.evaluate('measure()');
  }

  /** What is out of place with the least spacing of 1.4.12, and then with text of 200 %. */
  async faultsOfLargerText(): Promise<string[]> {
    await this.page.evaluate('space(true)');
    const spaced = await this.faults();
    await this.page.evaluate('space(false), document.documentElement.style.fontSize = "200%"');
    const large = await this.faults();
    await this.page.evaluate('document.documentElement.style.fontSize = ""');
    return [...spaced.map((fault) => `Spaced: ${fault}`), ...large.map((fault) => `200 %: ${fault}`)];
  }

  /** How high the card is and where its keys are, as one word. */
  keypadPlace(): Promise<string> {
    return this.page.evaluate('keypadPlace()');
  }

  /** How high the card is, in whole CSS pixels. */
  cardHeight(): Promise<number> {
    return this.page.locator('#stage > *').evaluate((card) => Math.round(card.getBoundingClientRect().height));
  }

  /** What has focus without a ring that is seen. It moves the focus. */
  ringFaults(): Promise<string[]> {
    return this.page.evaluate('ringFaults()');
  }

  /** Keeps a picture of the card, for the contact sheets. Nothing moves here, so that the browser can be asked for it as it stands, which takes a third of the time. */
  async picture(sheet: string, screen: string): Promise<void> {
    const folder = join(PICTURES, sheet);
    await mkdir(folder, { recursive: true });
    const box = await this.page.evaluate(() => (document.querySelector('#stage > *') as HTMLElement).getBoundingClientRect().toJSON() as DOMRect);
    const clip = { x: Math.max(0, box.x - EDGE), y: Math.max(0, box.y - EDGE), width: box.width + 2 * EDGE, height: box.height + 2 * EDGE, scale: 1 };
    const { data } = await this.#devtools.send('Page.captureScreenshot', { clip, format: 'jpeg', quality: 70, optimizeForSpeed: true });
    await writeFile(join(folder, pictureOf(screen)), data, 'base64');
  }
}

/** The file a screen's picture is in. */
export const pictureOf = (screen: string): string => `${screen.replace(/[^a-z0-9]+/giu, '-')}.jpg`;
