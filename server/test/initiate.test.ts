import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { curl } from './support/curl.ts';
import { basic, register, signIn, someone } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
let platform: TestPlatform;
before(async () => { platform = await startPlatform(); });
after(() => platform.close());

const initiate = (body: unknown, headers = basic(platform)): Promise<Answer> => platform.post('/activate/initiate', body, headers);

describe('a site that vouches for its user', () => {
  it('gets an activation by the documents\' command, and the identity has exactly that id', async () => {
    const userId = someone();
    const { clientId, clientSecret } = platform.project;
    const { status, body } = await curl({ method: 'POST', user: `${clientId}:${clientSecret}`, data: `{\n"userId":"${userId}",\n"deviceName":"Her phone"\n}`, url: `${platform.url}/activate/initiate` });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['actToken', 'expireTime', 'hashMPinId', 'mpinId', 'redirectURI']);
    assert.equal(body['redirectURI'], '');
    const life = Number(body['expireTime']) - Math.floor(platform.core.now() / 1000);
    assert.ok(life > 85 && life <= 90, String(life));
    const mpinId = String(body['mpinId']);
    assert.equal(body['hashMPinId'], sha256(Buffer.from(mpinId, 'hex')));
    assert.equal((JSON.parse(Buffer.from(mpinId, 'hex').toString()) as { userID: string }).userID, userId);

    const identity = await register(platform, PIN, { userId, activationToken: String(body['actToken']) });
    assert.equal(identity.id.mpinId, mpinId);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    const row = await platform.core.db.queries.selectFrom('identities').select(['enrolled_by', 'address_proved']).where('id', '=', sha256(Buffer.from(mpinId, 'hex'))).executeTakeFirstOrThrow();
    assert.deepEqual(row, { enrolled_by: 'initiate', address_proved: 0 });
    assert.equal((await platform.mailbox.take(userId)).subject, 'A new device can sign in to Shop');
  });

  it('cannot register twice with one token, nor as somebody else, nor too late', async () => {
    const userId = someone();
    const first = await initiate({ userId });
    const token = String(first.body['actToken']);
    await assert.rejects(register(platform, PIN, { userId: someone(), activationToken: token }), /INVALID_ACTIVATION_TOKEN/);
    await register(platform, PIN, { userId, activationToken: token });
    await assert.rejects(register(platform, PIN, { userId, activationToken: token }), /INVALID_ACTIVATION_TOKEN/);
    const second = await initiate({ userId });
    platform.advance(91);
    await assert.rejects(register(platform, PIN, { userId, activationToken: String(second.body['actToken']) }), /INVALID_ACTIVATION_TOKEN/);
  });

  it('names the device where the device does not', async () => {
    const userId = someone();
    const { body } = await initiate({ userId, deviceName: 'Her phone' });
    await platform.post('/registration', { userId, deviceName: '', activationToken: body['actToken'], publicKey: createKeyPair().publicKey });
    const row = await platform.core.db.queries.selectFrom('identities').select('device_name').where('id', '=', String(body['hashMPinId'])).executeTakeFirstOrThrow();
    assert.equal(row.device_name, 'Her phone');
  });

  it('may use ids of its own where the project has them, and addresses alone where not', async () => {
    const refused = await initiate({ userId: 'customer 4711' });
    assert.deepEqual([outcome(refused), context(refused)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'userId']);
    const project = await platform.addProject({ name: 'Numbers', origins: [] });
    await changeProject(platform.core, project.projectId, { identityType: 'alphanumeric', identityTypeLabel: 'Customer number' }, 'tests');
    const { body } = await initiate({ userId: 'customer 4711' }, basic({ project }));
    const identity = await register(platform, PIN, { userId: 'customer 4711', activationToken: String(body['actToken']) });
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    const mail = await platform.post('/verification/email', { userId: 'a@mail.example', projectId: project.projectId, deviceName: '' });
    assert.deepEqual([outcome(mail), context(mail)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'userId']);
  });

  it('is told what is wrong with a request', async () => {
    for (const [body, code, params] of [
      [{}, 'INVALID_REQUEST_PARAMETERS', 'userId'], [{ userId: '' }, 'INVALID_REQUEST_PARAMETERS', 'userId'], [{ userId: 1 }, 'INVALID_REQUEST_PAYLOAD', 'userId'],
      [{ userId: 'a'.repeat(255) }, 'INVALID_REQUEST_PARAMETERS', 'userId'], [{ userId: 'a@mail.example', deviceName: 'a'.repeat(41) }, 'INVALID_REQUEST_PARAMETERS', 'deviceName'],
      [{ userId: 'a@mail.example', deviceName: 'a\nb' }, 'INVALID_REQUEST_PARAMETERS', 'deviceName'], [[], 'INVALID_REQUEST_PAYLOAD', undefined],
    ] as const) {
      const answer = await initiate(body);
      assert.deepEqual([outcome(answer), context(answer)['params']], [`400 ${code}`, params], JSON.stringify(body));
    }
  });
});
