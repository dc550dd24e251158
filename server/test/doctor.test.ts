import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { doctor, examine } from '../src/commands/doctor.ts';
import { schemaVersion } from '../src/store/tables.ts';
import { runChild } from './support/child.ts';
import { startPlatform } from './support/test-platform.ts';
import { freePort } from './support/resources.ts';
import type { TestPlatform } from './support/test-platform.ts';

let platform: TestPlatform;
let environment: Record<string, string>;
before(async () => {
  platform = await startPlatform();
  closeToOthers();
  environment = { ...platform.database.environment, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_MAIL_FROM: 'Tests <tests@mail.example>' };
});
after(() => platform.close());

/** The program's umask sees to that; here the platform runs in the process of the tests. */
function closeToOthers(): void {
  chmodSync(platform.dataDir, 0o700);
  for (const name of readdirSync(platform.dataDir)) if (name !== 'nowhere' && !name.startsWith('open-')) chmodSync(join(platform.dataDir, name), 0o600);
}

/** The states that differ from those of a platform in order, as in `mail bad`. */
async function complaints(changes: Record<string, string>): Promise<readonly string[]> {
  const findings = await examine({ ...environment, ...changes });
  return findings.filter(({ state, check }) => state !== 'good' && check !== 'authorities').map(({ check, state }) => `${check} ${state}`);
}

describe('mpin-platform doctor', () => {
  it('finds a platform in order, and says that both authorities are in one process', async () => {
    const printed: string[] = [];
    await doctor(['--json'], environment, (line) => printed.push(line));
    const findings = JSON.parse(printed.join('')) as { check: string; state: string }[];
    assert.deepEqual(findings.map(({ check, state }) => `${check} ${state}`), [
      'configuration good', 'database good', 'files good', 'keys good', 'authorities warning', 'mail good', 'clock good', 'publicUrl good', 'tls good',
    ]);
  });

  it('finds what is wrong, goes on with the rest, and fails', async () => {
    const nobody = `127.0.0.1:${await freePort()}`;
    assert.deepEqual(await complaints({ MPIN_SMTP_URL: `smtp://${nobody}` }), ['mail bad']);
    assert.deepEqual(await complaints({ MPIN_PUBLIC_URL: `http://${nobody}` }), ['publicUrl bad']);
    assert.deepEqual(await complaints({ MPIN_PUBLIC_URL: `https://${nobody}` }), ['publicUrl bad', 'tls bad']);
    assert.deepEqual(await complaints({ MPIN_MASTER_KEY: '0'.repeat(64) }), ['keys bad']);
    assert.deepEqual(await complaints({ MPIN_PUBLIC_URL: 'nonsense' }), ['configuration bad']);
    const authority = { url: `http://${nobody}`, key: 'x'.repeat(43) };
    const findings = await examine({ ...environment, MPIN_AUTHORITIES: JSON.stringify([authority, authority]) });
    assert.deepEqual(findings.filter(({ state }) => state === 'bad').map(({ check }) => check), ['authorities']);
    await assert.rejects(doctor([], { ...environment, MPIN_SMTP_URL: `smtp://${nobody}` }, () => {}), /something is bad/);
  });

  it('says of a database that is away why, and what to do, once', async () => {
    const MPIN_DATABASE_URL = `postgres://mpin:hidden-password@127.0.0.1:${await freePort()}/mpin`;
    const findings = (await examine({ ...environment, MPIN_DATABASE_URL })).filter(({ check }) => ['database', 'keys', 'clock'].includes(check));
    assert.deepEqual(findings.map(({ state }) => state), ['bad', 'bad', 'bad']);
    assert.match(findings[0]?.detail ?? '', /^The database that MPIN_DATABASE_URL names cannot be used: connect ECONNREFUSED [\d.:]+\. Start it, or correct MPIN_DATABASE_URL\.$/);
    assert.deepEqual(findings.slice(1).map(({ detail }) => detail), Array.from({ length: 2 }, () => 'This needs the database; see above.'));
  });

  it('finds a master key that others can read, and prints no secret', async () => {
    const file = join(platform.dataDir, 'master.key');
    chmodSync(file, 0o644);
    const printed: string[] = [];
    await assert.rejects(doctor([], { ...environment, MPIN_SMTP_URL: platform.mailbox.url.replace('//', '//user:hidden-password@') }, (line) => printed.push(line)));
    chmodSync(file, 0o600);
    assert.ok(printed.some((line) => line.startsWith('BAD      keys:') && line.includes('chmod 600')));
    assert.doesNotMatch(printed.join('\n'), /hidden-password/);
  });

  it('finds a data directory or a database that others can read', async () => {
    chmodSync(platform.dataDir, 0o755);
    assert.deepEqual(await complaints({}), ['files warning']);
    chmodSync(platform.dataDir, 0o700);
    if (platform.core.db.kind === 'postgres') return;
    chmodSync(join(platform.dataDir, 'platform.db'), 0o644);
    assert.deepEqual(await complaints({}), ['files warning']);
    // SQLite gives the log the mode of the database.
    closeToOthers();
  });

  it('leaves nothing that it makes open to others, in a directory that is', async () => {
    const open = mkdtempSync(join(platform.dataDir, 'open-'));
    chmodSync(open, 0o755);
    const { code, output } = await runChild(['project', 'create', '--name', 'Shop'], { ...environment, MPIN_DATA: open, MPIN_DATABASE_URL: '' });
    assert.equal(code, 0, output);
    const made = readdirSync(open);
    assert.ok(made.includes('platform.db'), made.join());
    assert.deepEqual(made.filter((name) => (statSync(join(open, name)).mode & 0o077) !== 0), []);
  });

  it('leaves a database of another release as it is, and says so', async () => {
    const { queries } = platform.core.db;
    const schema = () => schemaVersion(queries);
    const present = await schema();
    const rename = (name: string, former: string) => sql`UPDATE kysely_migration SET name = ${name} WHERE name = ${former}`.execute(queries);
    for (const [other, complaint] of [[present.slice(0, -1), 'database warning'], ['9999-newer', 'database bad']] as const) {
      await rename(other, present);
      assert.deepEqual(await complaints({}), [complaint]);
      assert.equal(await schema(), other);
      await rename(present, other);
    }
  });

  it('makes nothing where nothing is', async () => {
    const empty = join(platform.dataDir, 'nowhere');
    assert.deepEqual((await complaints({ MPIN_DATA: empty, MPIN_DATABASE_URL: '' })), ['database bad', 'keys bad', 'clock bad']);
  });
});
