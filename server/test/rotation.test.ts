import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import { createVerifier } from '../../src/verify/index.ts';
import { listKeys, rotateKey } from '../src/core/signing-keys.ts';
import type { Purpose } from '../src/core/signing-keys.ts';
import { basic, register, signed, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
let platform: TestPlatform;
let identity: DeviceIdentity;
before(async () => {
  platform = await startPlatform();
  identity = await register(platform, PIN);
});
after(() => platform.close());

const rotate = (purpose: Purpose, compromised = false): Promise<{ kid: string }> => rotateKey(platform.core, purpose, { compromised, tokenSeconds: platform.core.config.signInTokenSeconds, actor: 'tests' });
const token = async (scope: 'jwt' | 'reg-code' = 'jwt'): Promise<string> => String((await signIn(platform, identity, PIN, { scope, headers: { origin: SITE } })).body['jwt']);
const kidOf = (jwt: string): string => decodeProtectedHeader(jwt).kid ?? '';
async function published(path = '/.well-known/jwks'): Promise<string[]> {
  return ((await request(`${platform.url}${path}`)).body['keys'] as { kid: string }[]).map(({ kid }) => kid);
}

describe('rotating a key', () => {
  it('publishes the new one first, then signs with it, and believes the old one until its last token is gone', async () => {
    const [old = ''] = await published();
    const { kid } = await rotate('sign-in');
    platform.advance(6);
    assert.deepEqual(await published(), [kid, old]);
    assert.equal(kidOf(await token()), old);
    platform.advance(600);
    const late = await token();
    assert.equal(kidOf(late), kid);
    assert.deepEqual(await published(), [kid, old]);
    platform.advance(120);
    assert.deepEqual(await published(), [kid]);
    assert.deepEqual((await listKeys(platform.core)).filter(({ purpose }) => purpose === 'sign-in').map(({ kid: one, believedUntil }) => [one, believedUntil === undefined]), [[kid, true], [old, false]]);
  });

  it('forgets a compromised one within seconds, in the published list and at every verifier that asks again', async () => {
    const known = await published();
    const { kid } = await rotate('sign-in', true);
    platform.advance(6);
    assert.deepEqual(await published(), [kid]);
    assert.ok(!known.includes(kid));
    assert.equal(kidOf(await token()), kid);
    assert.equal((await listKeys(platform.core)).filter(({ purpose }) => purpose === 'sign-in').length <= 2, true);
  });

  it('keeps tokens of the old key good while they live: registration codes and certificates too', async () => {
    const jwt = await token('reg-code');
    await rotate('internal');
    platform.advance(6);
    assert.equal(outcome(await platform.post('/verification/quickcode', { projectId: platform.project.projectId, jwt, deviceName: '' })), '200');
    const compromised = await token('reg-code');
    await rotate('internal', true);
    platform.advance(6);
    assert.equal(outcome(await platform.post('/verification/quickcode', { projectId: platform.project.projectId, jwt: compromised, deviceName: '' })), '401 UNAUTHORIZED');
    const { kid } = await rotate('dvs', true);
    platform.advance(6);
    const body = signed(identity, PIN, Buffer.from('contract'), Math.floor(platform.core.now() / 1000));
    const { body: answer } = await platform.post('/dvs/verify', body, basic(platform));
    assert.equal(kidOf(String(answer['certificate'])), kid);
    assert.deepEqual(await published('/dvs/jwks'), [kid]);
  });

  it('needs no verifier to ask again: the list that it knows holds the key that will sign', async () => {
    await rotate('sign-in');
    platform.advance(6);
    const verifier = createVerifier({ server: platform.url, project: platform.project.projectId, origin: SITE, now: () => platform.core.now() });
    const old = await token();
    await verifier.verify(old, {});
    platform.advance(700);
    const young = await token();
    assert.notEqual(kidOf(young), kidOf(old));
    await verifier.verify(young, {});
  });
});
