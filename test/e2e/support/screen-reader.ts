import type { CDPSession, Page } from 'playwright-core';

interface Node {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** States that are read with what has them. */
const SPOKEN_STATES = ['invalid', 'pressed', 'checked', 'disabled'];

/** What a screen reader gets to know of a page: where the focus is, by Chromium's accessibility tree, and what the live regions say. */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Listens from before the page is there. */
  static async listen(page: Page): Promise<ScreenReader> {
    await page.addInitScript(`
      window.said = [];
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[aria-live]');
          if (region?.textContent) window.said.push(region.getAttribute('aria-live') + ': ' + region.textContent);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });`);
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Everything that was said since the page was loaded. */
  async said(): Promise<string[]> {
    return (await this.#page.evaluate('window.said')) as string[];
  }

  /** Role, name, states and description of what has the focus. */
  async focus(): Promise<string> {
    const { nodes } = (await this.#session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
    const focused = nodes.findLast((node) => !node.ignored && node.role?.value !== 'RootWebArea' && property(node, 'focused') === true);
    if (focused === undefined) return '';
    const states = SPOKEN_STATES.filter((name) => ![undefined, false, 'false'].includes(property(focused, name) as undefined));
    const description = focused.description?.value ?? '';
    return [`${focused.role?.value} “${focused.name?.value}”`, ...states, ...(description === '' ? [] : [`“${description}”`])].join(', ');
  }
}

const property = (node: Node, name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;
