import type { Page } from 'playwright-core';

/** What the focused element is called, also in shadow trees. */
const focused = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return (element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
})()`;

/** What has the focus. */
export const focusOf = (page: Page): Promise<string> => page.evaluate(focused);

/** Presses Tab until something of this name has the focus; fails when one round of the page does not lead there. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 40) {
    const now = await focusOf(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to "${String(name)}", but to ${passed.map((one) => `"${one}"`).join(', ')}.`);
}

/** Goes to a button by Tab and presses it. */
export async function pressByKey(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
