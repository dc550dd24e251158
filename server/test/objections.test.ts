import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { mintActivation } from '../src/core/activations.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { activate, prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2846';
const LINK = /https?:\/\/\S+\/identity\/objection\?code=\S+/;

describe('"This was not me"', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  async function announced(): Promise<{ device: DeviceIdentity; url: string }> {
    const device = await register(platform, PIN);
    const { text } = await platform.mailbox.take(device.userId, LINK);
    return { device, url: LINK.exec(text)?.[0] ?? '' };
  }

  function object(url: string): Promise<Answer> {
    return request(`${platform.url}/identity/objection`, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' }, body: new URL(url).searchParams.toString(),
    });
  }

  it('shows the device when the link is opened, and changes nothing', async () => {
    const { device, url } = await announced();
    for (let i = 0; i < 2; i += 1) {
      const page = await request(url);
      assert.equal(page.status, 200);
      assert.match(page.text, /This was not me: remove it/);
      assert.ok(page.text.includes(device.userId));
      assert.equal(page.headers.get('cache-control'), 'no-store');
      assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    }
    assert.equal((await signIn(platform, device, PIN)).status, 200);
  });

  it('revokes that device at once, as often as it is said, and no other', async () => {
    const { device, url } = await announced();
    platform.advance(3601);
    const other = await register(platform, PIN, { userId: device.userId });
    for (let i = 0; i < 2; i += 1) {
      const answer = await object(url);
      assert.equal(answer.status, 200);
      assert.match(answer.text, /The device was removed/);
    }
    assert.equal(outcome(await signIn(platform, device, PIN)), '410 REVOKED_MPINID');
    assert.equal((await signIn(platform, other, PIN)).status, 200);
    assert.match((await request(url)).text, /The device was removed/);
  });

  it('says that there is nothing to do where the device was locked by wrong PINs', async () => {
    const { device, url } = await announced();
    for (let i = 0; i < 3; i += 1) await signIn(platform, device, '1111');
    for (const page of [await request(url), await object(url)]) assert.match(page.text, /This device can no longer sign in/);
  });

  it('after a lock-out removes, on an explicit choice alone, every device that the person had then, and no later one', async () => {
    const locked = await register(platform, PIN);
    await platform.mailbox.take(locked.userId, LINK);
    platform.advance(3601);
    const other = await register(platform, PIN, { userId: locked.userId });
    await platform.mailbox.take(locked.userId, LINK);
    const somebody = await register(platform, PIN);
    for (let i = 0; i < 3; i += 1) await signIn(platform, locked, '1111');
    const { text } = await platform.mailbox.take(locked.userId, LINK);
    assert.match(text, /The PIN was entered wrongly too many times/);
    const url = LINK.exec(text)?.[0] ?? '';
    for (let i = 0; i < 2; i += 1) assert.match((await request(url)).text, /This was not me: remove all my devices/);
    assert.equal((await signIn(platform, other, PIN)).status, 200, 'opening the link changes nothing');
    platform.advance(3601);
    const later = await register(platform, PIN, { userId: locked.userId });
    for (let i = 0; i < 2; i += 1) assert.match((await object(url)).text, /Your devices were removed/);
    assert.equal(outcome(await signIn(platform, other, PIN)), '410 REVOKED_MPINID');
    assert.equal((await signIn(platform, later, PIN)).status, 200);
    assert.equal((await signIn(platform, somebody, PIN)).status, 200);
  });

  it('says after a lock-out that there is nothing to do where no other device is', async () => {
    const device = await register(platform, PIN);
    await platform.mailbox.take(device.userId, LINK);
    for (let i = 0; i < 3; i += 1) await signIn(platform, device, '1111');
    const url = LINK.exec((await platform.mailbox.take(device.userId, LINK)).text)?.[0] ?? '';
    assert.match((await request(url)).text, /This device can no longer sign in/);
  });

  it('comes with a mail of its own where a device was given a new PIN, for identities of that person alone; the project may switch it off', async () => {
    const device = await register(platform, PIN);
    const stranger = await register(platform, PIN);
    await platform.mailbox.take(device.userId, LINK);
    const renew = async (mpinId: string): Promise<{ subject: string; again: DeviceIdentity; url: string }> => {
      platform.advance(3601);
      const again = await register(platform, '9753', { userId: device.userId, activationToken: await activate(platform, device.userId, {}, mpinId) });
      const { subject, text } = await platform.mailbox.take(device.userId, LINK);
      return { subject, again, url: LINK.exec(text)?.[0] ?? '' };
    };
    assert.equal((await renew(stranger.id.mpinId)).subject, 'A new device can sign in to Shop');
    const reset = await renew(device.id.mpinId);
    assert.equal(reset.subject, 'Your PIN for Shop was set anew');
    await object(reset.url);
    assert.equal(outcome(await signIn(platform, reset.again, '9753')), '410 REVOKED_MPINID');
    await changeProject(platform.core, platform.project.projectId, { noticePinReset: false }, 'tests');
    platform.advance(3601);
    await register(platform, PIN, { userId: device.userId, activationToken: await activate(platform, device.userId, {}, device.id.mpinId) });
    assert.equal((await renew(stranger.id.mpinId)).subject, 'A new device can sign in to Shop', 'the next mail is about the next device');
  });

  it('ends what the starter could still collect or renew with', async () => {
    const { device, url } = await announced();
    const [identity] = await platform.core.db.queries.selectFrom('identities').selectAll().where('user_id', '=', device.userId).execute();
    assert.ok(identity !== undefined && identity.verification_id !== null);
    const mint = (source: object): Promise<{ actToken: string }> => platform.core.db.transaction((queries) =>
      mintActivation(platform.core, queries, { projectId: identity.project_id, userId: device.userId, ...source }));
    const tokens = [await mint({ verificationId: identity.verification_id }), await mint({ replaces: identity.id })];
    await object(url);
    for (const { actToken } of tokens) {
      const answer = await platform.post('/registration', { userId: device.userId, deviceName: '', activationToken: actToken, publicKey: createKeyPair().publicKey });
      assert.equal(outcome(answer), '403 INVALID_ACTIVATION_TOKEN');
    }
    assert.equal((await platform.core.db.queries.selectFrom('verifications').select('state').where('id', '=', identity.verification_id).executeTakeFirstOrThrow()).state, 'cancelled');
  });

  it('is told to the device at authenticate, where clients of the API look for it, and at no pass before', async () => {
    const { device, url } = await announced();
    await object(url);
    const authOTT = await prove(platform, device, PIN);
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT, wam: 'dvs' })), '410 REVOKED_MPINID');
  });

  it('keeps nothing that could be used again: the database holds the digest', async () => {
    const { url } = await announced();
    const code = new URL(url).searchParams.get('code') ?? 'missing';
    const rows = await platform.core.db.queries.selectFrom('objections').selectAll().execute();
    assert.ok(rows.length > 0);
    assert.ok(rows.every((row) => row.code_digest !== code));
  });

  it('works for 30 days, and never for a code that was not given out', async () => {
    const { device, url } = await announced();
    const forged = await object(`${platform.url}/identity/objection?code=${'A'.repeat(43)}`);
    assert.equal(forged.status, 410);
    for (const bad of ['', 'x', '%00', 'A'.repeat(200)]) assert.equal((await request(`${platform.url}/identity/objection?code=${bad}`)).status, 410);
    platform.advance(30 * 86_400 + 1);
    assert.equal((await object(url)).status, 410);
    assert.equal((await signIn(platform, device, PIN)).status, 200);
  });
});
