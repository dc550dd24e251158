import type { Page } from 'playwright-core';

/** Makes the person say no to what a page wants to use, or with `prompt` have been asked nothing yet. What was said before has to be cleared first. */
export async function permit(page: Page, name: 'camera' | 'notifications', setting: 'denied' | 'prompt'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { browserContextId } = (await session.send('Target.getTargetInfo')).targetInfo;
  if (browserContextId === undefined) throw new Error('The page is in no browser profile of its own.');
  await session.send('Browser.setPermission', { permission: { name }, setting, origin: new URL(page.url()).origin, browserContextId });
  await session.detach();
}
