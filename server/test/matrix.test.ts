import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { grantRights, regenerateSecret, setApplicationActive, withdrawRights } from '../src/core/applications.ts';
import type { CreatedProject } from '../src/core/projects.ts';
import { RIGHTS } from '../src/core/rights.ts';
import type { Right } from '../src/core/rights.ts';
import { createServiceAccount, setServiceAccountActive } from '../src/core/service-accounts.ts';
import { buildApp } from '../src/http/app.ts';
import { routeRights } from '../src/http/credentials.ts';
import { basic } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Every endpoint that asks for credentials, with the right that it asks for. `:projectId` stands for the project's id. */
const MATRIX: Readonly<Record<string, Right>> = {
  'POST /dvs/verify': 'sign',
  'POST /activate/initiate': 'verify',
  'POST /verification': 'verify',
  'GET /api/v1/projects/:projectId/audit': 'read',
  'HEAD /api/v1/projects/:projectId/audit': 'read',
  'GET /api/v1/projects/:projectId/mpinids': 'read',
  'HEAD /api/v1/projects/:projectId/mpinids': 'read',
  'PUT /api/v1/projects/:projectId/mpinids/:mpinId': 'revoke',
  'POST /api/v1/projects/:projectId/mpinids/:mpinId/revocation': 'revoke',
};

/** Where the documents name the older code. */
const OLDER: ReadonlySet<string> = new Set(['POST /verification']);

let platform: TestPlatform;
let elsewhere: CreatedProject;
before(async () => {
  platform = await startPlatform();
  elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
});
after(() => platform.close());

/** Calls an endpoint with nothing but credentials: who is let in is told what is wrong with the rest. */
async function call(endpoint: string, headers: Record<string, string>): Promise<string> {
  const [method = '', path = ''] = endpoint.split(' ');
  const url = `${platform.url}${path.replace(':projectId', platform.project.projectId).replace(':mpinId', '0'.repeat(64))}`;
  const answer = await request(url, { method, headers, ...(method === 'PUT' || method === 'POST' ? { body: '{}' } : {}) });
  return method === 'HEAD' ? String(answer.status) : outcome(answer);
}

const refusal = (endpoint: string): string => (endpoint.startsWith('HEAD') ? '401' : OLDER.has(endpoint) ? '401 UNAUTHORIZED_REQUEST' : '401 UNAUTHORIZED');
const forbidden = (endpoint: string): string => (endpoint.startsWith('HEAD') ? '403' : '403 FORBIDDEN');
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const plain = (text: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

async function account(rights: readonly Right[], projectId = platform.project.projectId): Promise<{ id: string; token: string }> {
  const created = await createServiceAccount(platform.core, { projectId, name: 'Nightly report', rights }, 'tests');
  return { id: created.account.id, token: created.token };
}

describe('who may call what', () => {
  it('covers every endpoint that asks for a right, and every one of the back-end API asks for one', async () => {
    const app = buildApp(platform.core, []);
    await app.ready();
    const routes = routeRights(app);
    await app.close();
    const guarded = routes.filter(({ right }) => right !== undefined).map(({ method, url, right }) => [`${method} ${url}`, right]);
    assert.deepEqual(Object.fromEntries(guarded), MATRIX);
    assert.deepEqual(routes.filter(({ url, right }) => url.startsWith('/api/v1/projects') && right === undefined), []);
  });

  for (const [endpoint, right] of Object.entries(MATRIX)) {
    it(`${endpoint} needs ${right}`, async () => {
      const { clientId, clientSecret } = platform.project;
      const off = await account([right]);
      await setServiceAccountActive(platform.core, off.id, false, 'tests');
      const wrong = [{}, plain(`${clientId}:wrong`), plain(`${clientId}:`), plain(clientId), plain(`unknown:${clientSecret}`), plain(`${elsewhere.clientId}:${clientSecret}`),
        { authorization: 'Basic' }, { authorization: 'Basic !!!' }, { authorization: `Digest ${clientSecret}` }, bearer(''), bearer('wrong'), bearer(clientSecret), bearer(off.token),
        { authorization: `Bearer ${off.token} ${off.token}` }];
      for (const headers of wrong) assert.equal(await call(endpoint, headers), refusal(endpoint), JSON.stringify(Object.values(headers)));

      const without = await account(RIGHTS.filter((one) => one !== right));
      assert.equal(await call(endpoint, bearer(without.token)), forbidden(endpoint));
      if (endpoint.includes(':projectId')) {
        for (const headers of [basic({ project: elsewhere }), bearer((await account(RIGHTS, elsewhere.projectId)).token)]) assert.equal(await call(endpoint, headers), forbidden(endpoint));
      }

      for (const headers of [basic(platform), bearer((await account([right])).token)]) {
        assert.doesNotMatch(await call(endpoint, headers), /^(401|403)/);
      }
    });
  }

  it('holds with the next request that a right was withdrawn, an application or an account switched off', async () => {
    const { core } = platform;
    const project = await platform.addProject({ name: 'Short-lived', origins: [] });
    const mpinids = async (headers: Record<string, string>): Promise<string> => outcome(await request(`${platform.url}/api/v1/projects/${project.projectId}/mpinids`, { headers }));
    const { account: made, token } = await createServiceAccount(core, { projectId: project.projectId, name: 'Report', rights: ['read'] }, 'tests');
    assert.equal(await mpinids(bearer(token)), '200');
    await setServiceAccountActive(core, made.id, false, 'tests');
    assert.equal(await mpinids(bearer(token)), '401 UNAUTHORIZED');
    await setServiceAccountActive(core, made.id, true, 'tests');
    assert.equal(await mpinids(bearer(token)), '200');
    await withdrawRights(core, project.clientId, ['read'], 'tests');
    assert.equal(await mpinids(basic({ project })), '403 FORBIDDEN');
    await grantRights(core, project.clientId, ['read'], 'tests');
    assert.equal(await mpinids(basic({ project })), '200');
    await setApplicationActive(core, project.clientId, false, 'tests');
    assert.equal(await mpinids(basic({ project })), '401 UNAUTHORIZED');
    const { body } = await request(`${platform.url}/api/v1/projects/${project.projectId}/audit`, { headers: bearer(token) });
    assert.deepEqual((body['list'] as Record<string, unknown>[]).map((event) => [event['eventStatus'], event['actor']]), [
      ['credentials_refused', ''], ['application_disabled', 'tests'], ['rights_granted', 'tests'], ['rights_withdrawn', 'tests'], ['service_account_enabled', 'tests'],
      ['service_account_disabled', 'tests'], ['service_account_created', 'tests'], ['application_created', ''], ['project_created', ''],
    ]);
  });

  it('takes a former secret for as long as it overlaps, and not one moment longer', async () => {
    const { core } = platform;
    const project = await platform.addProject({ name: 'Rotating', origins: [] });
    const mpinids = async (secret: string): Promise<string> =>
      outcome(await request(`${platform.url}/api/v1/projects/${project.projectId}/mpinids`, { headers: plain(`${project.clientId}:${secret}`) }));
    const second = await regenerateSecret(core, project.clientId, 3600, 'tests');
    assert.deepEqual([await mpinids(project.clientSecret), await mpinids(second.clientSecret)], ['200', '200']);
    platform.advance(3601);
    assert.deepEqual([await mpinids(project.clientSecret), await mpinids(second.clientSecret)], ['401 UNAUTHORIZED', '200']);
    const third = await regenerateSecret(core, project.clientId, 0, 'tests');
    assert.deepEqual([await mpinids(second.clientSecret), await mpinids(third.clientSecret)], ['401 UNAUTHORIZED', '200']);
  });
});
