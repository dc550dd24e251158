import { Writable } from 'node:stream';
import { buildPlatform } from '../../src/build-platform.ts';
import { loadConfig } from '../../src/config/load.ts';
import { DEFAULT_RATES } from '../../src/config/rates.ts';
import type { Core } from '../../src/core/core.ts';
import { createProject } from '../../src/core/projects.ts';
import type { CreatedProject, NewProject } from '../../src/core/projects.ts';
import { RIGHTS } from '../../src/core/rights.ts';
import type { App } from '../../src/http/types.ts';
import { createLog } from '../../src/log/log.ts';
import { testDatabase } from './database.ts';
import type { Kind, TestDatabase } from './database.ts';
import { post } from './http.ts';
import type { Answer } from './http.ts';
import { startMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { freePort } from './resources.ts';
import { giveSigningKeys } from './spare-keys.ts';

/** Origin of the site that the tests' first project belongs to. */
export const SITE = 'https://shop.example';

/** Limits that tests of other things never reach. */
export const WIDE_RATES = JSON.stringify(Object.fromEntries(Object.keys(DEFAULT_RATES).map((group) => [group, [100_000, 60]])));

/** A platform in this process, with a real database, real HTTP and real mail, and a clock that can be put forward. */
export interface TestPlatform {
  readonly url: string;
  readonly core: Core;
  /** Answers requests without a connection, for tests of very many. */
  readonly app: App;
  readonly mailbox: Mailbox;
  readonly project: CreatedProject;
  readonly dataDir: string;
  readonly database: TestDatabase;
  /** Everything logged so far. */
  readonly logs: () => string;
  advance(seconds: number): void;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  addProject(project: NewProject): Promise<CreatedProject>;
  close(): Promise<void>;
}

/** Choices of a test's platform. */
export interface StartOptions {
  /** Settings beside those that every test needs. */
  readonly environment?: Record<string, string>;
  readonly project?: Partial<NewProject>;
  /** True where time is to pass by `advance` alone, for tests of waits. */
  readonly frozen?: boolean;
  /** Another kind of database than this pass of the tests runs on. */
  readonly kind?: Kind;
  /** The node whose database, mailbox, project and public URL it shares; close that one last. */
  readonly beside?: TestPlatform;
}

/** Starts a platform of its own for a test. */
export async function startPlatform(options: StartOptions = {}): Promise<TestPlatform> {
  const { beside } = options;
  const database = beside?.database ?? await testDatabase(options.kind);
  const mailbox = beside?.mailbox ?? await startMailbox();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const sink = new Writable({ write(chunk: Buffer, _encoding, done) { lines.push(chunk.toString()); done(); } });
  let ahead = 0;
  const begun = Date.now();
  const now = (): number => (options.frozen === true ? begun : Date.now()) + ahead;
  const config = loadConfig({
    PORT: String(port), MPIN_PUBLIC_URL: beside?.url ?? url, ...database.environment, MPIN_SMTP_URL: mailbox.url, MPIN_MAIL_FROM: 'Tests <tests@mail.example>',
    MPIN_WORKERS: '1', MPIN_RATES: WIDE_RATES, MPIN_LOG_LEVEL: 'trace', MPIN_PROOF_SECONDS: '600', ...options.environment,
  });
  if (beside === undefined) await giveSigningKeys(config, now);
  const platform = await buildPlatform(config, { now, log: createLog(config, sink) });
  const project = beside?.project ?? await createProject(platform.core, { name: 'Shop', origins: [SITE], rights: RIGHTS, ...options.project });
  await platform.listen();
  return {
    url, core: platform.core, app: platform.app, mailbox, project, dataDir: database.dataDir, database,
    logs: () => lines.join(''),
    advance(seconds) { ahead += seconds * 1000; },
    post: (path, body, headers) => post(`${url}${path}`, body, headers),
    addProject: (extra) => createProject(platform.core, { rights: RIGHTS, ...extra }),
    async close() {
      await platform.close();
      if (beside !== undefined) return;
      await mailbox.close();
      await database.remove();
    },
  };
}
