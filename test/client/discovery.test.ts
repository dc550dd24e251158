import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStorage, MpinClient, type MpinClientOptions } from '../../src/client/index.ts';
import { failure } from './support.ts';

const SERVER = 'https://server.test/base';

function clientOf(answer: () => Response | Promise<Response>, options: Partial<MpinClientOptions> = {}): { client: MpinClient; asked: string[] } {
  const asked: string[] = [];
  const client = new MpinClient({
    server: `${SERVER}/`, storage: memoryStorage(), ...options,
    fetch: async (input) => {
      asked.push(String(input));
      return answer();
    },
  });
  return { client, asked };
}

const full = {
  id: 'p1', name: 'Northwind Bank', curve: 'BN254CX', pinLength: 5, verificationMethod: 'code', identityType: 'alphanumeric', identityTypeLabel: 'Staff number',
  askDeviceName: false, easyPin: 'refuse', ways: ['phone'], firstScreen: 'identities', addIdentities: false, languages: ['en', 'de'], limits: { codeLength: 8 },
  endpoints: { pass1: 'https://other.test/pass1', jwks: 'https://other.test/jwks' }, extensions: { pass2U: 1, accessStream: 2, signInNonce: '1', unheardOf: 1 },
};

test('the link of a session that another page started lies beside the platform, under its path too', async () => {
  const { client, asked } = clientOf(() => Response.json({ id: 'p1', extensions: {} }));
  const shown = new AbortController();
  const links: string[] = [];
  const onRequest = ({ link }: { readonly link: string }): void => {
    links.push(link);
    shown.abort();
  };
  await failure(client.signInByPhone({ accessId: 'of-a-log-in', onRequest, signal: shown.signal }), 'ABORTED');
  assert.deepEqual(links, [`${SERVER}/mobile-login/#of-a-log-in`]);
  assert.equal(asked.length, 1, 'nothing but the configuration');
});

test('reads a whole configuration, the extensions that both know, and the API\'s paths for what is not named', async () => {
  const { client, asked } = clientOf(() => Response.json(full));
  const configuration = await client.discover();
  assert.deepEqual(asked, [`${SERVER}/.well-known/project-configuration`]);
  assert.equal(configuration.id, 'p1');
  assert.equal(configuration.pinLength, 5);
  assert.equal(configuration.identityTypeLabel, 'Staff number');
  assert.equal(configuration.askDeviceName, false);
  assert.deepEqual([configuration.easyPin, configuration.ways, configuration.firstScreen, configuration.addIdentities], ['refuse', ['phone'], 'identities', false]);
  assert.deepEqual(configuration.limits, { userIdLength: 254, deviceNameLength: 40, codeLength: 8, accessTtlSeconds: 900 });
  assert.deepEqual(configuration.extensions, { pass2U: 1 });
  assert.equal(configuration.endpoints.pass1, 'https://other.test/pass1');
  assert.equal(configuration.endpoints.pass2, `${SERVER}/rps/v2/pass2`);
  assert.equal(await client.discover(), configuration);
  assert.equal(asked.length, 1, 'Asked once');
});

test('a server whose discovery names nothing but the project is used with the API\'s paths', async () => {
  const { client } = clientOf(() => Response.json({ id: 'p1', customDomain: 'https://auth.example.com' }));
  const configuration = await client.discover();
  assert.deepEqual(configuration.extensions, {});
  assert.equal(configuration.endpoints.session, `${SERVER}/rps/v2/session`);
  assert.equal(configuration.pinLength, 4);
  assert.equal(configuration.verificationMethod, 'link');
  assert.deepEqual([configuration.easyPin, configuration.ways, configuration.firstScreen, configuration.addIdentities], ['warn', ['browser', 'phone'], 'auto', true]);
});

const without: readonly [string, () => Response][] = [
  ['404 with a page', () => new Response('<h1>Not found</h1>', { status: 404 })],
  ['404 with another code', () => Response.json({ error: 'NOT_FOUND', info: '' }, { status: 404 })],
  ['200 with a page', () => new Response('<!doctype html>', { status: 200 })],
  ['200 without id', () => Response.json({ hello: 'world' })],
];

for (const [name, answer] of without) {
  test(`a server without discovery needs the project from the page: ${name}`, async () => {
    const named = clientOf(answer, { project: 'p 1'.replace(' ', '&') });
    const configuration = await named.client.discover();
    assert.deepEqual(named.asked, [`${SERVER}/.well-known/project-configuration?id=p%261`]);
    assert.equal(configuration.id, 'p&1');
    assert.deepEqual(configuration.extensions, {});
    await failure(clientOf(answer).client.discover(), 'UNKNOWN_PROJECT');
  });
}

test('refusals keep their names', async () => {
  const refused = (code: string, status: number): Promise<unknown> =>
    clientOf(() => Response.json({ error: code, info: '' }, { status }), { project: 'p1' }).client.discover();
  await failure(refused('UNKNOWN_PROJECT', 404), 'UNKNOWN_PROJECT');
  await failure(refused('ORIGIN_NOT_ALLOWED', 403), 'ORIGIN_NOT_ALLOWED');
  await failure(refused('REQUEST_BACKOFF', 429), 'RATE_LIMITED');
  await failure(refused('INTERNAL_ERROR', 500), 'SERVER_ERROR');
  await failure(clientOf(() => Response.json(full), { project: 'p2' }).client.discover(), 'PROJECT_MISMATCH');
  await failure(clientOf(() => Response.json({ ...full, curve: 'BLS381' })).client.discover(), 'UNSUPPORTED_CURVE');
});

test('nonsense in a configuration is refused, not repaired', async () => {
  const bad = [
    { id: '' }, { id: 1 }, { id: 'a\nb' }, { pinLength: 7 }, { pinLength: '4' }, { verificationMethod: 'pigeon' }, { identityType: 'phone' },
    { languages: [] }, { languages: [1] }, { limits: [] }, { limits: { codeLength: 0 } }, { endpoints: 'x' }, { endpoints: { pass1: '/pass1' } },
    { endpoints: { pass1: 'http://server.test/pass1' } }, { endpoints: { pass1: 'https://a:b@server.test/' } }, { extensions: 1 }, { askDeviceName: 1 },
  ];
  for (const change of bad) {
    await failure(clientOf(() => Response.json({ ...full, ...change })).client.discover(), 'INVALID_RESPONSE');
  }
});

test('a failure is forgotten: the next call asks again', async () => {
  let up = false;
  const { client, asked } = clientOf(() => {
    if (!up) throw new TypeError('fetch failed');
    return Response.json(full);
  });
  await failure(client.discover(), 'OFFLINE');
  up = true;
  assert.equal((await client.discover()).id, 'p1');
  assert.equal(asked.length, 2);
});

test('asking anew reaches the server, and forgets nothing where it does not', async () => {
  let name: string | undefined = 'before';
  const { client, asked } = clientOf(() => {
    if (name === undefined) throw new TypeError('fetch failed');
    return Response.json({ ...full, name });
  });
  await client.discover();
  name = undefined;
  await failure(client.discover({ fresh: true }), 'OFFLINE');
  assert.equal((await client.discover()).name, 'before');
  name = 'after';
  assert.equal((await client.discover({ fresh: true })).name, 'after');
  assert.equal((await client.discover()).name, 'after');
  assert.equal(asked.length, 3);
});

test('a caller may give up without spoiling it for others', async () => {
  let answer: ((response: Response) => void) | undefined;
  const { client, asked } = clientOf(() => new Promise((resolve) => {
    answer = resolve;
  }));
  const controller = new AbortController();
  const givenUp = failure(client.discover({ signal: controller.signal }), 'ABORTED');
  const patient = client.discover();
  controller.abort();
  await givenUp;
  answer?.(Response.json(full));
  assert.equal((await patient).id, 'p1');
  assert.equal(asked.length, 1);
});

test('a list needs no server where the page names the project', async () => {
  const { client, asked } = clientOf(() => Promise.reject(new TypeError('fetch failed')), { project: 'p1' });
  assert.deepEqual(await client.identities(), []);
  assert.equal(await client.pending(), undefined);
  assert.deepEqual(asked, []);
});
