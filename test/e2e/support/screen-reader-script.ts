import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ScreenReader } from './screen-reader.ts';

/** One line of a story: what is done, where the focus is then, and what has been said. */
export interface Step {
  readonly done: string;
  readonly focus: string;
  readonly said: readonly string[];
}

/** What docs/accessibility.md promises. */
export interface Script {
  readonly stories: readonly { readonly title: string; readonly scene: string; readonly steps: readonly Step[] }[];
  /** The accessibility tree of a scene. */
  readonly trees: readonly { readonly scene: string; readonly tree: string }[];
}

/** Reads the document: tables below "From the screen" are stories, YAML below a scene's name is its tree. */
export function readScript(): Script {
  const text = readFileSync(new URL('../../../docs/accessibility.md', import.meta.url), 'utf8');
  const sections = text.split(/^##+ /mu).slice(1);
  return {
    stories: sections.flatMap((section) => {
      const scene = /^From the screen `(.+)`/mu.exec(section)?.[1];
      return scene === undefined ? [] : [{ title: section.split('\n', 1)[0] ?? '', scene, steps: rows(section).map(step) }];
    }),
    trees: sections.flatMap((section) => {
      const [, scene, tree] = /^`(.+)`\n[^`]*```yaml\n([^`]*)\n```/u.exec(section) ?? [];
      return scene === undefined || tree === undefined ? [] : [{ scene, tree }];
    }),
  };
}

const rows = (section: string): string[][] => section.split('\n').filter((line) => line.startsWith('| ')).slice(2).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()));

const step = ([done = '', focus = '', said = '']: string[]): Step => ({ done, focus, said: said === '' ? [] : said.split('<br>') });

type Act = (page: Page, value: string, reader: ScreenReader) => Promise<void>;

/** What the document's words mean; quoted is what a person reads or types. */
const acts: readonly (readonly [RegExp, Act])[] = [
  [/^nothing yet$/u, async () => undefined],
  [/^Tab to “(.+)”$/u, async (page, name, reader) => {
    // From the beginning of the stage: the playground's own controls stand before it.
    await page.locator('#stage').evaluate((stage) => {
      stage.setAttribute('tabindex', '-1');
      (stage as HTMLElement).focus();
    });
    for (let i = 0; i < 40 && !(await reader.focus()).includes(` “${name}”`); i += 1) await page.keyboard.press('Tab');
  }],
  [/^press “(.+)”$/u, (page, name) => page.locator('#stage').getByRole('button', { name, exact: true }).click()],
  [/^press (\w+)$/u, (page, key) => page.keyboard.press(key)],
  [/^type “(.+)”$/u, (page, text) => page.keyboard.type(text)],
  [/^paste “(.+)”$/u, (page, text) => page.keyboard.insertText(text)],
  // Elsewhere, so that it takes no focus here.
  [/^(confirm) the email on another device$/u, (page) => page.locator('#confirm').evaluate((button) => { button.dispatchEvent(new Event('click')); })],
];

/** Does what a line says. */
export async function perform(done: string, page: Page, reader: ScreenReader): Promise<void> {
  for (const [pattern, act] of acts) {
    const match = pattern.exec(done);
    if (match !== null) return act(page, match[1] ?? '', reader);
  }
  throw new Error(`Nobody knows how to do this: ${done}`);
}
