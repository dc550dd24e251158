import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sha256 } from '../src/keys/secrets.ts';
import { prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity, Server } from './support/device.ts';
import { context, outcome, post } from './support/http.ts';
import { runChild, startChild } from './support/child.ts';
import type { Child } from './support/child.ts';
import { startMailbox } from './support/mailbox.ts';
import type { Mailbox } from './support/mailbox.ts';
import { KIND, testDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { eventually, freePort } from './support/resources.ts';
import { WIDE_RATES } from './support/test-platform.ts';

const PIN = '8520';
const WRONG = '8521';
const ROUNDS = 4;

describe('a platform that is killed', () => {
  let database: TestDatabase;
  let mailbox: Mailbox;
  let environment: Record<string, string>;
  let server: Server;
  let child: Child;
  before(async () => {
    database = await testDatabase();
    mailbox = await startMailbox();
    const port = await freePort();
    environment = {
      PORT: String(port), MPIN_PUBLIC_URL: `http://127.0.0.1:${port}`, ...database.environment, MPIN_SMTP_URL: mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example',
      MPIN_WORKERS: '1', MPIN_ORPHAN_SECONDS: '1', MPIN_RATES: WIDE_RATES, MPIN_PIN_ATTEMPTS: '10',
    };
    const { output } = await runChild(['project', 'create', '--name', 'Shop'], environment);
    server = { project: JSON.parse(output) as Server['project'], mailbox, post: (path, body, headers) => post(`http://127.0.0.1:${port}${path}`, body, headers) };
    await start();
  });
  after(async () => {
    await child.end('SIGKILL');
    await mailbox.close();
    await database.remove();
  });

  async function start(): Promise<void> {
    child = startChild([], environment);
    await child.line('publicUrl');
  }
  const rows = <T>(sql: string, ...values: string[]): Promise<T[]> => database.rows<T>(sql, ...values);
  const count = async (sql: string, ...values: string[]): Promise<number> => (await rows(sql, ...values)).length;
  const idOf = (identity: DeviceIdentity): string => sha256(Buffer.from(identity.id.mpinId, 'hex'));

  it('loses no strike and counts none twice: every proof that was used up is one failure', async () => {
    const identity = await register(server, PIN);
    let answered = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const earlier = await count('SELECT 1 FROM strikes WHERE identity_id = ?', idOf(identity));
      const secrets = [await prove(server, identity, WRONG), await prove(server, identity, WRONG)];
      const calls = secrets.map((authOTT) => server.post('/rps/v2/authenticate', { authOTT }).then(() => { answered += 1; }, () => undefined));
      // Killed as soon as a strike is reserved: while it is being checked, or just after it was settled.
      await eventually('a reserved strike', async () => (await count('SELECT 1 FROM strikes WHERE identity_id = ?', idOf(identity))) > earlier || undefined);
      await child.end('SIGKILL');
      await Promise.all(calls);
      await start();
      await eventually('orphans to be counted', async () => (await count("SELECT 1 FROM strikes WHERE state = 'reserved'")) === 0 || undefined);
      const unused = await count('SELECT 1 FROM proofs WHERE identity_id = ?', idOf(identity));
      const strikes = await rows<{ state: string }>('SELECT state FROM strikes WHERE identity_id = ?', idOf(identity));
      assert.equal(strikes.length + unused, 2 * (round + 1), 'each proof is either unused or one strike');
      assert.ok(strikes.every(({ state }) => state === 'failed'));
      assert.ok(strikes.length >= answered, 'what was answered as wrong is counted');
    }
    const failed = await count("SELECT 1 FROM strikes WHERE identity_id = ? AND state = 'failed'", idOf(identity));
    const next = await signIn(server, identity, WRONG);
    assert.equal(context(next)['attemptsLeft'] ?? '0', String(Math.max(0, 10 - failed - 1)));
  });

  it('loses no registration and no sign-in that was answered', async () => {
    const acknowledged: DeviceIdentity[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const killing = new AbortController();
      const work = Array.from({ length: 3 }, async () => {
        while (!killing.signal.aborted) {
          try {
            acknowledged.push(await register(server, PIN));
          } catch (error) {
            if (!killing.signal.aborted) throw error;
          }
        }
      });
      const goal = acknowledged.length + 2 + round;
      await eventually('some registrations', () => acknowledged.length >= goal || undefined);
      killing.abort();
      await child.end('SIGKILL');
      await Promise.all(work);
      await start();
    }
    assert.ok(acknowledged.length >= 2 * ROUNDS);
    for (const identity of acknowledged) assert.equal(outcome(await signIn(server, identity, PIN)), '200');
    if (KIND === 'sqlite') assert.deepEqual(await rows('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
  });

  it('keeps its keys and its project', async () => {
    const keys = async (): Promise<unknown> => (await (await fetch(`${environment['MPIN_PUBLIC_URL']}/.well-known/jwks`)).json());
    const published = await keys();
    await child.end('SIGKILL');
    await start();
    assert.deepEqual(await keys(), published);
    assert.equal(await count('SELECT id FROM projects'), 1);
  });

  it('finishes what is under way when it is told to stop, and leaves no log behind', async () => {
    const identity = await register(server, PIN);
    const authOTT = await prove(server, identity, PIN);
    const { body } = await server.post('/rps/v2/session', {});
    const stream = await fetch(`${environment['MPIN_PUBLIC_URL']}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT: body['webOTT'] }) });
    const reader = stream.body!.getReader();
    await reader.read();
    const answer = server.post('/rps/v2/authenticate', { authOTT });
    await eventually('the sign-in to be under way', async () => (await count('SELECT 1 FROM proofs WHERE identity_id = ?', idOf(identity))) === 0 || undefined);
    const [code, settled, end] = await Promise.all([child.end('SIGTERM'), answer, reader.read()]);
    assert.equal(outcome(settled), '200');
    assert.equal(end.done, true);
    assert.equal(code, 0, child.output().slice(-2000));
    await start();
  });
});
