import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
import { browserArguments, findBrowser } from '../../../scripts/lib/browser.mjs';

/** What the playground's controls may say. */
export interface Controls {
  readonly screen: string;
  readonly lang?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly width?: number;
}

/** The playground, served from its sources, and a browser to look at it: every screen without a platform. */
export class Playground {
  readonly browser: Browser;
  readonly #server: ViteDevServer;

  private constructor(browser: Browser, server: ViteDevServer) {
    this.browser = browser;
    this.#server = server;
  }

  static async open(): Promise<Playground> {
    const executablePath = await findBrowser();
    if (executablePath === undefined) throw new Error('No Chromium was found: run `node scripts/setup.mjs --browser`.');
    const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false, ws: false, watch: null } });
    await server.listen();
    return new Playground(await chromium.launch({ executablePath, args: browserArguments }), server);
  }

  /** Shows a screen, and waits until it is there. */
  async show(page: Page, { screen, lang = 'en', theme = 'auto', width = 360 }: Controls): Promise<void> {
    const hash = new URLSearchParams({ screen, lang, theme, width: String(width) });
    // Another hash alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(`${this.#server.resolvedUrls?.local[0] ?? ''}#${hash.toString()}`);
    await page.locator('#stage > [data-ready]').waitFor();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
  }
}
