/**
 * How long a page waits after a phone has answered its request, over HTTP to platforms in this process: where both ask the same node, and where
 * the phone's is another one on the same PostgreSQL. `npm run bench wake` (or `node --import tsx bench/wake.bench.ts`). The aim is 200 ms; it is
 * no test, as a busy machine says nothing about the platform.
 */
import { register, signIn, someone } from '../server/test/support/device.ts';
import { openNumbered } from '../server/test/support/phone.ts';
import { startPlatform } from '../server/test/support/test-platform.ts';
import type { TestPlatform } from '../server/test/support/test-platform.ts';
import { median } from './measure.ts';

const PIN = '1234';
const ROUNDS = 20;
const AIM_MS = 200;

/** A page waits at one node while a phone signs it in at the other, again and again. */
async function measure(name: string, page: TestPlatform, phone: TestPlatform): Promise<void> {
  const identity = await register(phone, PIN, { userId: someone() });
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { webOTT, accessId } = await openNumbered(page);
    const stream = await fetch(`${page.url}/rps/v2/access/stream`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ webOTT }) });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const told = (async () => {
      for (let text = ''; !text.includes('"authenticated"');) text += (await reader?.read())?.value ?? '';
      return performance.now();
    })();
    await signIn(phone, identity, PIN, { scope: 'oidc', accessId });
    const answered = performance.now();
    waits.push(Math.max(0, (await told) - answered));
  }
  console.log(`${name}: a page hears of a phone's answer ${median(waits).toFixed(1)} ms after the phone itself (median of ${ROUNDS}), ${Math.max(...waits).toFixed(1)} ms at worst; the aim is ${AIM_MS} ms.`);
}

const alone = await startPlatform();
try {
  await measure('One node', alone, alone);
} finally {
  await alone.close();
}
const first = await startPlatform({ kind: 'postgres' });
const second = await startPlatform({ kind: 'postgres', beside: first });
try {
  await measure('From another node', first, second);
} finally {
  await second.close();
  await first.close();
}
