import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sha256 } from '../src/keys/secrets.ts';
import { writeCountryFile } from './support/country-file.ts';
import { curl } from './support/curl.ts';
import { basic, prove, register, signIn, someone } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
const files = temporaryDirectory();
const COUNTRIES = join(files.path, 'countries.mmdb');
let platform: TestPlatform;
before(async () => {
  writeCountryFile(COUNTRIES, { 87: 'GB', 127: 'PT' });
  platform = await startPlatform({ environment: { MPIN_COUNTRY_DATABASE: COUNTRIES, MPIN_TRUSTED_PROXIES: '127.0.0.1' } });
});
after(async () => {
  await platform.close();
  files.remove();
});

const idOf = (identity: DeviceIdentity): string => sha256(Buffer.from(identity.id.mpinId, 'hex'));
const at = (path: string): string => `${platform.url}/api/v1/projects/${platform.project.projectId}${path}`;
const get = (path: string): Promise<Answer> => request(at(path), { headers: basic(platform) });
const listOf = (answer: Answer): readonly Record<string, unknown>[] => answer.body['list'] as Record<string, unknown>[];
const user = (): string => `${platform.project.clientId}:${platform.project.clientSecret}`;

describe('the documents\' commands', () => {
  it('read the audit log', async () => {
    const identity = await register(platform, PIN);
    await signIn(platform, identity, PIN);
    const { status, body } = await curl({ user: user(), url: at(`/audit?fromDate=2021-06-01T00:00:00Z&toDate=2099-07-01T00:00:00Z&userId=${identity.userId}&limit=10&offset=0`) });
    assert.equal(status, 200);
    assert.equal(body['total'], 4);
    const [newest] = body['list'] as Record<string, unknown>[];
    assert.deepEqual({ ...newest, createdAt: '' }, {
      IPAddress: '127.0.0.1', appID: '', appName: '', country: 'PT', createdAt: '', deviceName: 'Test device', eventStatus: 'authenticate_success', eventType: 'authentication',
      mpinID: idOf(identity), userID: identity.userId, actor: '',
    });
    assert.match(String(newest?.['createdAt']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
  });

  it('list identities, rename one, revoke it', async () => {
    const identity = await register(platform, PIN);
    const listed = await curl({ user: user(), url: at(`/mpinids?userId=${identity.userId}&revoked=false&limit=10&offset=0`) });
    assert.equal(listed.body['total'], 1);
    const [record = {}] = listed.body['list'] as Record<string, unknown>[];
    assert.deepEqual({ ...record, createdAt: '', updatedAt: '' }, {
      mpinId: idOf(identity), projectId: platform.project.projectId, userId: identity.userId, deviceName: 'Test device', ip: '127.0.0.1', country: 'PT', dvs: true,
      createdAt: '', updatedAt: '', revoked: false,
    });
    platform.advance(1);
    const renamed = await curl({ method: 'PUT', user: user(), data: '{\n"deviceName":"New name"\n}', url: at(`/mpinids/${idOf(identity)}`) });
    const { projectId: _project, ...rest } = record;
    assert.deepEqual({ ...renamed.body, updatedAt: '' }, { ...rest, deviceName: 'New name', updatedAt: '' });
    assert.ok(String(renamed.body['updatedAt']) > String(record['updatedAt']));
    const revoked = await curl({ method: 'POST', user: user(), data: '{\n"reason":"account expiration"\n}', url: at(`/mpinids/${idOf(identity)}/revocation`) });
    assert.deepEqual(revoked, { status: 200, body: { hashMPinID: idOf(identity), reason: 'account expiration' } });
    assert.equal((await curl({ user: user(), url: at(`/mpinids?userId=${identity.userId}&revoked=false`) })).body['total'], 0);
    assert.equal((await curl({ user: user(), url: at(`/mpinids?userId=${identity.userId}&revoked=true`) })).body['total'], 1);
  });
});

describe('revoking', () => {
  const revoke = (id: string, body?: unknown): Promise<Answer> => request(at(`/mpinids/${id}/revocation`),
    { method: 'POST', headers: basic(platform), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

  it('is effective at once, for a sign-in under way too', async () => {
    const identity = await register(platform, PIN);
    const authOTT = await prove(platform, identity, PIN);
    assert.equal(outcome(await revoke(idOf(identity), { reason: 'lost' })), '200');
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT })), '410 REVOKED_MPINID');
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
  });

  it('keeps the first reason, and needs none', async () => {
    const [first, second] = [await register(platform, PIN), await register(platform, PIN)];
    await revoke(idOf(first), { reason: 'lost' });
    assert.equal((await revoke(idOf(first), { reason: 'found' })).body['reason'], 'lost');
    assert.equal((await revoke(idOf(second).toUpperCase())).body['reason'], '');
    const events = listOf(await get(`/audit?mpinId=${idOf(first)}`)).filter((event) => event['eventStatus'] === 'revoked');
    assert.deepEqual(events.map((event) => [event['appID'], event['appName']]), [[platform.project.clientId, 'Shop']]);
  });

  it('does not find another project\'s identity', async () => {
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const identity = await register({ ...platform, project: elsewhere }, PIN);
    for (const id of [idOf(identity), '0'.repeat(64)]) {
      const answer = await revoke(id);
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'mpinId']);
    }
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });
});

describe('the audit log', () => {
  it('filters by every parameter, and pages', async () => {
    const [one, other] = [await register(platform, PIN), await register(platform, PIN)];
    const begun = new Date(platform.core.now()).toISOString();
    platform.advance(60);
    await signIn(platform, one, '0000');
    const between = new Date(platform.core.now() + 1).toISOString();
    platform.advance(60);
    await signIn(platform, one, PIN);
    await signIn(platform, other, PIN);
    const statuses = async (query: string): Promise<unknown[]> => listOf(await get(`/audit?${query}`)).map((event) => event['eventStatus']);
    assert.deepEqual(await statuses(`mpinId=${idOf(one)}&fromDate=${begun}`), ['authenticate_success', 'authenticate_failure']);
    assert.deepEqual(await statuses(`mpinId=${idOf(one).toUpperCase()}&fromDate=${begun}&toDate=${between}`), ['authenticate_failure']);
    assert.deepEqual(await statuses(`userId=${other.userId}&fromDate=${begun}`), ['authenticate_success']);
    assert.deepEqual(await statuses(`userId=${other.userId}&deviceName=Test%20device&fromDate=${begun}`), ['authenticate_success']);
    assert.deepEqual(await statuses(`userId=${other.userId}&deviceName=Other`), []);
    assert.deepEqual(await statuses(`userId=${other.userId}&applicationId=${platform.project.clientId}`), []);
    assert.deepEqual(await statuses(`userId=${someone()}`), []);
    const all = listOf(await get(`/audit?userId=${one.userId}`));
    const paged = [listOf(await get(`/audit?userId=${one.userId}&limit=2`)), listOf(await get(`/audit?userId=${one.userId}&limit=2&offset=2`)), listOf(await get(`/audit?userId=${one.userId}&limit=2&offset=4`))];
    assert.deepEqual(paged.flat(), all);
    assert.equal((await get(`/audit?userId=${one.userId}&limit=1`)).body['total'], all.length);
  });

  it('names the country of whoever a trusted proxy forwards', async () => {
    const userId = someone();
    await platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: '' }, { 'x-forwarded-for': '87.227.194.151' });
    assert.deepEqual(listOf(await get(`/audit?userId=${userId}`)).map((event) => [event['IPAddress'], event['country']]), [['87.227.194.151', 'GB']]);
  });

  it('refuses parameters that make no sense', async () => {
    for (const [name, values] of Object.entries({
      fromDate: ['yesterday', '2021-06-01', '2021-13-41T00:00:00Z', ''], toDate: ['1'], mpinId: ['', 'zz', '0'.repeat(63)], limit: ['0', '1001', '-1', 'x', ''], offset: ['-1', '1e9', '9999999999'],
      userId: ['a'.repeat(255)], deviceName: ['a'.repeat(41)],
    })) {
      for (const value of values) {
        const answer = await get(`/audit?${name}=${encodeURIComponent(value)}`);
        assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', name], `${name}=${value}`);
      }
    }
    assert.equal(outcome(await get('/mpinids?revoked=maybe')), '400 INVALID_REQUEST_PARAMETERS');
    assert.equal(outcome(await get('/mpinids?limit=1&limit=2')), '400 INVALID_REQUEST_PARAMETERS');
  });
});

describe('the errors of the back-end API', () => {
  const put = async (body: string): Promise<[string, unknown]> => {
    const answer = await request(at(`/mpinids/${'0'.repeat(64)}`), { method: 'PUT', headers: basic(platform), body });
    return [outcome(answer), context(answer)['params']];
  };

  it('tell broken JSON, another shape, and wrong values apart', async () => {
    for (const body of ['{', '', 'deviceName=x']) assert.equal((await put(body))[0], '400 INVALID_REQUEST_BODY', body);
    for (const body of ['[]', '"x"', '1', 'null']) assert.deepEqual(await put(body), ['400 INVALID_REQUEST_PAYLOAD', undefined], body);
    assert.deepEqual(await put('{"deviceName":1}'), ['400 INVALID_REQUEST_PAYLOAD', 'deviceName']);
    for (const body of ['{}', '{"deviceName":null}', '{"deviceName":""}', '{"deviceName":"a\\u202eb"}', JSON.stringify({ deviceName: 'a'.repeat(41) })]) {
      assert.deepEqual(await put(body), ['400 INVALID_REQUEST_PARAMETERS', 'deviceName'], body);
    }
  });

  it('say what the documents say', async () => {
    const refused = await request(at('/mpinids'));
    assert.deepEqual([refused.body['error'], refused.body['info']], ['UNAUTHORIZED', 'Access not allowed due to invalid credentials.']);
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const forbidden = await request(at('/mpinids'), { headers: basic({ project: elsewhere }) });
    assert.deepEqual([forbidden.body['error'], forbidden.body['info']], ['FORBIDDEN', 'The request is forbidden.']);
    const misshapen = await request(at(`/mpinids/${'0'.repeat(64)}`), { method: 'PUT', headers: basic(platform), body: '[]' });
    assert.equal(misshapen.body['info'], 'Request payload doesn\'t match schema.');
    const broken = await request(at(`/mpinids/${'0'.repeat(64)}`), { method: 'PUT', headers: basic(platform), body: '{' });
    assert.equal(broken.body['info'], 'The request payload is invalid JSON.');
  });
});
