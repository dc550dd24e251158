import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { administer } from '../../src/commands/administration.ts';
import { authorityKeys } from '../../src/commands/authority-keys.ts';
import { trustAuthority } from '../../src/commands/trust-authority.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { testDatabase } from './database.ts';
import type { Kind, TestDatabase } from './database.ts';
import type { Server } from './device.ts';
import { post } from './http.ts';
import { startMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { freePort, temporaryDirectory } from './resources.ts';
import { WIDE_RATES } from './test-platform.ts';

/** Seals the keys of both authorities. */
export const PASSPHRASE = 'correct horse battery staple';

/** Two trust authorities and nodes of a platform, each a process of its own. */
export interface AuthorityWorld {
  readonly server: Server;
  readonly url: string;
  readonly database: TestDatabase;
  readonly mailbox: Mailbox;
  /** A further node of the same platform. */
  startNode(): Promise<Pick<Server, 'post'>>;
  startPlatform(): Promise<void>;
  startAuthority(name: 'one' | 'two'): Promise<void>;
  kill(name: 'one' | 'two' | 'platform'): Promise<void>;
  /** `mpin-platform authorities …` @returns what it printed */
  platform(...words: readonly string[]): Promise<Record<string, unknown>>;
  /** `mpin-platform trust-authority …` at that authority's host. */
  authority(name: 'one' | 'two', ...words: readonly string[]): Promise<Record<string, unknown>>;
  /** Everything logged so far. */
  logs(): string;
  close(): Promise<void>;
}

/** Starts all of it on a database of this kind. */
export async function startAuthorityWorld(kind?: Kind): Promise<AuthorityWorld> {
  const directory = temporaryDirectory();
  const database = await testDatabase(kind);
  const mailbox = await startMailbox();
  const running = new Map<string, Child>();
  const finished: string[] = [];
  const ports = { platform: await freePort(), one: await freePort(), two: await freePort() };
  const url = `http://127.0.0.1:${ports.platform}`;
  const base: Record<string, string> = {
    PORT: String(ports.platform), MPIN_PUBLIC_URL: url, ...database.environment, MPIN_SMTP_URL: mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example', MPIN_WORKERS: '1', MPIN_RATES: WIDE_RATES,
  };
  const secrets = { MPIN_AUTHORITY_PASSPHRASE: PASSPHRASE };
  const printed = async (work: (print: (line: string) => void) => Promise<unknown>): Promise<Record<string, unknown>> => {
    const lines: string[] = [];
    await work((line) => void lines.push(line));
    return JSON.parse(lines.join('\n')) as Record<string, unknown>;
  };
  const project = await printed((print) => administer(['project', 'create', '--name', 'Shop', '--json'], base, print));
  const keys = (await printed((print) => authorityKeys(base, print))) as unknown as string[];

  const start = async (name: string, words: readonly string[], environment: Record<string, string>, field: string): Promise<Record<string, unknown>> => {
    const child = startChild(words, environment);
    running.set(name, child);
    return child.line(field);
  };
  const configOf = (name: string): string => join(directory.path, `${name}.json`);
  const startAuthority = async (name: 'one' | 'two'): Promise<{ url: string; key: string }> => {
    writeFileSync(configOf(name), JSON.stringify({ port: ports[name], dataDir: join(directory.path, name), platformKey: keys[name === 'one' ? 0 : 1] }));
    const { listening, authorityKey } = await start(name, ['trust-authority', '--config', configOf(name)], secrets, 'authorityKey');
    return { url: String(listening), key: String(authorityKey) };
  };
  const authorities = await Promise.all([startAuthority('one'), startAuthority('two')]);
  const environment = { ...base, MPIN_AUTHORITIES: JSON.stringify(authorities) };
  const startPlatform = async (): Promise<void> => void (await start('platform', [], environment, 'publicUrl'));
  await startPlatform();
  return {
    url, database, mailbox,
    server: { project: project as unknown as Server['project'], mailbox, post: (path, body, headers) => post(`${url}${path}`, body, headers) },
    async startNode() {
      const { listening } = await start('node', [], { ...environment, PORT: '0' }, 'publicUrl');
      return { post: (path, body, headers) => post(`${String(listening)}${path}`, body, headers) };
    },
    startPlatform,
    startAuthority: async (name) => void (await startAuthority(name)),
    async kill(name) {
      const child = running.get(name);
      await child?.end('SIGKILL');
      finished.push(child?.output() ?? '');
      running.delete(name);
    },
    platform: (...words) => printed((print) => administer(['authorities', ...words, '--json'], environment, print)),
    authority: (name, ...words) => printed((print) => trustAuthority([...words, '--config', configOf(name)], secrets, print)),
    logs: () => [...finished, ...[...running.values()].map((child) => child.output())].join(''),
    async close() {
      await Promise.all([...running.values()].map((child) => child.end('SIGTERM')));
      await mailbox.close();
      await database.remove();
      directory.remove();
    },
  };
}
