import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createKeyPair } from '../src/protocol/index.ts';
import { complete } from '../server/test/support/device.ts';
import type { DeviceIdentity } from '../server/test/support/device.ts';
import { post, request } from '../server/test/support/http.ts';
import { eventually, freePort, temporaryDirectory } from '../server/test/support/resources.ts';

/** Nodes of the built platform, each a process of its own, under as little else as can be. */

const MAIN = fileURLToPath(new URL('../server/dist/server/src/main.js', import.meta.url));
export const PIN = '7531';
const RATES = JSON.stringify(Object.fromEntries(['discovery', 'session', 'poll', 'device', 'verification', 'confirmation', 'registration', 'pass', 'authenticate', 'backend', 'page'].map((group) => [group, [10_000_000, 60]])));

/** A node that runs. */
export interface BenchNode {
  readonly url: string;
  /** One series of its metrics. */
  metric(series: string): Promise<number>;
  end(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function startNode(environment: Record<string, string>): Promise<BenchNode> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', MPIN_DEV: '1', MPIN_LOG_LEVEL: 'warn', MPIN_RATES: RATES, MPIN_METRICS: '1', MPIN_METRICS_PORT: String(metricsPort), PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Whoever ends the bench early leaves no node behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await eventually('the node', async () => {
    if (child.exitCode !== null) throw new Error('The node ended.');
    return (await request(`${url}/readyz`).catch(() => undefined))?.status === 200 || undefined;
  });
  return {
    url,
    async metric(series) {
      const { text } = await request(`http://127.0.0.1:${metricsPort}/metrics`);
      return Number(text.split('\n').find((line) => line.startsWith(`${series} `))?.slice(series.length + 1) ?? Number.NaN);
    },
    end: () => ended(child),
  };
}

async function command(environment: Record<string, string>, ...words: string[]): Promise<Record<string, string>> {
  const child = spawn(process.execPath, [MAIN, ...words, '--json'], { env: { PATH: process.env['PATH'] ?? '', MPIN_DEV: '1', ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  await once(child, 'close');
  return JSON.parse(output) as Record<string, string>;
}

/** Nodes on one database, with people who can sign in. */
export interface World {
  readonly nodes: readonly BenchNode[];
  readonly project: string;
  readonly people: readonly DeviceIdentity[];
  end(): Promise<void>;
}

/** Starts so many nodes with so many checking threads each, and registers people. */
export async function startWorld(options: { nodes: number; workers: number; people: number; databaseUrl?: string }): Promise<World> {
  if (!existsSync(MAIN)) throw new Error('The platform is not built; run npm run build.');
  const directory = temporaryDirectory();
  const environment = { MPIN_DATA: directory.path, MPIN_WORKERS: String(options.workers), ...(options.databaseUrl === undefined ? {} : { MPIN_DATABASE_URL: options.databaseUrl }) };
  const project = await command(environment, 'project', 'create', '--name', 'Bench', '--grant', 'verify');
  const nodes: BenchNode[] = [];
  for (let n = 0; n < options.nodes; n += 1) nodes.push(await startNode(environment));
  const [first] = nodes;
  if (first === undefined) throw new Error('There is no node.');
  const authorization = `Basic ${Buffer.from(`${project['clientId']}:${project['clientSecret']}`).toString('base64')}`;
  const people: DeviceIdentity[] = [];
  for (let n = 0; n < options.people; n += 1) {
    const userId = `someone-${n}@mail.example`;
    const { body } = await post(`${first.url}/activate/initiate`, { userId }, { authorization });
    const keys = createKeyPair();
    const registered = await post(`${first.url}/registration`, { userId, deviceName: 'Bench', activationToken: body['actToken'], publicKey: keys.publicKey });
    // The public URL of development mode is localhost with a port that the metrics and the other node do not have.
    const local = { ...registered, body: { ...registered.body, secretUrls: (registered.body['secretUrls'] as string[]).map((url) => `${first.url}${new URL(url).pathname}`) } };
    people.push(await complete(local, keys, userId, PIN));
  }
  return {
    nodes, people, project: project['projectId'] ?? '',
    async end() {
      for (const node of nodes) await node.end();
      directory.remove();
    },
  };
}
