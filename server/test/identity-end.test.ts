import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mintActivation } from '../src/core/activations.ts';
import type { ActivationSource } from '../src/core/activations.ts';
import { removeExpired } from '../src/core/housekeeping.ts';
import { revokeByAdministrator } from '../src/core/identity-administration.ts';
import { forgetNetworks } from '../src/core/identity-networks.ts';
import { lapseAllOf, lapseUnused } from '../src/core/lapses.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity, Server } from './support/device.ts';
import { outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '8642';
const DAY = 86_400;
const HOME = { headers: { 'x-forwarded-for': '198.51.100.7' } };
const AWAY = { headers: { 'x-forwarded-for': '203.0.113.9' } };

describe('what is kept of a device for signing in', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ frozen: true, environment: { MPIN_TRUSTED_PROXIES: '127.0.0.1', MPIN_INACTIVITY_DAYS: '100' } }); });
  after(() => platform.close());

  const idOf = ({ id }: DeviceIdentity): string => sha256(Buffer.from(id.mpinId, 'hex'));
  const tell = (identity: DeviceIdentity, pushToken: string) => platform.post('/identity/push', { id: idOf(identity), capability: identity.capability, pushToken });
  const networksOf = async (identity: DeviceIdentity): Promise<string[]> =>
    (await platform.core.db.queries.selectFrom('identity_networks').select('network').where('identity_id', '=', idOf(identity)).orderBy('network').execute()).map(({ network }) => network);
  const isTold = async (identity: DeviceIdentity): Promise<boolean> =>
    (await platform.core.db.queries.selectFrom('push_tokens').select('identity_id').where('identity_id', '=', idOf(identity)).executeTakeFirst()) !== undefined;

  /** A device that takes messages and was used at two places. */
  async function inUse(server: Server = platform): Promise<DeviceIdentity> {
    const identity = await register(server, PIN, HOME);
    assert.equal(outcome(await tell(identity, 'a token')), '200');
    assert.equal(outcome(await signIn(server, identity, PIN, AWAY)), '200');
    assert.deepEqual([await networksOf(identity), await isTold(identity)], [['198.51.100.0/24', '203.0.113.0/24'], true]);
    return identity;
  }
  const isForgotten = async (identity: DeviceIdentity): Promise<void> => assert.deepEqual([await networksOf(identity), await isTold(identity)], [[], false]);

  it('goes when it is revoked, by whomever', async () => {
    const [locked, stolen] = [await inUse(), await inUse()];
    for (let i = 0; i < 3; i += 1) await signIn(platform, locked, '0000', HOME);
    await revokeByAdministrator(platform.core, platform.project.projectId, idOf(stolen), 'stolen', { ip: '' });
    await isForgotten(locked);
    await isForgotten(stolen);
    assert.equal(outcome(await tell(stolen, 'another')), '410 REVOKED_MPINID');
    await isForgotten(stolen);
  });

  it('goes when it lapses, and does not come back', async () => {
    const [unused, retired] = [await inUse(), await inUse()];
    const { server_secret_id: secret } = await platform.core.db.queries.selectFrom('identities').select('server_secret_id').where('id', '=', idOf(retired)).executeTakeFirstOrThrow();
    await platform.core.db.transaction((queries) => lapseAllOf(queries, [secret], { ip: '' }, platform.core.now()));
    await isForgotten(retired);
    assert.equal(outcome(await tell(retired, 'another')), '401 EXPIRED_MPINID');
    const other = await inUse();
    platform.advance(100 * DAY);
    await lapseUnused(platform.core);
    for (const identity of [unused, other]) await isForgotten(identity);
  });

  it('goes with the identity that another one took the place of', async () => {
    const renewedOne = await inUse();
    const { userId } = renewedOne;
    const { verification_id: verificationId } = await platform.core.db.queries.selectFrom('identities').select('verification_id').where('id', '=', idOf(renewedOne)).executeTakeFirstOrThrow();
    const mint = async (source: Partial<ActivationSource>) =>
      (await platform.core.db.transaction((queries) => mintActivation(platform.core, queries, { projectId: platform.project.projectId, userId, ...source }))).actToken;
    const setUp = async (activationToken: string) => register(platform, PIN, { ...HOME, userId, activationToken });

    const renewed = await setUp(await mint({ replaces: idOf(renewedOne) }));
    assert.deepEqual([await isTold(renewedOne), await isTold(renewed)], [true, true]);
    assert.equal(outcome(await signIn(platform, renewed, PIN, HOME)), '200');
    await isForgotten(renewedOne);
    assert.equal(await isTold(renewed), true);

    const unused = await setUp(await mint({ verificationId: verificationId ?? '' }));
    assert.equal(outcome(await tell(unused, 'a token')), '200');
    await setUp(await mint({ verificationId: verificationId ?? '' }));
    await isForgotten(unused);
  });

  it('a wait at a strange network is forgotten when it is over', async () => {
    const identity = await register(platform, PIN, HOME);
    await signIn(platform, identity, '0000', AWAY);
    await removeExpired(platform.core);
    assert.deepEqual(await networksOf(identity), ['198.51.100.0/24', '203.0.113.0/24']);
    platform.advance(61);
    await removeExpired(platform.core);
    assert.deepEqual(await networksOf(identity), ['198.51.100.0/24']);
  });

  it('a network where it was not used for as long as devices live unused, or addresses are kept, is forgotten', async () => {
    const project = await platform.addProject({ name: 'Private', origins: [] });
    await changeProject(platform.core, project.projectId, { addressDays: 10 }, 'tests');
    const here = await inUse();
    const there = await inUse({ project, mailbox: platform.mailbox, post: platform.post });
    const both = ['198.51.100.0/24', '203.0.113.0/24'];
    platform.advance(10 * DAY - 1);
    await forgetNetworks(platform.core);
    assert.deepEqual([await networksOf(here), await networksOf(there)], [both, both]);
    await signIn({ post: platform.post }, there, PIN, HOME);
    platform.advance(3600);
    await forgetNetworks(platform.core);
    assert.deepEqual([await networksOf(here), await networksOf(there)], [both, ['198.51.100.0/24']]);
    await signIn(platform, here, PIN, AWAY);
    platform.advance(90 * DAY);
    await forgetNetworks(platform.core);
    assert.deepEqual(await networksOf(here), ['203.0.113.0/24']);
  });
});
