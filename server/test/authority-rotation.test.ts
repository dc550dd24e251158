import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryStorage, MpinClient, MpinError } from '../../src/client/index.ts';
import type { IdentitySummary } from '../../src/client/index.ts';
import { createKeyPair } from '../../src/protocol/index.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { startAuthorityWorld } from './support/authority-world.ts';
import type { AuthorityWorld } from './support/authority-world.ts';
import { KIND } from './support/database.ts';
import { activate, complete, register, signIn, someone } from './support/device.ts';
import type { DeviceIdentity, Server } from './support/device.ts';
import { outcome, request } from './support/http.ts';

const PIN = '7294';

interface Half { readonly node: string; readonly state: string; readonly identities: number; readonly held?: boolean }
interface Status { readonly authorities: readonly { readonly reachable: boolean; readonly halves: readonly Half[] }[]; readonly progress: { readonly renewed: number; readonly waiting: number } }

/** A person whose page is a real client. */
interface Person { readonly client: MpinClient; readonly userId: string; identity: IdentitySummary }

/** One story, told in order: each step stands on the ones before. */
describe('rotation of a master half, with authorities on other hosts', () => {
  let world: AuthorityWorld;
  let other: Pick<Server, 'post'>;
  let anna: Person;
  let away: Person;
  let stubborn: DeviceIdentity;
  let first = '';
  before(async () => {
    world = await startAuthorityWorld();
    other = KIND === 'postgres' ? await world.startNode() : world.server;
    const join = async (): Promise<Person> => {
      const client = new MpinClient({ server: world.url, project: world.server.project.projectId, storage: memoryStorage() });
      const userId = someone();
      const pending = await client.useActivationToken({ userId, activationToken: await activate(world.server, userId) });
      return { client, userId, identity: await client.register(pending, PIN) };
    };
    [anna, away] = [await join(), await join()];
    stubborn = await register(world.server, PIN);
  });
  after(() => world.close());

  const status = async (): Promise<Status> => (await world.platform('status')) as unknown as Status;
  const halves = async (): Promise<readonly string[]> => (await status()).authorities[0]?.halves.map(({ state, identities }) => `${state} ${identities}`) ?? [];
  const enter = async (person: Person): Promise<string> => (await person.client.beginSignIn(person.identity.id).finish(PIN)).userId;
  const lapses = async (): Promise<number> => (await world.database.rows<{ n: number | string }>("SELECT count(*) AS n FROM audit WHERE status = 'lapsed'")).map(({ n }) => Number(n))[0] ?? 0;

  it('begins with one half at each authority, on which everybody hangs', async () => {
    const { authorities, progress } = await status();
    assert.deepEqual(progress, { renewed: 3, waiting: 0 });
    assert.deepEqual(authorities.map((authority) => authority.halves.map(({ state, identities, held }) => [state, identities, held])), [[['current', 3, true]], [['current', 3, true]]]);
    first = authorities[0]?.halves[0]?.node ?? '';
  });

  it('gives an authority a second half, beside the first; while it is away nobody is kept from signing in', async () => {
    await world.kill('one');
    const rotated = await world.authority('one', 'rotate');
    assert.deepEqual((rotated['halves'] as { newest: boolean; usedByPlatform: boolean }[]).map(({ newest, usedByPlatform }) => [newest, usedByPlatform]), [[false, true], [true, false]]);
    await assert.rejects(world.authority('one', 'rotate'), /does not use the newest half yet/);
    await assert.rejects(world.platform('refresh'), /cannot be reached/);
    assert.deepEqual((await status()).authorities.map(({ reachable }) => reachable), [false, true]);
    assert.equal(outcome(await signIn(world.server, stubborn, PIN)), '200');
    await world.startAuthority('one');
  });

  it('is known to a platform that was killed meanwhile, and to every node', async () => {
    await world.kill('platform');
    await world.platform('refresh');
    assert.equal((await world.platform('refresh'))['changed'], false, 'the platform may be killed before it, in it or after it');
    await world.startPlatform();
    assert.deepEqual(await halves(), ['former 3', 'current 0']);
    assert.equal(typeof (await signIn(other, stubborn, PIN)).body['dvsRegister'], 'object');
  });

  it('renews at the next sign-in, with the same PIN and nothing else to do', async () => {
    const former = anna.identity.id;
    assert.equal(await enter(anna), anna.userId);
    const [renewed, ...more] = await anna.client.identities();
    assert.ok(renewed !== undefined && more.length === 0);
    assert.notEqual(renewed.id, former);
    anna.identity = renewed;
    assert.equal(await enter(anna), anna.userId);
    assert.deepEqual(await anna.client.identities().then((all) => all.map(({ id }) => id)), [renewed.id], 'renewed once');
    assert.deepEqual(await halves(), ['former 2', 'current 1']);
  });

  it('goes on after the platform was killed between the new identity and its first sign-in', async () => {
    const order = (await signIn(world.server, stubborn, PIN)).body['dvsRegister'] as { token: string };
    const keys = createKeyPair();
    const registration = await world.server.post('/registration', { userId: stubborn.userId, deviceName: '', activationToken: order.token, publicKey: keys.publicKey });
    const renewed = await complete(registration, keys, stubborn.userId, PIN);
    await world.kill('platform');
    await world.startPlatform();
    assert.equal(outcome(await signIn(world.server, stubborn, PIN)), '200', 'the old one has to do until the new one did');
    const fresh = await signIn(world.server, renewed, PIN);
    assert.deepEqual([outcome(fresh), fresh.body['dvsRegister']], ['200', undefined]);
    assert.equal(outcome(await signIn(world.server, stubborn, PIN)), '410 REVOKED_MPINID');
    stubborn = renewed;
    assert.deepEqual(await halves(), ['former 1', 'current 2']);
  });

  it('keeps the old half while somebody hangs on it: at the platform, who is named, and at the authority', async () => {
    await assert.rejects(world.platform('retire', '--half', first), (error: Error) => {
      assert.match(error.message, /^1 device hangs/);
      assert.ok(error.message.includes(away.userId));
      return true;
    });
    await assert.rejects(world.authority('one', 'retire', '--half', first), /still uses this half/);
    const newest = (await status()).authorities[0]?.halves[1]?.node ?? '';
    await assert.rejects(world.platform('retire', '--half', newest), /New identities get this half/);
    await assert.rejects(world.platform('retire', '--half', 'f'.repeat(64)), /No living server secret/);
  });

  it('retires it by force: who stayed away is told that the identity lapsed, and sets up again', async () => {
    const retirement = await world.platform('retire', '--half', first, '--force', 'yes');
    assert.deepEqual(retirement['lost'], [{ projectId: world.server.project.projectId, userId: away.userId, deviceName: away.identity.deviceName }]);
    assert.deepEqual([retirement['erased'], retirement['authoritiesTold']], [1, true]);
    const left = await world.authority('one', 'retire', '--half', first);
    assert.equal((left['halves'] as unknown[]).length, 1);
    assert.deepEqual(await halves(), ['retired 0', 'current 2']);
    assert.deepEqual(await world.database.rows('SELECT secret_sealed FROM server_secrets WHERE retired_at IS NOT NULL'), [{ secret_sealed: '' }]);

    for (let i = 0; i < 2; i += 1) {
      await assert.rejects(enter(away), (error) => error instanceof MpinError && error.code === 'IDENTITY_EXPIRED');
    }
    assert.equal((await away.client.identities())[0]?.state, 'expired');
    assert.equal(await lapses(), 1, 'audited once');
    const pending = await away.client.useActivationToken({ userId: away.userId, activationToken: await activate(world.server, away.userId) });
    away.identity = await away.client.register(pending, PIN);
    assert.equal(await enter(away), away.userId);
  });

  it('leaves everybody else as they were, on every node', async () => {
    assert.equal(await enter(anna), anna.userId);
    for (const node of [world.server, other]) assert.equal(outcome(await signIn(node, stubborn, PIN)), '200');
    assert.deepEqual((await status()).progress, { renewed: 3, waiting: 0 });
  });

  it('makes the capabilities of a destroyed half worthless, and says no capability in a log', async () => {
    const userId = someone();
    const answer = await world.server.post('/registration', { userId, deviceName: '', activationToken: await activate(world.server, userId), publicKey: createKeyPair().publicKey });
    const [url = ''] = answer.body['secretUrls'] as string[];
    const claims = JSON.parse(Buffer.from(new URL(url).pathname.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(claims).toSorted(), ['exp', 'h', 'iat', 'jti', 'node', 'typ']);
    assert.equal(claims['h'], sha256(Buffer.from(String(answer.body['mpinId']), 'hex'), Buffer.from(await publicKeyOf(String(answer.body['mpinId'])), 'hex')));
    for (const expected of [200, 200, 403]) {
      const share = await request(url);
      assert.deepEqual([share.status, share.headers.get('cache-control')], [expected, 'no-store']);
    }
    assert.equal((await request(`${url}x`)).status, 403);
    assert.equal((await request(url.replace('/client-share/', '/nowhere/'))).status, 404);
    const logs = world.logs();
    assert.match(logs, /"route":"\/client-share\/\*"/);
    for (const secret of url.split('/').pop()?.split('.').slice(1) ?? []) assert.ok(secret.length > 40 && !logs.includes(secret), 'a capability is in a log');
  });

  const publicKeyOf = async (mpinId: string): Promise<string> =>
    (await world.database.rows<{ public_key: string }>('SELECT public_key FROM identities WHERE id = ?', sha256(Buffer.from(mpinId, 'hex'))))[0]?.public_key ?? '';
});
