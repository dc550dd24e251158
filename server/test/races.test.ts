import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Transaction } from 'kysely';
import { erasePerson } from '../src/core/people.ts';
import { createKeyPair } from '../../src/protocol/index.ts';
import type { Schema } from '../src/store/schema.ts';
import { activate, prove, register, signIn, someone } from './support/device.ts';
import { outcome } from './support/http.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2468';

/** What transactions of PostgreSQL do that wait for each other at the one moment which matters; chance alone would hardly ever hit it. */
describe('two at the same moment', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ kind: 'postgres' }); });
  after(() => platform.close());

  /** Holds rows, begins one after the other, each once the former waits, and lets go when all wait for these rows or for each other. */
  async function allWait<T>(hold: (queries: Transaction<Schema>) => Promise<unknown>, works: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    const begun: Promise<T>[] = [];
    await platform.core.db.transaction(async (queries) => {
      await hold(queries);
      for (const work of works) {
        begun.push(work());
        await eventually('all of them to wait', async () => {
          const [row] = await platform.database.rows<{ waiting: number }>('SELECT count(DISTINCT l.pid) AS waiting FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted AND a.datname = current_database()');
          return row?.waiting === begun.length ? true : undefined;
        }, 20_000);
      }
    });
    return Promise.all(begun);
  }

  it('a newer QuickCode ends the older one, also where another device of that person asks for it', async () => {
    const first = await register(platform, PIN);
    const { projectId } = platform.project;
    const ask = async (jwt: unknown) => platform.post('/verification/quickcode', { projectId, jwt, deviceName: '' });
    const token = async (device: typeof first) => (await signIn(platform, device, PIN, { scope: 'reg-code' })).body['jwt'];
    const confirmed = await platform.post('/verification/confirmation', { userId: first.userId, code: (await ask(await token(first))).body['code'] });
    const second = await register(platform, PIN, { userId: first.userId, activationToken: String(confirmed.body['actToken']) });
    await ask(await token(first));
    const tokens = [await token(first), await token(second)];
    const living = () => platform.core.db.queries.selectFrom('verifications').select('id').where('user_id', '=', first.userId).where('state', '=', 'sent').where('kind', '=', 'quickcode');
    const both = await allWait((queries) => queries.selectFrom('verifications').select('id').where('user_id', '=', first.userId).where('state', '=', 'sent').forUpdate().execute(), tokens.map((jwt) => () => ask(jwt)));
    assert.deepEqual(both.map(outcome), ['200', '200']);
    assert.equal((await living().execute()).length, 1);
  });

  it('whoever is being erased has no device afterwards, not even the one that was being set up', async () => {
    const userId = someone();
    const { projectId } = platform.project;
    const activationToken = await activate(platform, userId);
    const { publicKey } = createKeyPair();
    await allWait<unknown>((queries) => queries.selectFrom('projects').select('id').where('id', '=', projectId).forUpdate().execute(), [
      () => platform.post('/registration', { userId, deviceName: 'x', activationToken, publicKey }),
      () => erasePerson(platform.core, projectId, userId, { ip: '', actor: 'tests' }),
    ]);
    assert.deepEqual(await platform.core.db.queries.selectFrom('identities').select('id').where('user_id', '=', userId).execute(), []);
  });

  it('a sign-in that waits for the erasure of its person fails as that of somebody unknown', async () => {
    const identity = await register(platform, PIN);
    const authOTT = await prove(platform, identity, PIN);
    const [, signedIn] = await allWait<unknown>((queries) => queries.selectFrom('identities').select('id').where('user_id', '=', identity.userId).forUpdate().execute(), [
      () => erasePerson(platform.core, platform.project.projectId, identity.userId, { ip: '', actor: 'tests' }),
      async () => outcome(await platform.post('/rps/v2/authenticate', { authOTT })),
    ]);
    assert.equal(signedIn, '401 UNSUCCESSFUL_AUTHENTICATION');
  });
});
