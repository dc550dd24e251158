/**
 * How long a person waits after the last digit, in a real browser on the real demo site: the computing between the
 * press of "Login" and pass 2 leaving the page. `npm run bench browser` (or `node --import tsx bench/browser.bench.ts`).
 * The first sign-in of each page load is what people meet; every round is one.
 */
import type { Page } from 'playwright-core';
import { createWorld } from '../test/e2e/support/world.ts';
import { median } from './measure.ts';

const PIN = '2846';
const ROUNDS = 15;

/** What `watch` leaves on the page. */
interface Marks {
  pressedAt: number;
  pass1Answered?: boolean;
  leftAfterMs?: number;
}

/** Marks the press of "Login" and the moment pass 2 is handed to the browser, on the page's own clock. */
function watch(): void {
  const marks = globalThis as unknown as Marks;
  addEventListener('click', () => { marks.pressedAt = performance.now(); }, { capture: true });
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith('/rps/v2/pass2')) marks.leftAfterMs ??= performance.now() - marks.pressedAt;
    const response = await send(input, init);
    if (url.endsWith('/rps/v2/pass1')) marks.pass1Answered = true;
    return response;
  };
}

async function leftAfterMs(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (globalThis as unknown as Marks).leftAfterMs);
  return Number(await handle.jsonValue());
}

const world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' } });
try {
  const pad = await world.visit();
  await pad.register('bench@example.com', PIN);
  await pad.page.addInitScript(watch);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await pad.page.goto(world.site);
    await pad.sees('Enter your PIN');
    await pad.page.waitForFunction(() => (globalThis as unknown as Marks).pass1Answered);
    await pad.type(PIN);
    const left = leftAfterMs(pad.page);
    await pad.button('Login').click();
    times.push(await left);
    await pad.isSignedInAs('bench@example.com');
    await pad.button('Sign out').click();
    await pad.page.getByText('You are signed out.').waitFor();
  }
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`Login pressed to pass 2 leaving, first sign-in of a page load, ${ROUNDS} loads: median ${median(times).toFixed(2)} ms, least ${sorted[0]?.toFixed(2)}, most ${sorted.at(-1)?.toFixed(2)}`);
} finally {
  await world.end();
}
