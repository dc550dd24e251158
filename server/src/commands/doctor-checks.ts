import { existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { sql } from 'kysely';
import { isLoopback } from '../config/load.ts';
import type { Config } from '../config/load.ts';
import { loadMasterKey } from '../keys/master-key.ts';
import { createSealer } from '../keys/sealing.ts';
import { checkMail } from '../mail/index.ts';
import { openAsItIs } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { NEWEST_SCHEMA } from '../store/migrations/index.ts';
import { schemaVersion } from '../store/tables.ts';

/** What one check found. `warning`: it runs, but not as it should. */
export interface Finding {
  readonly check: string;
  readonly state: 'good' | 'warning' | 'bad';
  /** What it is, and what to do where it is not good. */
  readonly detail: string;
}

/** One check of a configuration. Whatever it throws counts as bad. */
export type Check = (config: Config) => Promise<Omit<Finding, 'check'>>;

const PATIENCE_MS = 5000;
/** How far clocks may differ, and how soon a certificate may end. */
const CLOCK_MS = 5000;
const CERTIFICATE_DAYS = 14;
const DAY_MS = 86_400_000;

const good = (detail: string): Omit<Finding, 'check'> => ({ state: 'good', detail });
const warning = (detail: string): Omit<Finding, 'check'> => ({ state: 'warning', detail });
const bad = (detail: string): Omit<Finding, 'check'> => ({ state: 'bad', detail });

/** Opens what is there; nothing is made by looking at it. */
async function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'platform.db'))) throw new Error(`There is no platform.db in ${config.dataDir} yet; start the platform once.`);
  const db = await openAsItIs(config);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const get = (url: string): Promise<Response> => fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });

const database: Check = (config) => withDatabase(config, async (db) => {
  const schema = await schemaVersion(db.queries);
  if (schema > NEWEST_SCHEMA) return bad(`The database has schema ${schema}, which is newer than this release; run the release that wrote it, or a later one.`);
  return schema === NEWEST_SCHEMA ? good(`${db.kind}, schema ${schema}`)
    : warning(`The database has schema ${schema}; this release brings it to ${NEWEST_SCHEMA} when it starts. Back it up first.`);
});

const keys: Check = async (config) => {
  const file = join(config.dataDir, 'master.key');
  if (config.masterKey === undefined) {
    if (!existsSync(file)) return bad(`There is neither MPIN_MASTER_KEY nor ${file}; the first start makes the file, a later one needs it back from a backup.`);
    if ((statSync(file).mode & 0o077) !== 0) return bad(`Others may read ${file}; run chmod 600 on it.`);
  }
  const sealer = createSealer(loadMasterKey(config.dataDir, config.masterKey));
  return withDatabase(config, async ({ queries }) => {
    const rows = await queries.selectFrom('keys').select(['kid', 'private_sealed']).execute();
    for (const { kid, private_sealed: sealed } of rows) sealer.open(`key ${kid}`, sealed);
    return rows.length === 0 ? warning('There are no keys yet; start the platform once.') : good(`the master key opens all ${rows.length} keys`);
  });
};

const authorities: Check = async ({ authorities: remote }) => {
  if (remote.length === 0) return warning('Both trust authorities run in the platform\'s process; run them on two other hosts (MPIN_AUTHORITIES) where that matters.');
  for (const { url } of remote) {
    const response = await get(`${url}/readyz`);
    if (!response.ok) return bad(`The trust authority at ${url} answers ${response.status}; read its log.`);
  }
  return good('both answer');
};

const mail: Check = async ({ smtpUrl, mailFrom, dev }) => {
  if (smtpUrl === undefined) return dev ? good('mails land in /dev/inbox') : bad('MPIN_SMTP_URL is missing.');
  await checkMail({ smtpUrl, from: mailFrom });
  return good('the server takes our name and password');
};

const clock: Check = (config) => withDatabase(config, async (db) => {
  if (db.kind === 'sqlite') return good('no other clock to agree with');
  const before = Date.now();
  const { rows } = await sql<{ ms: number | string }>`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms`.execute(db.queries);
  const off = Math.round(Number(rows[0]?.ms) - (before + Date.now()) / 2);
  return Math.abs(off) > CLOCK_MS ? bad(`The database's clock is ${off} ms off ours; run NTP on both.`) : good(`${off} ms off the database's`);
});

const publicUrl: Check = async (config) => {
  const response = await get(`${config.publicUrl}/healthz`);
  const body = await response.json().catch(() => ({})) as { status?: unknown };
  if (body.status !== 'ok') return bad(`${config.publicUrl} does not lead to the platform; look at the proxy in front of it.`);
  const off = Math.round(Date.parse(response.headers.get('date') ?? '') - Date.now());
  if (Math.abs(off) > CLOCK_MS) return warning(`The clock behind ${config.publicUrl} is ${off} ms off ours; run NTP.`);
  return good(`${config.publicUrl} leads to the platform`);
};

const tls: Check = async (config) => {
  const { protocol, hostname, port } = new URL(config.publicUrl);
  if (protocol === 'http:' && isLoopback(hostname)) return good('loopback, without TLS');
  const ends = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 443), ...(isIP(hostname) === 0 ? { servername: hostname } : {}), timeout: PATIENCE_MS }, () => {
      resolve(socket.getPeerCertificate().valid_to);
      socket.end();
    });
    socket.once('timeout', () => socket.destroy(new Error('nothing answers')));
    socket.once('error', reject);
  });
  const days = Math.floor((Date.parse(ends) - Date.now()) / DAY_MS);
  return days < CERTIFICATE_DAYS ? warning(`The certificate ends in ${days} days; renew it.`) : good(`the certificate is good for ${days} days`);
};

/** Databases hold user ids; their write-ahead logs do too. */
const files: Check = async ({ dataDir, databaseUrl }) => {
  const names = databaseUrl === undefined ? ['platform.db', 'platform.db-wal', 'platform.db-shm'] : [];
  const open = [dataDir, ...names.map((name) => join(dataDir, name))].filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0);
  return open.length === 0 ? good('nobody else may read what lies in the data directory')
    : warning(`Others may read ${open.join(', ')}; run chmod go-rwx on it.`);
};

/** All checks, in the order in which one depends on the other. */
export const CHECKS: Readonly<Record<string, Check>> = { database, files, keys, authorities, mail, clock, publicUrl, tls };
