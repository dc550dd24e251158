import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { activate, basic, prove, register, signed, someone } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome, post, request } from './support/http.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const OTHER = 'https://other-project.example';
const NOBODY = 'https://evil.example';
const REFUSED = '403 ORIGIN_NOT_ALLOWED';

describe('cross-origin access', () => {
  let platform: TestPlatform;
  let identity: DeviceIdentity;
  before(async () => {
    platform = await startPlatform();
    await platform.addProject({ name: 'Other', origins: [OTHER] });
    identity = await register(platform, '1234', { headers: { 'x-miracl-cid': platform.project.projectId } });
  });
  after(() => platform.close());

  const session = async (): Promise<Record<string, string>> => (await platform.post('/rps/v2/session', { projectId: platform.project.projectId })).body as Record<string, string>;

  /** Requests of the first project, one for each endpoint; fresh each time, for some work once only. */
  const REQUESTS: Readonly<Record<string, () => Promise<object>>> = {
    '/rps/v2/session': async () => ({ projectId: platform.project.projectId }),
    '/rps/v2/access': async () => ({ webOTT: (await session())['webOTT'] }),
    '/rps/v2/codeStatus': async () => ({ wid: (await session())['accessId'], status: 'wid' }),
    '/verification/email': async () => ({ userId: someone(), projectId: platform.project.projectId, deviceName: 'x' }),
    '/verification/confirmation': async () => {
      const userId = someone();
      await platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'x' });
      return { userId, code: (await platform.mailbox.takeLink(userId)).code };
    },
    '/registration': async () => {
      const userId = someone();
      return { userId, deviceName: 'x', activationToken: await activate(platform, userId), publicKey: createKeyPair().publicKey };
    },
    '/rps/v2/pass1': async () => ({ mpin_id: identity.id.mpinId, U: `04${'0'.repeat(63)}1${'0'.repeat(64)}`, publicKey: identity.id.publicKey, scope: ['jwt'] }),
    '/rps/v2/pass2': async () => ({ mpin_id: identity.id.mpinId, V: signed(identity, '1234', Buffer.from('x'), 1).signature.v }),
    '/rps/v2/authenticate': async () => ({ authOTT: await prove(platform, identity, '1234') }),
    '/dvs/verify': async () => signed(identity, '1234', Buffer.from('x'), Math.floor(platform.core.now() / 1000)),
  };

  for (const path of Object.keys(REQUESTS)) {
    const headers = (): Record<string, string> => (path === '/dvs/verify' ? basic(platform) : {});
    const send = async (origin?: string) => platform.post(path, await REQUESTS[path]!(), { ...headers(), ...(origin === undefined ? {} : { origin }) });

    it(`${path} is open to its project's origin, the platform's own and to apps, and to nobody else`, async () => {
      for (const origin of [SITE, platform.url]) {
        const answer = await send(origin);
        assert.notEqual(outcome(answer), REFUSED);
        assert.equal(answer.headers.get('access-control-allow-origin'), origin);
        assert.match(answer.headers.get('vary') ?? '', /Origin/);
      }
      const app = await send();
      assert.notEqual(outcome(app), REFUSED);
      assert.equal(app.headers.get('access-control-allow-origin'), null);
      assert.equal(outcome(await send(OTHER)), REFUSED);
      const stranger = await send(NOBODY);
      assert.equal(outcome(stranger), REFUSED);
      assert.equal(stranger.headers.get('access-control-allow-origin'), null);
      assert.equal(outcome(await send('null')), REFUSED);
    });

    it(`${path} answers the preflight of any listed origin`, async () => {
      const preflight = (origin: string) => request(`${platform.url}${path}`, {
        method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-miracl-cid,x-miracl-client' },
      });
      for (const origin of [SITE, OTHER, platform.url]) {
        const answer = await preflight(origin);
        assert.equal(answer.status, 204);
        assert.equal(answer.headers.get('access-control-allow-origin'), origin);
        assert.equal(answer.headers.get('access-control-allow-credentials'), null);
        assert.match(answer.headers.get('access-control-allow-headers') ?? '', /X-MIRACL-CID.*X-MIRACL-CLIENT.*Content-Type.*Authorization/);
        assert.match(answer.headers.get('access-control-allow-methods') ?? '', /GET.*POST.*OPTIONS/);
      }
      const stranger = await preflight(NOBODY);
      assert.deepEqual([outcome(stranger), stranger.headers.get('access-control-allow-origin')], [REFUSED, null]);
    });
  }

  it('lets pages read errors, so that they can say what is wrong', async () => {
    const answer = await platform.post('/rps/v2/session', { projectId: 1 }, { origin: SITE });
    assert.deepEqual([outcome(answer), answer.headers.get('access-control-allow-origin')], ['400 INVALID_REQUEST_PARAMETERS', SITE]);
    assert.equal((await request(`${platform.url}/nowhere`, { headers: { origin: SITE } })).headers.get('access-control-allow-origin'), SITE);
  });

  it('tells every page through discovery whether it may', async () => {
    const discover = (query: string, origin: string) => request(`${platform.url}/.well-known/project-configuration${query}`, { headers: { origin } });
    const id = `?id=${platform.project.projectId}`;
    assert.equal(outcome(await discover(id, SITE)), '200');
    const refused = await discover(id, NOBODY);
    assert.deepEqual([outcome(refused), refused.headers.get('access-control-allow-origin')], [REFUSED, '*']);
    assert.equal(outcome(await discover(id, OTHER)), REFUSED);
    assert.equal(outcome(await discover('?id=nobody', SITE)), '404 UNKNOWN_PROJECT');
    assert.equal(outcome(await discover('', SITE)), '404 UNKNOWN_PROJECT');
    const preflight = await request(`${platform.url}/.well-known/project-configuration${id}`, { method: 'OPTIONS', headers: { origin: NOBODY, 'access-control-request-method': 'GET' } });
    assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-origin')], [204, '*']);
  });

  it('takes the project from query or header where the body names none', async () => {
    const { projectId } = platform.project;
    assert.equal(outcome(await post(`${platform.url}/rps/v2/session?project_id=${projectId}`, {})), '200');
    assert.equal(outcome(await platform.post('/rps/v2/session', {}, { 'x-miracl-cid': projectId })), '200');
    assert.equal(outcome(await platform.post('/rps/v2/session', { projectId }, { 'x-miracl-cid': 'mcl' })), '200');
    assert.equal(outcome(await platform.post('/rps/v2/session', {})), '404 UNKNOWN_PROJECT');
  });
});
