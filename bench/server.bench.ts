/**
 * What one node and two can do, embedded and on PostgreSQL: `npm run bench:server`, for some minutes each with `BENCH_MINUTES=5 npm run bench:server`. The clients that prove PINs
 * run in this process and take as much of the machine as the platform does: ratios say more than figures.
 */
import { startPostgres } from '../scripts/lib/postgres.mjs';
import { Verifier, clientShare, combineServerShares, combineShares, createChallenge, createKeyPair, createMasterSecret, extractPin, hashIdentity, mapIdentity, Proof, serverShare } from '../src/protocol/index.ts';
import { prove } from '../server/test/support/device.ts';
import type { DeviceIdentity } from '../server/test/support/device.ts';
import { post } from '../server/test/support/http.ts';
import { median } from './measure.ts';
import { PIN, startWorld } from './server-world.ts';
import type { World } from './server-world.ts';

const SECONDS = process.env['BENCH_MINUTES'] === undefined ? 6 : Number(process.env['BENCH_MINUTES']) * 60;
const PEOPLE = 16;
const STREAMS = 300;
const MIB = 1024 * 1024;

const at = (values: readonly number[], share: number): string => (values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0).toFixed(0);

/** Milliseconds of one check of a proof, in this thread. */
function bareCheck(): number {
  const [one, two] = [createMasterSecret(), createMasterSecret()];
  const keys = createKeyPair();
  const id = { mpinId: Buffer.from('someone').toString('hex'), publicKey: keys.publicKey };
  const hash = hashIdentity(id);
  const token = extractPin(combineShares(keys.privateKey, clientShare(one, hash), clientShare(two, hash)), id, PIN);
  const verifier = new Verifier(combineServerShares([serverShare(one), serverShare(two)]));
  const a = mapIdentity(hash);
  const times = Array.from({ length: 40 }, () => {
    const proof = new Proof(id, token);
    const y = createChallenge();
    proof.prepare(y);
    const v = proof.finish(PIN);
    const start = performance.now();
    if (!verifier.verifyProof({ id, a, u: proof.u, y, v })) throw new Error('A right PIN was refused.');
    return performance.now() - start;
  });
  return median(times.slice(8));
}

interface Load {
  readonly perSecond: number;
  readonly total: readonly number[];
  readonly authenticate: readonly number[];
}

/** Everybody signs in again and again, each at the next node. */
async function load({ nodes, people }: World, seconds: number): Promise<Load> {
  const end = performance.now() + seconds * 1000;
  const total: number[] = [];
  const authenticate: number[] = [];
  const again = async (person: DeviceIdentity, turn: number): Promise<void> => {
    for (let n = turn; performance.now() < end; n += 1) {
      const server = { post: (path: string, body: unknown) => post(`${nodes[n % nodes.length]?.url}${path}`, body) };
      const start = performance.now();
      const authOTT = await prove(server, person, PIN);
      const proved = performance.now();
      const { status, text } = await server.post('/rps/v2/authenticate', { authOTT });
      if (status !== 200) throw new Error(text);
      total.push(performance.now() - start);
      authenticate.push(performance.now() - proved);
    }
  };
  const began = performance.now();
  await Promise.all(people.map(again));
  return { perSecond: total.length / ((performance.now() - began) / 1000), total, authenticate };
}

async function measure(name: string, options: Parameters<typeof startWorld>[0]): Promise<number> {
  const world = await startWorld(options);
  try {
    const [node] = world.nodes;
    if (node === undefined) throw new Error('There is no node.');
    const rest = await node.metric('process_resident_memory_bytes');
    await load(world, 1);
    // Reading it begins it anew. The timer that it is measured with ticks every 10 ms, which it counts even where nobody is held up.
    await node.metric('nodejs_eventloop_lag_p99_seconds');
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    const idle = await node.metric('nodejs_eventloop_lag_p99_seconds');
    const { perSecond, total, authenticate } = await load(world, SECONDS);
    const lag = await node.metric('nodejs_eventloop_lag_p99_seconds');
    const under = await node.metric('process_resident_memory_bytes');
    console.log(`${name}: ${perSecond.toFixed(1)} sign-ins/s; sign-in ${at(total, 0.5)}/${at(total, 0.95)}/${at(total, 0.99)} ms, authenticate ${at(authenticate, 0.5)}/${at(authenticate, 0.95)}/${at(authenticate, 0.99)} ms (p50/p95/p99); `
      + `event loop p99 ${(lag * 1000).toFixed(1)} ms, ${(idle * 1000).toFixed(1)} ms of it at rest; memory ${(rest / MIB).toFixed(0)} MiB at rest, ${(under / MIB).toFixed(0)} MiB under load`);
    return perSecond;
  } finally {
    await world.end();
  }
}

/** What browsers that only wait cost a node: memory, and processor time by second. */
async function waiting(): Promise<void> {
  const world = await startWorld({ nodes: 1, workers: 1, people: 0 });
  try {
    const [node] = world.nodes;
    if (node === undefined) throw new Error('There is no node.');
    const begin = async (): Promise<AbortController> => {
      const { body } = await post(`${node.url}/rps/v2/session`, { projectId: world.project });
      const controller = new AbortController();
      const response = await fetch(`${node.url}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT: body['webOTT'] }), signal: controller.signal });
      void response.text().catch(() => '');
      return controller;
    };
    const warm = await Promise.all(Array.from({ length: 20 }, begin));
    const memory = await node.metric('process_resident_memory_bytes');
    const open = await Promise.all(Array.from({ length: STREAMS }, begin));
    const cpu = await node.metric('process_cpu_seconds_total');
    const began = performance.now();
    // Heartbeats come every 15 s: a whole round of them belongs to the price.
    await new Promise((resolve) => { setTimeout(resolve, 16_000); });
    const seconds = (performance.now() - began) / 1000;
    const used = (await node.metric('process_cpu_seconds_total')) - cpu;
    const grown = (await node.metric('process_resident_memory_bytes')) - memory;
    console.log(`${STREAMS} waiting browsers: ${(grown / STREAMS / 1024).toFixed(1)} KiB each, ${((used / seconds / STREAMS) * 1e6).toFixed(0)} µs of processor a second each`);
    for (const controller of [...warm, ...open]) controller.abort();
  } finally {
    await world.end();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const bare = bareCheck();
console.log(`One check of a proof, nothing else: ${bare.toFixed(2)} ms`);
const one = await measure('Embedded, one worker', { nodes: 1, workers: 1, people: PEOPLE });
const two = await measure('Embedded, two workers', { nodes: 1, workers: 2, people: PEOPLE });
const postgres = await startPostgres();
try {
  const single = await measure('PostgreSQL, one node', { nodes: 1, workers: 1, people: PEOPLE, databaseUrl: postgres.url('postgres') });
  const double = await measure('PostgreSQL, two nodes', { nodes: 2, workers: 1, people: PEOPLE, databaseUrl: postgres.url('template1') });
  console.log(`Two workers to one: ${(two / one).toFixed(2)}. Two nodes to one: ${(double / single).toFixed(2)}. A sign-in takes the time of ${(1000 / one / bare).toFixed(1)} bare checks.`);
} finally {
  await postgres.stop();
}
await waiting();
