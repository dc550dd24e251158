import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { basic, register, signed } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
const MESSAGE = Buffer.from('contract 4711');
let platform: TestPlatform;
let identity: DeviceIdentity;
before(async () => {
  platform = await startPlatform();
  identity = await register(platform, PIN);
});
after(() => platform.close());

const now = (): number => Math.floor(platform.core.now() / 1000);
const send = (method: string, path: string, body: object): Promise<Answer> => request(`${platform.url}${path}`, { method, body: JSON.stringify(body) });
const details = (id: unknown): Promise<Answer> => send('POST', '/dvs/session/details', { id });
const put = (id: unknown, body: object): Promise<Answer> => send('PUT', '/dvs/session', { id, ...body });

async function start(userID = identity.userId): Promise<string> {
  const { body } = await platform.post('/dvs/session', { projectID: platform.project.projectId, userID, hash: MESSAGE.toString('hex'), description: 'A contract' });
  assert.ok(Math.abs(Number(body['expireTime']) - now() - 900) < 5);
  assert.equal(body['qrURL'], `${platform.url}/mobile-login/#${String(body['id'])}`);
  return String(body['id']);
}

describe('signing sessions of older apps', () => {
  it('tell everything that is to be signed, are signed once, and give the signature to nobody unchecked', async () => {
    const id = await start();
    const told = await details(id);
    assert.deepEqual({ ...told.body, expireTime: 0 }, {
      userID: identity.userId, hash: MESSAGE.toString('hex'), description: 'A contract', status: 'active', expireTime: 0, projectId: platform.project.projectId, projectName: 'Shop',
      projectLogoURL: '', verificationMethod: 'standardEmail', verificationURL: '', verificationCustomText: '', identityType: 'email', identityTypeLabel: '', pinLength: 4,
      enableRegistrationCode: true, limitRegCodeVerified: false,
    });
    const { signature, timestamp } = signed(identity, PIN, MESSAGE, now());
    const answer = await put(id, { signature, timestamp });
    assert.deepEqual([outcome(answer), answer.body], ['200', { status: 'signed' }]);
    assert.equal((await details(id)).body['status'], 'signed');
    assert.deepEqual([outcome(await put(id, { signature, timestamp })), outcome(await send('DELETE', '/dvs/session', { id }))], ['400 INVALID_REQUEST_PARAMETERS', '200']);
    assert.equal((await details(id)).body['status'], 'signed');
  });

  it('refuse another document, another person, a wrong PIN, and count that one', async () => {
    const id = await start();
    const other = await register(platform, PIN);
    const altered = signed(identity, PIN, Buffer.from('contract 4712'), now());
    const wrongDocument = await put(id, altered);
    assert.deepEqual([outcome(wrongDocument), context(wrongDocument)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'signature.hash']);
    assert.equal(outcome(await put(id, signed(other, PIN, MESSAGE, now()))), '401 UNSUCCESSFUL_AUTHENTICATION');
    const wrong = await put(id, signed(identity, '0000', MESSAGE, now()));
    assert.deepEqual([outcome(wrong), context(wrong)['attemptsLeft']], ['401 UNSUCCESSFUL_AUTHENTICATION', '2']);
    assert.equal((await details(id)).body['status'], 'active');
    assert.equal(outcome(await put(id, signed(identity, PIN, MESSAGE, now()))), '200');
  });

  it('give the starter of a session by 3.1 a signature that verifies', async () => {
    const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, hash: MESSAGE.toString('hex'), description: 'A contract' });
    assert.equal(outcome(await put(session['accessId'], signed(identity, PIN, MESSAGE, now()))), '200');
    const { body } = await platform.post('/rps/v2/access', { webOTT: session['webOTT'] });
    assert.equal(body['status'], 'signed');
    const { timestamp, ...signature } = JSON.parse(Buffer.from(String(body['signature']), 'base64').toString()) as { timestamp: number };
    assert.equal(outcome(await platform.post('/dvs/verify', { signature, timestamp }, basic(platform))), '200');
  });

  it('know no id but their own, and end when they are told to', async () => {
    const { body: signIn } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
    const ended = await start();
    assert.deepEqual((await send('DELETE', '/dvs/session', { id: ended })).body, {});
    for (const id of ['unknown', signIn['accessId'], ended]) {
      for (const answer of [await details(id), await put(id, signed(identity, PIN, MESSAGE, now())), await send('DELETE', '/dvs/session', { id })]) {
        assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'id'], String(id));
      }
    }
  });
});
