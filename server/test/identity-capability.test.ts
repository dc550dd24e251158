import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { mintActivation } from '../src/core/activations.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { activate, complete, prove, signIn, someone } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2846';

interface Owned {
  readonly device: DeviceIdentity;
  readonly id: string;
  readonly capability: string;
}

describe('what a device may do with its identity without a PIN', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  /** Registers as our client does; `activationToken` renews. */
  async function registered(userId = someone(), activationToken?: string): Promise<Owned> {
    const keys = createKeyPair();
    const answer = await platform.post('/registration', {
      userId, deviceName: 'Test device', activationToken: activationToken ?? await activate(platform, userId), publicKey: keys.publicKey, identityCapability: true,
    });
    assert.equal(answer.status, 200, answer.text);
    const { mpinId, identityCapability } = answer.body as { mpinId: string; identityCapability: string };
    return { device: await complete(answer, keys, userId, PIN), id: sha256(Buffer.from(mpinId, 'hex')), capability: identityCapability };
  }

  const rename = ({ id, capability }: Pick<Owned, 'id' | 'capability'>, deviceName: string): Promise<Answer> => platform.post('/identity/rename', { id, capability, deviceName });
  const remove = ({ id, capability }: Pick<Owned, 'id' | 'capability'>): Promise<Answer> => platform.post('/identity/remove', { id, capability });
  const stored = (id: string) => platform.core.db.queries.selectFrom('identities').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const recorded = (id: string) => platform.core.db.queries.selectFrom('audit').select(['type', 'status', 'device_name']).where('identity_id', '=', id).orderBy('id').execute();

  it('is named in discovery, with its two addresses', async () => {
    const response = await fetch(`${platform.url}/.well-known/project-configuration?id=${platform.project.projectId}`);
    const { extensions, endpoints } = await response.json() as { extensions: Record<string, number>; endpoints: Record<string, string> };
    assert.equal(extensions['identityCapability'], 1);
    assert.deepEqual([endpoints['identityRename'], endpoints['identityRemove']], [`${platform.url}/identity/rename`, `${platform.url}/identity/remove`]);
  });

  it('gives the capability only to clients that ask for it, and keeps nothing that could be used again', async () => {
    const userId = someone();
    const answer = await platform.post('/registration', { userId, deviceName: '', activationToken: await activate(platform, userId), publicKey: createKeyPair().publicKey });
    assert.equal('identityCapability' in answer.body, false);
    const owned = await registered();
    assert.match(owned.capability, /^[\w-]{43}$/);
    const rows = await platform.core.db.queries.selectFrom('identity_capabilities').selectAll().execute();
    assert.ok(rows.some((row) => row.identity_id === owned.id) && !JSON.stringify(rows).includes(owned.capability));
  });

  it('renames the device, and records it', async () => {
    const owned = await registered();
    const answer = await rename(owned, '  Ada’s laptop ');
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.body, { deviceName: 'Ada’s laptop' });
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal((await stored(owned.id)).device_name, 'Ada’s laptop');
    assert.deepEqual((await recorded(owned.id)).at(-1), { type: 'identity', status: 'renamed', device_name: 'Ada’s laptop' });
    assert.equal((await signIn(platform, owned.device, PIN)).status, 200);
  });

  it('refuses names that no device can have', async () => {
    const owned = await registered();
    for (const name of ['', '   ', 'a\u0000b', 'x'.repeat(41)]) assert.match(outcome(await rename(owned, name)), /^400 /);
    assert.equal((await stored(owned.id)).device_name, 'Test device');
  });

  it('revokes at once, as often as it is said, also what is under way, and no other device', async () => {
    const owned = await registered();
    platform.advance(3601);
    const other = await registered(owned.device.userId);
    const authOTT = await prove(platform, owned.device, PIN);
    for (let i = 0; i < 2; i += 1) assert.equal(outcome(await remove(owned)), '200');
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT, wam: 'dvs' })), '410 REVOKED_MPINID');
    assert.equal((await signIn(platform, other.device, PIN)).status, 200);
    assert.equal((await stored(owned.id)).revoked_reason, 'removed');
    assert.equal((await recorded(owned.id)).filter(({ status }) => status === 'revoked').length, 1);
    assert.equal(outcome(await rename(owned, 'Gone')), '410 REVOKED_MPINID');
  });

  it('answers a wrong capability like an unknown identity, and counts no strike', async () => {
    const [owned, other] = [await registered(), await registered()];
    const wrong = [
      { id: owned.id, capability: other.capability }, { id: owned.id, capability: 'A'.repeat(43) }, { id: owned.id, capability: 'short' },
      { id: 'a'.repeat(64), capability: owned.capability },
    ];
    const answers = await Promise.all(wrong.flatMap((one) => [rename(one, 'Mallory'), remove(one)]));
    for (const answer of answers) {
      assert.equal(outcome(answer), '401 UNSUCCESSFUL_AUTHENTICATION');
      assert.equal(context(answer)['attemptsLeft'], undefined);
    }
    assert.equal((await platform.core.db.queries.selectFrom('strikes').selectAll().where('identity_id', '=', owned.id).execute()).length, 0);
    assert.equal((await signIn(platform, owned.device, PIN)).status, 200);
  });

  it('belongs to one identity: a renewed one has its own', async () => {
    const owned = await registered();
    const { actToken } = await platform.core.db.transaction((queries) =>
      mintActivation(platform.core, queries, { projectId: platform.project.projectId, userId: owned.device.userId, replaces: owned.id }));
    const renewed = await registered(owned.device.userId, actToken);
    assert.notEqual(renewed.capability, owned.capability);
    assert.equal(outcome(await remove({ id: renewed.id, capability: owned.capability })), '401 UNSUCCESSFUL_AUTHENTICATION');
    assert.equal(outcome(await remove(renewed)), '200');
  });

  it('stands in no log', async () => {
    const owned = await registered();
    await rename(owned, 'Quiet');
    await remove(owned);
    assert.ok(!platform.logs().includes(owned.capability));
  });
});

describe('the wrong PIN that revokes', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  it('says so; whoever comes later hears only that the identity is revoked', async () => {
    const userId = someone();
    const keys = createKeyPair();
    const device = await complete(await platform.post('/registration', { userId, deviceName: '', activationToken: await activate(platform, userId), publicKey: keys.publicKey }), keys, userId, PIN);
    const left: unknown[] = [];
    for (let i = 0; i < 4; i += 1) left.push(context(await signIn(platform, device, '1111'))['attemptsLeft']);
    assert.deepEqual(left, ['2', '1', '0', undefined]);
  });
});
