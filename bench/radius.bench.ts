/**
 * A thousand RADIUS requests a second for ten seconds, against a server on a real database: how many are answered, how fast, and whether a
 * password that was accepted stays used. `npm run bench radius` (or `node --import tsx bench/radius.bench.ts`).
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadResult } from '../server/test/support/radius-clients.ts';
import { createServerLoad } from '../server/test/support/radius-load.ts';

const PER_SECOND = 1000;
const SECONDS = 10;

const { port, people, end } = await createServerLoad(PER_SECOND * SECONDS);
try {
  const clients = fork(fileURLToPath(new URL('radius-clients.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  clients.send({ port, people, perSecond: PER_SECOND });
  const [message] = await Promise.race([once(clients, 'message'), once(clients, 'exit').then(() => { throw new Error('The clients ended.'); })]) as [LoadResult];
  const { answered, accepted, milliseconds, again } = message;
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(`${PER_SECOND} requests a second for ${SECONDS} s: ${answered} of ${PER_SECOND * SECONDS} answered, ${accepted} accepted, ${again} of those accepted a second time; answer after ${at(0.5)} ms (median), ${at(0.99)} ms (99 %), ${at(1)} ms (most)`);
} finally {
  await end();
}
