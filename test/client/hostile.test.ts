import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { memoryStorage, MpinClient, MpinError } from '../../src/client/index.ts';
import { startWireServer } from '../support/wire-server/server.ts';
import { ALICE, failure, PIN } from './support.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

const SERVER = 'https://server.test';
const SHARES = ['/share/1', '/share/2'];

/** What an honest server answers in one registration and sign-in, by path. */
const honest = new Map<string, Record<string, unknown>>();
let projectId = '';

before(async () => {
  const server = await startWireServer();
  ({ projectId } = server);
  let shares = 0;
  const recording: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { pathname } = new URL(String(input));
    const path = pathname === '/share' ? SHARES[shares++] as string : pathname;
    if (response.status === 200) honest.set(path, await response.clone().json() as Record<string, unknown>);
    return response;
  };
  const client = new MpinClient({ server: server.url, project: projectId, storage: memoryStorage(), fetch: recording });
  const pending = await client.startRegistration({ userId: ALICE });
  await client.openLink({ userId: ALICE, code: server.mailTo(ALICE).code });
  const { id } = await client.register(pending, PIN);
  await client.beginSignIn(id).finish(PIN);
  await server.close();
  honest.set('/registration', { ...honest.get('/registration'), secretUrls: SHARES.map((path) => SERVER + path) });
  honest.set('/.well-known/project-configuration', {
    id: projectId, name: 'Test', curve: 'BN254CX', pinLength: 4, pinAttempts: 3, verificationMethod: 'link', identityType: 'email', languages: ['en'],
    limits: { userIdLength: 254, codeLength: 6 }, endpoints: { pass1: `${SERVER}/rps/v2/pass1` }, extensions: { attemptsLeft: 1 },
  });
});

/** One registration and sign-in against recorded answers, of which some are changed. */
async function flow(change: (path: string, body: Record<string, unknown>) => Answer | undefined): Promise<string[]> {
  const sent: string[] = [];
  const replay: typeof fetch = async (input) => {
    const { pathname } = new URL(String(input));
    sent.push(pathname);
    const body = honest.get(pathname);
    if (body === undefined) return new Response('{"error":"NOT_FOUND","info":""}', { status: 404 });
    const { status, body: text } = change(pathname, body) ?? { status: 200, body: JSON.stringify(body) };
    return new Response(text, { status });
  };
  const client = new MpinClient({ server: SERVER, project: projectId, storage: memoryStorage(), fetch: replay });
  try {
    const pending = await client.startRegistration({ userId: ALICE });
    await client.openLink({ userId: ALICE, code: 'c' });
    const { id } = await client.register(pending, PIN);
    await client.beginSignIn(id).finish(PIN);
    return sent;
  } catch (error) {
    throw Object.assign(error as Error, { sent });
  }
}

function replaced(body: Record<string, unknown>, field: string, value: unknown): Answer {
  return { status: 200, body: JSON.stringify({ ...body, [field]: value }) };
}

test('the recorded answers are accepted unchanged', async () => {
  assert.equal((await flow(() => undefined)).at(-1), '/rps/v2/authenticate');
});

test('whatever stands in a field, the outcome is success or an error of ours', async () => {
  const fields = [...honest].flatMap(([path, body]) => Object.keys(body).map((field) => [path, field] as const));
  const value = fc.oneof(
    fc.jsonValue(), fc.string(), fc.integer(), fc.constantFrom(null, '', '0', '__proto__', [], {}, 'https://other.test/x', '\u0000', 'ff'.repeat(65)),
    fc.stringMatching(/^[0-9a-f]{64}$/u), fc.stringMatching(/^04[0-9a-f]{128}$/u),
  );
  await fc.assert(fc.asyncProperty(fc.constantFrom(...fields), value, async ([path, field], junk) => {
    await flow((at, body) => at === path ? replaced(body, field, junk) : undefined).catch((error: unknown) => {
      assert.ok(error instanceof MpinError, `${path} ${field}: ${String(error)}`);
    });
  }), { numRuns: 250 });
});

test('whatever an error answer says, the outcome is an error of ours', async () => {
  const status = fc.oneof(fc.integer({ min: 201, max: 299 }).filter((code) => code !== 204 && code !== 205), fc.integer({ min: 400, max: 599 }));
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom('INVALID_AUTH', 'REQUEST_BACKOFF', 'constructor', '__proto__', 'INVALID_REQUEST_PARAMETERS'));
  const context = fc.oneof(part, fc.record({ params: part, backoff: part, attemptsLeft: part, requestID: part }));
  const body = fc.oneof(fc.string(), fc.record({ error: fc.oneof(part, fc.record({ code: part, context })), info: part, context }).map((value) => JSON.stringify(value)));
  const paths = [...honest.keys()].filter((path) => path !== '/.well-known/project-configuration');
  await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), status, body, async (path, code, text) => {
    const error = await failure(flow((at) => at === path ? { status: code, body: text } : undefined));
    assert.equal(error.status, code);
    assert.ok(error.attemptsLeft === undefined || Number.isInteger(error.attemptsLeft));
    assert.ok(error.retryAt === undefined || Number.isInteger(error.retryAt));
  }), { numRuns: 150 });
});

for (const text of ['', '<!doctype html><title>Hello</title>', '[]', 'null', '"y"', '1', '{"y":', '{}']) {
  test(`an answer of ${text === '' ? 'nothing' : text} is an invalid response`, async () => {
    for (const path of honest.keys()) {
      if (path === '/.well-known/project-configuration') continue;
      // Authenticate's needed member is the token, which has a test of its own.
      await failure(flow((at) => at === path ? { status: 200, body: text } : undefined), 'INVALID_RESPONSE');
    }
  });
}

test('only 200 is success', async () => {
  for (const status of [201, 202, 206]) {
    await failure(flow((at, body) => at === '/rps/v2/pass1' ? { status, body: JSON.stringify(body) } : undefined), 'INVALID_RESPONSE');
  }
});

test('a redirect is not followed', async () => {
  const redirecting = new MpinClient({
    server: SERVER, project: projectId, storage: memoryStorage(),
    fetch: async (_, init) => {
      assert.equal(init?.redirect, 'manual');
      return new Response(null, { status: 307, headers: { location: 'https://elsewhere.test' } });
    },
  });
  await failure(redirecting.discover(), 'INVALID_RESPONSE');
});

test('an identity of another project is refused before any secret is fetched, another curve as well', async () => {
  for (const [field, value, code] of [['projectId', 'another', 'PROJECT_MISMATCH'], ['curve', 'BLS381', 'UNSUPPORTED_CURVE']] as const) {
    const error = await failure(flow((at, body) => at === '/registration' ? replaced(body, field, value) : undefined), code);
    assert.ok(!(error as MpinError & { sent: string[] }).sent.some((path) => path.startsWith('/share')));
  }
});

test('secret URLs must be two, absolute, http(s), without credentials, and https where the server is', async () => {
  const good = `${SERVER}/share/1`;
  const bad: unknown[] = [
    [], [good], [good, good, good], [good, '/share/2'], [good, 'ftp://server.test/x'], [good, 'javascript:1'], [good, 'data:,x'],
    [good, 'http://server.test/x'], [good, 'https://user:pass@server.test/x'], [good, 'https://'], [good, 1], good,
  ];
  for (const secretUrls of bad) {
    await failure(flow((at, body) => at === '/registration' ? replaced(body, 'secretUrls', secretUrls) : undefined), 'INVALID_RESPONSE');
  }
});

test('row 25: a y that undoes U is answered by a new x, not by V = O', async () => {
  const order = 0x2400000008702a0db0bddf647a6366d2c43fd6ee0cc906cebe11c0a636eb1f6dn;
  // The client's x is (first 48 random bytes mod (r − 1)) + 1; this source makes that known to a hostile server.
  const seeds: bigint[] = [];
  const random = (length: number): Uint8Array => {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    seeds.push(BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
    return bytes;
  };
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  let undo = 0;
  const hostile: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    sent.push({ path: pathname, body: init?.body === undefined ? {} : JSON.parse(String(init.body)) as Record<string, unknown> });
    if (pathname === '/rps/v2/pass1' && undo-- > 0) {
      const x = (seeds.at(-1) as bigint) % (order - 1n) + 1n;
      return Response.json({ y: (order - x).toString(16).padStart(64, '0') });
    }
    const body = honest.get(pathname);
    return body === undefined ? new Response('', { status: 404 }) : Response.json(body);
  };
  const client = new MpinClient({ server: SERVER, project: projectId, storage: memoryStorage(), fetch: hostile, random });
  const pending = await client.startRegistration({ userId: ALICE });
  await client.openLink({ userId: ALICE, code: 'c' });
  const { id } = await client.register(pending, PIN);
  undo = 1;
  await client.beginSignIn(id).finish(PIN);
  const us = sent.filter(({ path }) => path === '/rps/v2/pass1').map(({ body }) => body['U']);
  assert.equal(new Set(us).size, 2);
  assert.equal(sent.filter(({ path }) => path === '/rps/v2/pass2').length, 1);
  undo = 2;
  await failure(client.beginSignIn(id).finish(PIN), 'SESSION_EXPIRED');
  assert.equal(sent.filter(({ path }) => path === '/rps/v2/pass2').length, 1, 'No V was made');
});

test('row 26: a y that is ≥ r, 0, short, long or not hex ends the sign-in before pass 2', async () => {
  const order = '2400000008702a0db0bddf647a6366d2c43fd6ee0cc906cebe11c0a636eb1f6d';
  const valid = String(honest.get('/rps/v2/pass1')?.['y']);
  const bad: unknown[] = [
    order, 'f'.repeat(64), '0'.repeat(64), valid.slice(2), `${valid}00`, valid.slice(1), `0x${valid.slice(2)}`, `${valid.slice(1)}g`, '', 1, null, [valid],
    ` ${valid.slice(1)}`, '１'.repeat(64),
  ];
  for (const y of bad) {
    const error = await failure(flow((at, body) => at === '/rps/v2/pass1' ? replaced(body, 'y', y) : undefined), 'INVALID_RESPONSE');
    assert.ok(!(error as MpinError & { sent: string[] }).sent.includes('/rps/v2/pass2'));
  }
});

test('upper-case hex is understood', async () => {
  const upper = (value: unknown): string => String(value).toUpperCase();
  await flow((at, body) => at === '/rps/v2/pass1' ? replaced(body, 'y', upper(body['y'])) : undefined);
  await flow((at, body) => at.startsWith('/share') ? replaced(body, 'dvsClientSecret', upper(body['dvsClientSecret'])) : undefined);
});

test('row 27: a share that is off the curve, O, too short, equal to the other or its negative ends the registration', async () => {
  const p = 0x2400000008702a0db0bddf647a6366d3243fd6ee18093ee1be6623ef5c1b55b3n;
  const first = String(honest.get('/share/1')?.['dvsClientSecret']);
  const y = BigInt(`0x${first.slice(66)}`);
  const negative = first.slice(0, 66) + (p - y).toString(16).padStart(64, '0');
  const offCurve = first.slice(0, 66) + (y + 1n).toString(16).padStart(64, '0');
  const notCanonical = `04${(BigInt(`0x${first.slice(2, 66)}`) + p).toString(16).padStart(64, '0')}${first.slice(66)}`;
  const bad: unknown[] = [
    first, negative, offCurve, notCanonical, `04${'0'.repeat(128)}`, '0'.repeat(130), '00', first.slice(2), `${first}00`, `02${first.slice(2)}`, '', null,
  ];
  for (const share of bad) {
    const error = await failure(flow((at, body) => at === '/share/2' ? replaced(body, 'dvsClientSecret', share) : undefined), 'INVALID_RESPONSE');
    assert.ok(!(error as MpinError & { sent: string[] }).sent.includes('/rps/v2/pass1'), 'Nothing was registered on this device');
  }
});

test('what a request says of another device has its form: a screen is drawn from it', async () => {
  const told = (change: object): Promise<unknown> => {
    const fetch = (): Promise<Response> => Promise.resolve(Response.json({ id: 'p', projectId: 'p', place: 'DE', ...change }));
    return new MpinClient({ server: SERVER, storage: memoryStorage(), fetch: fetch as typeof globalThis.fetch }).requestDetails('public');
  };
  for (const place of ['DE', '', null]) await told({ place });
  for (const change of [{ place: '?!' }, { place: 'd' }, { place: 'DEU' }, { deviceName: 'x'.repeat(41) }, { otherNetwork: 'no' }, { expiresAtMs: -1 }]) await failure(told(change), 'INVALID_RESPONSE');
});
