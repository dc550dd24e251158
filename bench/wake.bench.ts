/**
 * How long a page waits after a phone has answered its request, over HTTP to a platform in this process: `node --import tsx bench/wake.bench.ts`.
 * The aim is 200 ms; it is no test, as a busy machine says nothing about the platform.
 */
import { register, signIn, someone } from '../server/test/support/device.ts';
import { openNumbered } from '../server/test/support/phone.ts';
import { startPlatform } from '../server/test/support/test-platform.ts';
import { median } from './measure.ts';

const PIN = '1234';
const ROUNDS = 20;
const AIM_MS = 200;

const platform = await startPlatform();
try {
  const identity = await register(platform, PIN, { userId: someone() });
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { webOTT, accessId } = await openNumbered(platform);
    const stream = await fetch(`${platform.url}/rps/v2/access/stream`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ webOTT }) });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const told = (async () => {
      for (let text = ''; !text.includes('"authenticated"');) text += (await reader?.read())?.value ?? '';
      return performance.now();
    })();
    await signIn(platform, identity, PIN, { scope: 'oidc', accessId });
    const answered = performance.now();
    waits.push(Math.max(0, (await told) - answered));
  }
  console.log(`A page hears of a phone's answer ${median(waits).toFixed(1)} ms after the phone itself (median of ${ROUNDS}), ${Math.max(...waits).toFixed(1)} ms at worst; the aim is ${AIM_MS} ms.`);
} finally {
  await platform.close();
}
