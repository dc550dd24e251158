import type { BrowserContext, Page } from 'playwright-core';
import { assertAccessible, assertFits } from './axe.ts';

/** How a screen may be looked at. */
export interface Look {
  readonly width: 320 | 1280;
  readonly colorScheme: 'light' | 'dark';
}

/** Looks at a page as it stands: nothing for axe to find, nothing that scrolls sideways. */
export async function assertLooks(page: Page, screen: string, looks: readonly Look[]): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    try {
      await assertFits(page);
      await assertAccessible(page);
    } catch (error) {
      throw new Error(`${screen}, ${width} px, ${colorScheme}`, { cause: error });
    }
  }
}

/** What the pages of a browser profile complain about: refused policies and script errors. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  return complaints;
}
