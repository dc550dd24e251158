import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createKeyPair, Proof } from '../../src/protocol/index.ts';
import { DEFAULT_RATES } from '../src/config/rates.ts';
import { buildApp } from '../src/http/app.ts';
import { newSecret, sha256 } from '../src/keys/secrets.ts';
import { register, someone } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2846';
let platform: TestPlatform;
let known: DeviceIdentity;
before(async () => {
  platform = await startPlatform();
  known = await register(platform, PIN);
  platform.advance(3601);
});
after(() => platform.close());

/** An answer without what differs between any two: values stay where they are the same for everybody. */
function shape({ status, headers, body }: Answer): unknown {
  const blank = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(blank);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ['requestID', 'backoff', 'nowMs'].includes(name) ? typeof inner : blank(inner)]));
    return typeof value === 'string' ? value.replaceAll(/[\w-]{22,}/g, (random) => `${random.length} characters`) : value;
  };
  return { status, body: blank(body), headers: [...headers.keys()].filter((name) => name !== 'date').toSorted() };
}

/** What whoever knows nothing but an address can ask about it. */
const ABOUT_ADDRESSES: Readonly<Record<string, (userId: string) => Promise<Answer>>> = {
  'a mail': (userId) => platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'x' }),
  'a mail too soon': (userId) => platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'x' }),
  'a wrong code': (userId) => platform.post('/verification/confirmation', { userId, code: '000000' }),
  'a wrong link': (userId) => platform.post('/verification/confirmation', { userId, code: newSecret() }),
  'the page of a wrong link': (userId) => request(`${platform.url}/verification/confirmation?${new URLSearchParams({ user_id: userId, code: newSecret() }).toString()}`),
  'a session': (userId) => platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId }),
  'a forged activation': (userId) => platform.post('/registration', { userId, deviceName: 'x', activationToken: newSecret(), publicKey: createKeyPair().publicKey }),
  'a message to the phone': (userId) => platform.post('/pushauth', { prerollId: userId }),
  'a log-in page': (userId) => request(`${platform.url}/authorize?${new URLSearchParams({ login_hint: userId }).toString()}`),
  'a one-time password without credentials': (userId) => platform.post('/otp', { userId }),
};

describe('nobody learns who is registered', () => {
  for (const [what, ask] of Object.entries(ABOUT_ADDRESSES)) {
    it(`from ${what}`, async () => {
      const stranger = someone();
      if (what === 'a mail too soon') await ABOUT_ADDRESSES['a mail']?.(stranger);
      const [ofKnown, ofStranger] = [await ask(known.userId), await ask(stranger)];
      const named = (answer: Answer, userId: string): unknown => JSON.parse(JSON.stringify(shape(answer)).replaceAll(userId, 'that address')) as unknown;
      assert.deepEqual(named(ofKnown, known.userId), named(ofStranger, stranger));
      if (ofKnown.headers.get('content-type')?.startsWith('text/html') === true) assert.equal(ofKnown.text.replaceAll(known.userId, ''), ofStranger.text.replaceAll(stranger, ''));
    });
  }

  it('from pass 1 with a made-up id, or with a real one and another key', async () => {
    const ask = (mpinId: string, publicKey: string): Promise<Answer> =>
      platform.post('/rps/v2/pass1', { mpin_id: mpinId, dtas: known.dtas, U: new Proof(known.id, known.token).u, publicKey, scope: ['jwt'] });
    const madeUp = await ask(randomBytes(known.id.mpinId.length / 2).toString('hex'), known.id.publicKey);
    assert.equal(madeUp.status, 401);
    assert.deepEqual(shape(await ask(known.id.mpinId, createKeyPair().publicKey)), shape(madeUp));
  });

  it('from pass 2 and authenticate of an identity that there is not', async () => {
    const v = new Proof(known.id, known.token).u;
    const ask = (mpinId: string): Promise<Answer> => platform.post('/rps/v2/pass2', { mpin_id: mpinId, V: v });
    const [real, madeUp] = [await ask(known.id.mpinId), await ask(randomBytes(40).toString('hex'))];
    assert.deepEqual(shape(real), shape(madeUp));
    if (real.status !== 200) return;
    const finish = ({ body }: Answer): Promise<Answer> => platform.post('/rps/v2/authenticate', { authOTT: body['authOTT'] });
    assert.deepEqual(shape(await finish(real)), shape(await finish(madeUp)));
  });

  it('from the orders of a device, with a wrong capability', async () => {
    for (const path of ['/identity/rename', '/identity/remove', '/rps/v2/accessNumber']) {
      const ask = (id: string): Promise<Answer> => platform.post(path, { id, capability: newSecret(), deviceName: 'x', accessNumber: '1234567' });
      assert.deepEqual(shape(await ask(sha256(Buffer.from(known.id.mpinId, 'hex')))), shape(await ask(sha256('nobody'))), path);
    }
  });
});

describe('limits', () => {
  it('are there for every route but health, files and the development inbox, in a group of the table', async () => {
    const app = buildApp(platform.core, []);
    const without: string[] = [];
    const unknown: string[] = [];
    app.addHook('onRoute', ({ method, url, config }) => {
      if (config?.rate === undefined) without.push(`${[method].flat().join('|')} ${url}`);
      else if (!Object.hasOwn(DEFAULT_RATES, config.rate)) unknown.push(url);
    });
    await app.ready();
    assert.deepEqual(unknown, []);
    const isFile = (route: string): boolean => /\.(?:js|css|json|webmanifest|svg|png|wasm)$/.test(route) || / \/(?:pages\/brand\/:file|mobile\/assets\/\*|\d+\.\d+\.\d+\/\*)$/.test(route);
    assert.deepEqual([...new Set(without)].filter((route) => !isFile(route)).toSorted(), ['GET /healthz', 'GET /readyz', 'HEAD /healthz', 'HEAD /readyz']);
    await app.close();
  });

  it('answer 429 with Retry-After, in the envelope, when the table says so', async () => {
    const groups = { discovery: [1, 60], session: [1, 60], poll: [1, 60], device: [1, 60], verification: [1, 60], confirmation: [1, 60], registration: [1, 60], pass: [1, 60], authenticate: [1, 60], signature: [1, 60], backend: [1, 60], otp: [1, 60], page: [1, 60] };
    const tight = await startPlatform({ environment: { MPIN_RATES: JSON.stringify(groups) } });
    try {
      const paths = ['/rps/v2/session', '/rps/v2/access', '/rps/v2/codeStatus', '/verification/email', '/verification/confirmation', '/registration', '/rps/v2/pass1', '/rps/v2/authenticate', '/dvs/verify', '/activate/initiate', '/otp'];
      for (const path of paths) {
        assert.notEqual((await tight.post(path, {})).status, 429, path);
        const refused = await tight.post(path, {});
        assert.deepEqual([refused.status, refused.body['error']], [429, 'REQUEST_BACKOFF'], path);
        const seconds = Number(refused.headers.get('retry-after'));
        assert.ok(seconds >= 1 && seconds <= 61, `${path}: ${seconds} s`);
      }
      await request(`${tight.url}/openapi`);
      assert.equal((await request(`${tight.url}/openapi`)).status, 429);
    } finally {
      await tight.close();
    }
  });
});
