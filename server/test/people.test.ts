import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createOpenidApplication } from '../src/core/openid-applications.ts';
import { erasePerson, exportPerson } from '../src/core/people.ts';
import { addWebhook } from '../src/core/webhooks.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { rowsOf, tablesInOrder } from '../src/store/tables.ts';
import type { Row } from '../src/store/tables.ts';
import { basic, prove, register, signed, signIn, someone } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { makePassword, otpApplication } from './support/otp.ts';
import { openNumbered, resolve } from './support/phone.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '7531';
const AGENT = { ip: '', actor: 'tests' };
const ADDRESS = '203.0.113.77';
const FROM_THERE = { 'x-forwarded-for': ADDRESS };
let platform: TestPlatform;
before(async () => { platform = await startPlatform({ environment: { MPIN_TRUSTED_PROXIES: '127.0.0.1', MPIN_DEV: '1' } }); });
after(() => platform.close());

/** All rows of all tables, as one text for each table. */
async function everything(): Promise<ReadonlyMap<string, string>> {
  const { db } = platform.core;
  return db.snapshot(async (queries) => {
    const found = new Map<string, string>();
    for (const { name } of await tablesInOrder(db.kind, queries)) {
      const rows: Row[] = [];
      for await (const some of rowsOf(db.kind, queries, name)) rows.push(...some);
      found.set(name, JSON.stringify(rows));
    }
    return found;
  });
}

/** Somebody who did everything that leaves a trace. @returns texts by which that person can be found */
async function somebodyBusy(): Promise<{ userId: string; traces: readonly string[] }> {
  const userId = someone();
  const { projectId } = platform.project;
  const identity = await register(platform, PIN, { userId, headers: FROM_THERE });
  const hash = sha256(Buffer.from(identity.id.mpinId, 'hex'));
  await platform.post('/verification/email', { userId: someone(), projectId });
  platform.advance(3601);
  await platform.post('/verification/email', { userId, projectId, deviceName: 'A tell-tale name' }, FROM_THERE);
  await platform.post('/rps/v2/session', { projectId, userId, description: 'for this person' });
  const numbered = await openNumbered(platform);
  await resolve(platform, identity, numbered.accessNumber);
  assert.equal((await signIn(platform, identity, PIN, { scope: 'oidc', accessId: numbered.accessId, headers: FROM_THERE })).status, 200);
  await signIn(platform, identity, '0000', { headers: FROM_THERE });
  await prove(platform, identity, PIN);
  await platform.post('/dvs/verify', signed(identity, PIN, Buffer.from('contract'), Math.floor(platform.core.now() / 1000)), basic(platform));
  const otp = await otpApplication(platform);
  await makePassword(platform, identity, PIN, otp.clientId);
  const account = `${projectId}:${userId}`;
  await createOpenidApplication(platform.core, { projectId, account, actor: userId }, { name: 'Mine', redirectUris: ['http://localhost/mine'] });
  const { db } = platform.core;
  const now = platform.core.now();
  await db.queries.insertInto('consents').values({ account, client_id: platform.project.clientId, scopes: '["openid"]', given_at: now, used_at: now }).execute();
  await db.queries.insertInto('host_proofs').values({ project_id: projectId, owner: account, host: 'shop.example', token: 'x', proved_at: null, created_at: now }).execute();
  await db.queries.insertInto('use_counts').values(['push', 'quickcode'].map((what) => ({ subject: `${what} ${projectId} ${userId}`, uses: 1, expires_at: now + 3_600_000 }))).execute();
  await db.queries.insertInto('push_tokens').values({ identity_id: hash, token_sealed: 'sealed', created_at: now }).execute();
  return { userId, traces: [userId, hash, identity.id.mpinId, ADDRESS, 'A tell-tale name'] };
}

const tracesIn = (all: ReadonlyMap<string, string>, traces: readonly string[]): string[] =>
  [...all].filter(([, text]) => traces.some((trace) => text.includes(trace))).map(([table]) => table).toSorted();

describe('one person', () => {
  it('is put out with everything that is kept, but no secret, and erased with all of it', async () => {
    const { webhook } = await addWebhook(platform.core, { projectId: platform.project.projectId, url: 'http://127.0.0.1:9/', events: [] }, 'tests');
    const { userId, traces } = await somebodyBusy();
    const found = tracesIn(await everything(), traces);
    assert.ok(found.length >= 15, found.join());

    const exported = await exportPerson(platform.core, platform.project.projectId, ` ${userId} `, AGENT);
    assert.deepEqual(found.filter((table) => !(table in exported.data) && table !== 'server_secrets'), []);
    const text = JSON.stringify(exported);
    assert.ok(text.includes(ADDRESS) && text.includes('A tell-tale name'));
    assert.doesNotMatch(text, /_digest|_sealed|"mpin_id"|"point"/);

    const entries = async (): Promise<number> => Number((await request(`${platform.url}/api/v1/projects/${platform.project.projectId}/audit`, { headers: basic(platform) })).body['total']);
    const noted = await entries();
    assert.ok(await erasePerson(platform.core, platform.project.projectId, userId, AGENT) > 20);
    assert.deepEqual(tracesIn(await everything(), traces), []);
    assert.equal(await entries(), noted + 1, 'what happened is still there, without whom it happened to');
    assert.equal((await platform.core.db.queries.selectFrom('webhooks').selectAll().where('id', '=', webhook.id).execute()).length, 1);
  });

  it('is gone at once: the device, what waits, and nobody else', async () => {
    const [gone, stays] = [await register(platform, PIN), await register(platform, PIN)];
    const authOTT = await prove(platform, gone, PIN);
    await erasePerson(platform.core, platform.project.projectId, gone.userId, AGENT);
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT })), '412 INVALID_AUTHENTICATION_SESSION');
    assert.equal(outcome(await signIn(platform, gone, PIN)), '401 UNSUCCESSFUL_AUTHENTICATION');
    assert.equal(outcome(await signIn(platform, stays, PIN)), '200');
    assert.equal(outcome(await signIn(platform, await register(platform, PIN, { userId: gone.userId }), PIN)), '200');
  });

  it('of the same name in another project is another person', async () => {
    const userId = someone();
    const other = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const elsewhere = await register({ ...platform, project: other }, PIN, { userId });
    const here = await register(platform, PIN, { userId });
    await erasePerson(platform.core, platform.project.projectId, userId, AGENT);
    assert.equal(outcome(await signIn(platform, elsewhere, PIN)), '200');
    assert.equal(outcome(await signIn(platform, here, PIN)), '401 UNSUCCESSFUL_AUTHENTICATION');
  });
});
