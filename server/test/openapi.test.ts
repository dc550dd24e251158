import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { buildApp } from '../src/http/app.ts';
import { ELSEWHERE, OPERATIONS } from '../src/http/openapi-operations.ts';
import type { OpenApiDocument } from '../src/http/openapi.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { checkedServer } from './support/checked-server.ts';
import type { CheckedServer } from './support/checked-server.ts';
import { contractsOf } from './support/contract.ts';
import { activate, basic, complete, register, signed, signIn, someone } from './support/device.ts';
import { request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { otpApplication } from './support/otp.ts';
import { openNumbered, resolve } from './support/phone.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2846';
let platform: TestPlatform;
let document: OpenApiDocument;
let server: CheckedServer;
before(async () => {
  platform = await startPlatform();
  document = (await request(`${platform.url}/openapi.json`)).body as unknown as OpenApiDocument;
  server = checkedServer(platform, document);
});
after(() => platform.close());

const isElsewhere = (url: string): boolean => ELSEWHERE.some((path) => url === path || (path.endsWith('/') && url.startsWith(path)));
const isFile = (url: string): boolean => /\.(?:js|json|css|webmanifest|svg|png|wasm)$/.test(url) || /^\/\d+\.\d+\.\d+\/\*$/.test(url);

describe('the document of the API', () => {
  it('knows every route that is no page and no file, and no route that there is not', async () => {
    const app = buildApp(platform.core, []);
    const routes = new Set<string>();
    app.addHook('onRoute', ({ method, url }) => [method].flat().forEach((one) => routes.add(`${one} ${url}`)));
    await app.ready();
    const of = (key: string): { method: string; url: string } => ({ method: key.split(' ')[0] ?? '', url: key.split(' ')[1] ?? '' });
    const undocumented = [...routes].filter((key) => !Object.hasOwn(OPERATIONS, key)).filter((key) => {
      const { method, url } = of(key);
      return method !== 'HEAD' && method !== 'OPTIONS' && !isElsewhere(url) && !isFile(url);
    });
    assert.deepEqual(undocumented, []);
    assert.deepEqual(Object.keys(OPERATIONS).filter((key) => !routes.has(key) && !key.includes(' /ta/')), []);
    assert.equal(contractsOf(document).length, Object.keys(OPERATIONS).length);
    await app.close();
  });

  it('is OpenAPI 3.1, with a summary, a body where one is read, and answers for each operation, each named once', () => {
    assert.equal(document.openapi, '3.1.0');
    const contracts = contractsOf(document);
    for (const { method, path, operation } of contracts) {
      assert.ok(operation.summary.length > 5 && /docs\/protocol\.md \d/.test(operation.description), path);
      assert.ok('200' in operation.responses && '500' in operation.responses, path);
      if (method === 'POST' || method === 'PUT') assert.ok(operation.requestBody, `${method} ${path}`);
      assert.deepEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name), (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name), path);
    }
    assert.equal(new Set(contracts.map(({ operation }) => operation.operationId)).size, contracts.length);
  });

  it('can be read as a page that loads nothing but our own style sheet and runs nothing', async () => {
    const answer = await request(`${platform.url}/openapi`);
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self';/);
    for (const { operation } of contractsOf(document)) assert.ok(answer.text.includes(`id="${operation.operationId}"`), operation.operationId);
    assert.doesNotMatch(answer.text, /<script|style="/);
    assert.doesNotMatch(answer.text, /(?:src|href)="https?:/);
  });

  it('describes what every operation answers when all goes well', async () => {
    const call = (method: string, path: string, body?: unknown): Promise<Answer> => server.call(method, path, body, basic(platform));
    const { projectId } = platform.project;
    for (const path of ['/.well-known/project-configuration', '/.well-known/jwks', '/dvs/jwks', '/healthz', '/readyz']) await server.call('GET', path);

    const userId = someone();
    const keys = createKeyPair();
    const registered = await server.post('/registration', {
      userId, deviceName: 'Test device', activationToken: await activate(server, userId), publicKey: keys.publicKey, identityCapability: true,
    });
    for (const url of registered.body['secretUrls'] as string[]) await server.call('GET', new URL(url).pathname);
    const identity = await complete(registered, keys, userId, PIN);
    const second = { userId: someone(), publicKey: createKeyPair().publicKey };
    const designated = (await server.post('/registration', { ...second, ver: 2, deviceName: 'Test device', activationToken: await activate(server, second.userId) })).body;
    for (const { url, token } of designated['designatedTAs'] as { url: string; token: string }[]) {
      await server.post(new URL(url).pathname, { mpinId: designated['mpinId'], pubKey: second.publicKey }, { authorization: `Bearer ${token}` });
    }
    const owned = { id: sha256(Buffer.from(identity.id.mpinId, 'hex')), capability: identity.capability };

    assert.equal((await signIn(server, identity, PIN)).status, 200);
    const otp = await otpApplication(platform);
    const asked = await signIn({ post: (path, body, headers) => server.post(path, path.endsWith('pass1') ? { ...body as object, scope: ['otp'] } : { ...body as object, clientId: otp.clientId }, headers) }, identity, PIN);
    assert.match(JSON.stringify(asked.body['otp']), /\d{6}/);

    const numbered = await openNumbered(server);
    await resolve(server, identity, numbered.accessNumber);
    await server.post('/rps/v2/codeStatus', { wid: numbered.accessId, status: 'wid' });
    const { signOutHandle } = (await signIn(server, identity, PIN, { scope: 'oidc', accessId: numbered.accessId })).body;
    await server.post('/rps/v2/access', { webOTT: numbered.webOTT, token: true });
    await server.post('/rps/v2/access/stream', { webOTT: numbered.webOTT });
    await server.post('/rps/v2/signOut', { signOutHandle });

    const { jwt } = (await signIn(server, identity, PIN, { scope: 'reg-code' })).body;
    await server.post('/verification/quickcode', { projectId, jwt, deviceName: 'Phone' });

    const message = Buffer.from('contract 4711');
    const signature = signed(identity, PIN, message, Math.floor(platform.core.now() / 1000));
    await call('POST', '/dvs/verify', signature);
    const opened = await server.post('/dvs/session', { projectID: projectId, userID: userId, hash: message.toString('hex'), description: 'A contract' });
    const { id } = opened.body;
    await server.post('/dvs/session/details', { id });
    await server.call('PUT', '/dvs/session', { id, ...signature });
    await server.call('DELETE', '/dvs/session', { id });

    await server.post('/otp', { userId }, { authorization: `Basic ${Buffer.from(`${otp.clientId}:${otp.clientSecret}`).toString('base64')}` });
    await call('POST', '/activate/initiate', { userId: someone() });
    await call('POST', '/verification', { userId: someone(), delivery: 'no' });
    await call('GET', `/api/v1/projects/${projectId}/audit?limit=20`);
    await call('GET', `/api/v1/projects/${projectId}/mpinids`);
    await call('PUT', `/api/v1/projects/${projectId}/mpinids/${owned.id}`, { deviceName: 'Renamed' });
    await server.post('/identity/rename', { ...owned, deviceName: 'Renamed again' });
    await server.post('/identity/push', { ...owned, pushToken: '' });
    await server.post('/identity/remove', owned);
    const other = await register(server, PIN);
    await call('POST', `/api/v1/projects/${projectId}/mpinids/${sha256(Buffer.from(other.id.mpinId, 'hex'))}/revocation`, { reason: 'lost' });

    // Messages to phones need a push service, and have tests of their own with one.
    const missing = contractsOf(document).map(({ method, path }) => `${method} ${path}`).filter((key) => !server.succeeded.has(key));
    assert.deepEqual(missing, ['POST /pushauth']);
  });
});
