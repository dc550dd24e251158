import assert from 'node:assert/strict';
import { createECDH } from 'node:crypto';
import type { ECDH } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { encryptMessage, recipientOf } from '../src/push/encryption.ts';
import { createWebPush } from '../src/push/web-push.ts';
import { loadPushKey } from '../src/push/push-key.ts';
import { createKeyPair } from '../../src/protocol/index.ts';
import { activate, complete, signIn, someone } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { decrypt, PUSH_ORIGIN, startPushService } from './support/push-service.ts';
import type { PushService, Subscriber } from './support/push-service.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('the encryption of RFC 8291', () => {
  /** Section 5. */
  const EXAMPLE = 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  const AUTH = 'BTBZMqHH6r4Tts7J_aSIgg';
  const keysOf = (privateKey: string): ECDH => {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return ecdh;
  };
  const device = keysOf('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94');

  it('gives the bytes of its example', () => {
    const recipient = recipientOf(device.getPublicKey().toString('base64url'), AUTH);
    assert.ok(recipient !== undefined);
    const body = encryptMessage(Buffer.from('When I grow up, I want to be a watermelon'), recipient, {
      salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'), sender: keysOf('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    });
    assert.equal(body.toString('base64url'), EXAMPLE);
  });

  it('is undone by the push service of these tests', () => {
    assert.equal(decrypt(Buffer.from(EXAMPLE, 'base64url'), device, Buffer.from(AUTH, 'base64url')), 'When I grow up, I want to be a watermelon');
  });
});

describe('signing in by a message to the phone', () => {
  let platform: TestPlatform;
  let service: PushService;
  before(async () => {
    platform = await startPlatform({ frozen: true });
    service = await startPushService();
    const { db, sealer } = platform.core;
    const key = await loadPushKey(db, sealer, platform.core.now());
    Object.assign(platform.core, { push: { ...platform.core.push, senders: [createWebPush({ key, contact: 'mailto:ops@mail.example', call: service.call, now: platform.core.now })] } });
  });
  after(async () => {
    await platform.close();
    await service.close();
  });

  async function registerPhone(pushToken: string, userId = someone()): Promise<DeviceIdentity> {
    const activationToken = await activate(platform, userId);
    const keys = createKeyPair();
    const answer = await platform.post('/registration', { userId, deviceName: 'Phone', activationToken, publicKey: keys.publicKey, pushToken });
    assert.equal(answer.status, 200, answer.text);
    return complete(answer, keys, userId, '1234');
  }
  const ask = (prerollId: string, query = ''): Promise<Answer> => platform.post(`/pushauth?${query}`, { prerollId });
  const arrival = (subscriber: Subscriber, count = 1): Promise<true> => eventually('the message', () => (subscriber.delivered.length >= count ? true : undefined));

  it('reaches the device, encrypted for it alone, in our name', async () => {
    const subscriber = service.subscribe();
    const phone = await registerPhone(subscriber.token);
    const asked = await ask(phone.userId, `client_id=${platform.project.clientId}&redirect_uri=x&response_type=code&scope=openid&state=y`);
    assert.deepEqual(Object.keys(asked.body), ['webOTT']);
    await arrival(subscriber);
    const [{ payload, claims, key, ttl, urgency } = assert.fail()] = subscriber.delivered;
    assert.deepEqual(Object.keys(payload), ['projectID', 'userID', 'qrURL']);
    assert.deepEqual([payload['projectID'], payload['userID']], [platform.project.projectId, phone.userId]);
    assert.deepEqual([claims.aud, claims.sub, ttl, urgency], [PUSH_ORIGIN, 'mailto:ops@mail.example', '90', 'high']);
    const discovered = await (await fetch(`${platform.url}/.well-known/project-configuration`)).json() as { push: { applicationServerKey: string } };
    assert.equal(key, discovered.push.applicationServerKey);

    const [base, accessId = ''] = String(payload['qrURL']).split('#');
    assert.equal(base, `${platform.url}/mobile-login/`);
    assert.equal(outcome(await signIn(platform, phone, '1234', { scope: 'oidc', accessId })), '200');
    const seen = (await platform.post('/rps/v2/access', { webOTT: asked.body['webOTT'] })).body;
    assert.deepEqual([seen['status'], seen['userId']], ['authenticated', phone.userId]);
  });

  it('reaches every device of the user, and none that is revoked', async () => {
    const userId = someone();
    const [kept, revoked] = [service.subscribe(), service.subscribe()];
    await registerPhone(kept.token, userId);
    platform.advance(11);
    const other = await registerPhone(revoked.token, userId);
    for (let i = 0; i < 3; i += 1) await signIn(platform, other, '9999');
    assert.equal(outcome(await ask(userId)), '200');
    await arrival(kept);
    assert.equal(revoked.delivered.length, 0);
  });

  it('is told to be impossible without a device that takes messages', async () => {
    for (const token of ['', 'a token of another kind', '{}', JSON.stringify({ endpoint: 'http://push.example/x', keys: { p256dh: 'x', auth: 'y' } })]) {
      const phone = await registerPhone(token);
      assert.equal(outcome(await ask(phone.userId)), '400 NO_PUSH_TOKEN');
    }
    assert.equal(outcome(await ask(someone())), '400 NO_PUSH_TOKEN');
  });

  it('forgets a device whose subscription is over, not one whose service is down', async () => {
    const subscriber = service.subscribe();
    const phone = await registerPhone(subscriber.token);
    const known = async (): Promise<number> => (await platform.core.db.queries.selectFrom('push_tokens').innerJoin('identities', 'identities.id', 'push_tokens.identity_id')
      .select('identity_id').where('user_id', '=', phone.userId).execute()).length;
    service.answer(503);
    await ask(phone.userId);
    await eventually('the failure', () => (platform.logs().includes('a push message could not be sent') ? true : undefined));
    assert.equal(await known(), 1);
    service.answer(410);
    await ask(phone.userId);
    await eventually('the token to go', async () => ((await known()) === 0 ? true : undefined));
    service.answer(201);
    assert.equal(outcome(await ask(phone.userId)), '400 NO_PUSH_TOKEN');
  });

  it('wears nobody down: five in ten minutes', async () => {
    const subscriber = service.subscribe();
    const phone = await registerPhone(subscriber.token);
    for (let i = 0; i < 5; i += 1) assert.equal(outcome(await ask(phone.userId)), '200');
    const blocked = await ask(phone.userId);
    assert.deepEqual([outcome(blocked), Number(context(blocked)['backoff'])], ['429 REQUEST_BACKOFF', Math.ceil(platform.core.now() / 1000) + 600]);
    platform.advance(600);
    assert.equal(outcome(await ask(phone.userId)), '200');
    await arrival(subscriber, 6);
  });

  it('keeps tokens sealed and out of the logs, and the key from start to start', async () => {
    const subscriber = service.subscribe();
    const phone = await registerPhone(subscriber.token);
    await ask(phone.userId);
    await arrival(subscriber);
    const rows = JSON.stringify([await platform.core.db.queries.selectFrom('push_tokens').selectAll().execute(), await platform.core.db.queries.selectFrom('push_keys').selectAll().execute()]);
    assert.ok(!rows.includes('push.example') && !platform.logs().includes('push.example'));
    const again = await loadPushKey(platform.core.db, platform.core.sealer, platform.core.now());
    assert.equal(again.applicationServerKey, platform.core.push.applicationServerKey);
    assert.ok(!rows.includes(String(again.privateJwk.d)));
  });
});

describe('a platform\'s own way to push services', () => {
  it('calls none that stands in its own network', async () => {
    const platform = await startPlatform();
    try {
      const [sender] = platform.core.push.senders;
      const service = await startPushService();
      const { keys } = JSON.parse(service.subscribe().token) as { keys: object };
      for (const host of ['127.0.0.1', '[::1]', '10.0.0.1', '169.254.169.254', 'localhost']) {
        const token = JSON.stringify({ endpoint: `https://${host}/message`, keys });
        await assert.rejects(sender?.send(token, { projectID: 'p', userID: 'u', qrURL: 'q' }) ?? Promise.resolve(), /not to be called/);
      }
      await service.close();
    } finally {
      await platform.close();
    }
  });
});
