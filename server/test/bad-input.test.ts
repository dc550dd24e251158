import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { toPlatformError } from '../src/http/errors.ts';
import { basic } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const G1 = `04${'1'.repeat(128)}`;
const G2 = '1'.repeat(256);
const TEXT = (length: number): string => 'a'.repeat(length);

/** A field: a value that is well formed, whether it may be absent, and values that are wrong. */
interface Field {
  readonly good: unknown;
  readonly optional?: true;
  readonly bad: readonly unknown[];
}

const NOT_TEXT = [1, true, {}, []] as const;
const text = (longest: number, optional?: true, good = 'someone@mail.example'): Field => ({ good, bad: [...NOT_TEXT, TEXT(longest + 1)], ...(optional === undefined ? {} : { optional }) });
const secret: Field = { good: TEXT(43), bad: [...NOT_TEXT, '', TEXT(129)] };
const hex = (good: string, optional?: true): Field => ({
  good, bad: [...NOT_TEXT, good.slice(1), `${good.slice(0, -2)}zz`, `0x${good.slice(2)}`, `${good}0`, good.replace(/..$/, '１２')], ...(optional === undefined ? {} : { optional }),
});
const point = (good: string, optional?: true): Field => ({ ...hex(good, optional), bad: [...hex(good).bad, '', `${good}00`, good.slice(2)] });
const choice = (good: string): Field => ({ good, bad: [...NOT_TEXT, '', 'other', good.toUpperCase()] });
const flag: Field = { good: true, optional: true, bad: ['true', 1, {}, []] };
const tag: Field = { good: '0'.repeat(32), optional: true, bad: [...NOT_TEXT, '0'.repeat(31), 'z'.repeat(32)] };

/** Every field of every endpoint that takes a body. */
const ENDPOINTS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  '/rps/v2/session': { projectId: text(64, true, 'unknown'), userId: text(254, true), description: text(256, true), hash: hex('c0ffee', true) },
  '/rps/v2/access': { webOTT: secret, activation: flag },
  '/rps/v2/access/stream': { webOTT: secret },
  '/rps/v2/codeStatus': { wid: secret, status: choice('wid'), userId: text(254, true), signature: text(16_384, true) },
  '/verification/email': {
    userId: { ...text(254), bad: [...text(254).bad, '', 'no address'] }, projectId: text(64, true, 'unknown'), deviceName: text(40, true, 'Laptop'), mpinId: hex('c0ffee', true), accessId: text(128, true),
    deviceTag: tag, lang: { good: 'de-AT', optional: true, bad: [...NOT_TEXT, '', 'de_AT', '<script>', 'a-b-c-d-e-f-g'] }, handOver: { ...flag, good: false },
    clientId: text(2048, true), redirectURI: text(2048, true), scope: { good: ['openid'], optional: true, bad: ['openid', 1, {}, [1], [TEXT(257)]] }, state: text(2048, true), nonce: text(2048, true),
  },
  '/verification/quickcode': { projectId: text(64, true, 'unknown'), jwt: { good: 'a.b.c', bad: [...NOT_TEXT, '', TEXT(4097)] }, deviceName: text(40, true, 'Laptop') },
  '/dvs/session': { projectID: { ...text(64, undefined, 'unknown'), bad: [...NOT_TEXT, '', TEXT(65)] }, userID: text(254, true), hash: { ...hex('c0ffee'), bad: [...hex('c0ffee').bad, ''] }, description: text(256, true) },
  '/dvs/session/details': { id: secret },
  '/verification/confirmation': { userId: { ...text(254), bad: [...text(254).bad, ''] }, code: secret, deviceTag: tag, webOTT: { ...secret, optional: true } },
  '/registration': {
    userId: { ...text(254), bad: [...text(254).bad, ''] }, deviceName: text(40, undefined, 'Laptop'), activationToken: { good: TEXT(43), bad: [...NOT_TEXT, '', 'short', TEXT(2049)] },
    publicKey: point(createKeyPair().publicKey), deviceTag: tag, pushToken: text(2048, true),
  },
  '/rps/v2/pass1': {
    mpin_id: { ...hex('c0ffee'), bad: [...hex('c0ffee').bad, '', 'ab'.repeat(30_001)] }, dtas: text(1024, true), U: point(G1), publicKey: point(G2, true),
    scope: { good: ['jwt'], bad: ['jwt', 1, {}, [], ['dvs'], ['jwt', 'oidc'], [1]] }, UT: text(256, true),
  },
  '/rps/v2/pass2': { mpin_id: { ...hex('c0ffee'), bad: [...hex('c0ffee').bad, ''] }, V: point(G1), U: point(G1, true), WID: text(128, true) },
  '/rps/v2/authenticate': { authOTT: secret, wam: text(256, true), nonce: text(256, true) },
};

const SIGNATURE: Readonly<Record<string, Field>> = {
  hash: { ...hex('c0ffee'), bad: [...hex('c0ffee').bad, ''] }, u: point(G1), v: point(G1), mpinId: { ...hex('c0ffee'), bad: [...hex('c0ffee').bad, ''] }, publicKey: point(G2), dtas: text(1024, true),
};

function goodBody(fields: Readonly<Record<string, Field>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.optional === undefined).map(([name, field]) => [name, field.good]));
}

describe('bad input', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  const refuses = async (path: string, body: unknown, name: string, headers: Record<string, string> = {}): Promise<void> => {
    const answer = await platform.post(path, body, headers);
    assert.equal(outcome(answer), '400 INVALID_REQUEST_PARAMETERS', `${name}: ${JSON.stringify(body).slice(0, 200)}`);
    assert.ok(String(context(answer)['params']).split(',').includes(name), String(context(answer)['params']));
    assert.match(String(context(answer)['requestID']), /^[a-z2-7]{16}$/);
  };

  for (const [path, fields] of Object.entries(ENDPOINTS)) {
    for (const [name, field] of Object.entries(fields)) {
      it(`${path}: ${name} missing, of the wrong type, too long or badly encoded`, async () => {
        const body = goodBody(fields);
        for (const bad of field.bad) await refuses(path, { ...body, [name]: bad }, name);
        const { [name]: _absent, ...without } = body;
        for (const lacking of [without, { ...without, [name]: null }]) {
          if (field.optional === undefined) await refuses(path, lacking, name);
          else assert.notEqual(context(await platform.post(path, lacking))['params'], name);
        }
      });
    }

    it(`${path}: a body that is no JSON object`, async () => {
      for (const body of ['', '{', '[]', 'null', '"text"', '1', '{"a":1}}', '\u0000', '{"__proto__":{"a":1}}']) {
        const answer = await request(`${platform.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
        assert.equal(outcome(answer), '400 INVALID_REQUEST_BODY', body);
      }
      const huge = await request(`${platform.url}${path}`, { method: 'POST', body: JSON.stringify({ x: TEXT(70_000) }) });
      assert.equal(outcome(huge), '400 INVALID_REQUEST_BODY');
    });

    it(`${path}: JSON whatever its content type, and fields that nobody knows`, async () => {
      const body = { ...goodBody(fields), unknown: [1, { deep: true }] };
      const outcomes = [];
      for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain; charset=utf-8', 'nonsense', 'multipart/form-data; boundary=x']) {
        outcomes.push(outcome(await request(`${platform.url}${path}?unknown=1`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': type } })));
      }
      assert.ok(outcomes.every((found) => !found.startsWith('5') && !found.endsWith('INVALID_REQUEST_BODY') && found !== '415'), outcomes.join());
    });
  }

  for (const [name, field] of Object.entries(SIGNATURE)) {
    it(`/dvs/verify: signature.${name} missing, of the wrong type, too long or badly encoded`, async () => {
      const good = goodBody(SIGNATURE);
      const timestamp = Math.floor(Date.now() / 1000);
      for (const bad of field.bad) await refuses('/dvs/verify', { signature: { ...good, [name]: bad }, timestamp }, `signature.${name}`, basic(platform));
      const { [name]: _absent, ...without } = good;
      if (field.optional === undefined) await refuses('/dvs/verify', { signature: without, timestamp }, `signature.${name}`, basic(platform));
    });
  }

  it('a body of very many levels', async () => {
    for (const [open, close] of [['[', ']'], ['{"a":', '}']] as const) {
      const answer = await request(`${platform.url}/rps/v2/session`, { method: 'POST', body: `{"x":${open.repeat(3000)}1${close.repeat(3000)}}`, headers: { 'content-type': 'application/json' } });
      assert.equal(outcome(answer), '400 INVALID_REQUEST_BODY');
    }
  });

  it('/dvs/verify: signature and timestamp missing, and a type that is no text', async () => {
    const signature = goodBody(SIGNATURE);
    await refuses('/dvs/verify', { timestamp: 1 }, 'signature', basic(platform));
    await refuses('/dvs/verify', { signature }, 'timestamp', basic(platform));
    await refuses('/dvs/verify', { signature, timestamp: 1, type: 1 }, 'type', basic(platform));
    await refuses('/dvs/verify', { signature: { ...signature, timestamp: 2 }, timestamp: 2.5 }, 'timestamp', basic(platform));
  });

  it('names every field that is wrong', async () => {
    const answer = await platform.post('/rps/v2/pass2', { V: 1 });
    assert.deepEqual(String(context(answer)['params']).split(',').sort(), ['V', 'mpin_id']);
  });

  it('names in a device what no screen should show', async () => {
    for (const deviceName of ['a\nb', 'a\u0000', 'a\u202Eb']) await refuses('/verification/email', { userId: 'someone@mail.example', deviceName }, 'deviceName');
  });

  it('holds no NUL, in a field, a list, a path, a query or a form, whatever the database', async () => {
    for (const [path, fields] of Object.entries(ENDPOINTS)) {
      for (const [name, field] of Object.entries(fields)) {
        if (typeof field.good === 'string') await refuses(path, { ...goodBody(fields), [name]: `${field.good}\u0000` }, name);
      }
    }
    await refuses('/verification/email', { userId: 'someone@mail.example', deviceName: 'x', scope: ['open\u0000id'] }, 'scope');
    const project = platform.project.projectId;
    for (const [path, name] of [
      ['/.well-known/project-configuration?id=%00', 'id'], [`/api/v1/projects/${project}/audit?userId=a%00`, 'userId'], [`/api/v1/projects/${project}/mpinids?userId=%00`, 'userId'],
      [`/api/v1/projects/a%00/mpinids`, 'projectId'],
    ] as const) {
      const answer = await request(`${platform.url}${path}`, { headers: basic(platform) });
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', name], path);
    }
    const form = await request(`${platform.url}/verification/confirmation/decision`, {
      method: 'POST', body: 'code=A&user_id=%00&decision=cancel', headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(form.status, 410);
  });

  it('is never called our own fault where a database cannot store it', () => {
    const error = Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' });
    assert.deepEqual([toPlatformError(error)?.status, toPlatformError(error)?.code], [400, 'INVALID_REQUEST_PARAMETERS']);
  });

  it('gets a page for people where people come', async () => {
    for (const query of ['', '?code=1', '?user_id=a', `?code=${TEXT(129)}&user_id=a`, '?code=1&code=2&user_id=a', '?code=A&user_id=%00']) {
      const page = await request(`${platform.url}/verification/confirmation${query}`);
      assert.equal(page.status, 410, query);
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    }
    for (const body of ['', 'decision=confirm', 'code=1&user_id=a&decision=maybe', `code=1&user_id=a&decision=confirm&number=${TEXT(9)}`]) {
      const page = await request(`${platform.url}/verification/confirmation/decision`, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      assert.equal(page.status, 410, body);
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    }
  });

  it('says in the envelope that a path or a method does not exist', async () => {
    assert.equal(outcome(await request(`${platform.url}/rps/v2/pass1`)), '404 NOT_FOUND');
    assert.equal(outcome(await platform.post('/rps/v2/pass9', {})), '404 NOT_FOUND');
    assert.equal(outcome(await request(`${platform.url}/dev/inbox.json`)), '404 NOT_FOUND');
    for (const path of ['/..%2f..%2fetc/passwd', '/%', '/%zz']) assert.equal(outcome(await request(`${platform.url}${path}`)), '404 NOT_FOUND', path);
  });

  it('says so on a page, with the same status, to people who opened the address in a browser', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const open = (path: string, accept: string, language = 'en') => request(`${platform.url}${path}`, { headers: { accept, 'accept-language': language } });
    for (const [path, status, said] of [
      ['/authorize?client_id=%00', 400, 'The application made a mistake'], ['/acount', 404, 'There is no such page'], ['/account/nowhere', 404, 'There is no such page'], ['/%zz', 404, 'There is no such page'],
      ['/console/nowhere', 404, 'Or it belongs to a project that you do not administer.'],
    ] as const) {
      const page = await open(path, browser);
      assert.equal(page.status, status, path);
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/, path);
      assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
      assert.ok(page.text.includes(said) && page.text.includes('<html lang="en"'), path);
      for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5', 'text/html;q=0']) assert.equal(typeof (await open(path, accept)).body['error'], 'string', `${path} ${accept}`);
    }
    assert.match((await open('/acount', browser, 'ja')).text, /<html lang="ja".*このページはありません/s);
  });
});
