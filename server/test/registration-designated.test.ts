import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { activate, basic, someone } from './support/device.ts';
import { context, outcome, post, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { miraclKeyPair, miraclPass1, miraclSignature, miraclToken } from './support/miracl-mathematics.ts';
import { pageFetch } from './support/page-fetch.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = 1357;

interface Designated {
  readonly mpinId: string;
  readonly designatedTAs: readonly [{ readonly url: string; readonly token: string }, { readonly url: string; readonly token: string }];
}

/** Registrations of version 2, as MIRACL's newest client makes them (docs/protocol.md 5.2), with MIRACL's own mathematics. */
describe('a registration of version 2', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  const send = async (publicKey: string, options: { userId?: string; ver?: number; headers?: Record<string, string> } = {}): Promise<Answer> => {
    const { userId = someone(), ver = 2, headers } = options;
    return platform.post('/registration', { userId, deviceName: 'Go', activationToken: await activate(platform, userId), publicKey, ver }, { 'x-miracl-cid': 'mcl', ...headers });
  };
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const register = async (headers: Record<string, string> = {}): Promise<Designated & { pubKey: string }> => {
    const { publicKey } = miraclKeyPair();
    return { ...(await send(publicKey, { headers })).body as unknown as Designated, pubKey: publicKey };
  };

  it('ends in an identity that signs in and signs: shares by POST, and dtas that the client makes itself', async () => {
    const { privateKey, publicKey } = miraclKeyPair();
    const answer = await send(publicKey);
    assert.deepEqual(Object.keys(answer.body).sort(), ['createdAt', 'designatedTAs', 'mpinId', 'pinLength', 'projectId', 'verificationType']);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { mpinId, designatedTAs } = answer.body as unknown as Designated;
    const answers: { node: string; share: string }[] = [];
    for (const { url, token } of designatedTAs) {
      // A Go program that posts a reader says what its content is, or nothing.
      const { status, body, headers } = await request(url, { method: 'POST', headers: { 'content-type': 'text/plain', ...bearer(token) }, body: JSON.stringify({ mpinId, pubKey: publicKey }) });
      assert.deepEqual([status, Object.keys(body), headers.get('cache-control')], [200, ['node', 'share'], 'no-store']);
      answers.push(body as unknown as { node: string; share: string });
    }
    const dtas = Buffer.from(JSON.stringify(answers.map(({ node }) => node))).toString('base64').replace(/=+$/, '');
    const token = miraclToken(mpinId, publicKey, privateKey, [answers[0]?.share ?? '', answers[1]?.share ?? ''], PIN);
    const signIn = async (pin: number): Promise<Answer> => {
      const pass1 = miraclPass1(mpinId, publicKey, token, pin);
      const { y } = (await platform.post('/rps/v2/pass1', { mpin_id: mpinId, dtas, U: pass1.u, publicKey, scope: ['jwt'] })).body;
      const { authOTT } = (await platform.post('/rps/v2/pass2', { mpin_id: mpinId, V: pass1.answer(String(y)) })).body;
      return platform.post('/rps/v2/authenticate', { authOTT });
    };
    assert.deepEqual([outcome(await signIn(PIN)), outcome(await signIn(PIN + 1))], ['200', '401 UNSUCCESSFUL_AUTHENTICATION']);

    const timestamp = Math.floor(platform.core.now() / 1000);
    const hash = '00'.repeat(32);
    const { u, v } = miraclSignature(mpinId, publicKey, token, PIN, hash, timestamp);
    assert.equal(outcome(await platform.post('/dvs/verify', { signature: { hash, u, v, mpinId, publicKey, dtas }, timestamp }, basic(platform))), '200');
  });

  it('gives each share twice at most, for a minute, to whoever names the identity', async () => {
    const { mpinId, pubKey, designatedTAs: [first, second] } = await register();
    const ask = (body: object, headers = bearer(first.token), { url } = first): Promise<Answer> => post(url, body, headers);
    const named = { mpinId, pubKey };
    const another = miraclKeyPair().publicKey;
    for (const headers of [{}, bearer('a.b.c'), bearer(''), bearer(second.token), { authorization: `Basic ${first.token}` }]) assert.equal(outcome(await ask(named, headers)), '403 FORBIDDEN');
    for (const body of [{ mpinId, pubKey: another }, { mpinId: `${mpinId}00`, pubKey }]) assert.equal(outcome(await ask(body)), '403 FORBIDDEN');
    for (const [body, field] of [[{ mpinId }, 'pubKey'], [{ pubKey }, 'mpinId'], [{ mpinId: 'z', pubKey }, 'mpinId']] as const) {
      const refused = await ask(body);
      assert.deepEqual([outcome(refused), context(refused)['params']], ['400 INVALID_REQUEST_PARAMETERS', field]);
    }
    assert.equal(outcome(await ask(named, bearer(first.token), { ...first, url: `${first.url.replace(/[^/]+$/, '')}${first.token}` })), '403 FORBIDDEN');
    const good = [await ask(named), await ask({ mpinId: mpinId.toUpperCase(), pubKey: pubKey.toUpperCase() })];
    assert.deepEqual(good.map(outcome), ['200', '200']);
    assert.deepEqual(good[0]?.body, good[1]?.body);
    assert.equal(outcome(await ask(named)), '403 FORBIDDEN');
    platform.advance(61);
    assert.equal(outcome(await ask(named, bearer(second.token), second)), '403 FORBIDDEN');
  });

  it('works from a page, for the one origin that registered', async () => {
    const { mpinId, pubKey, designatedTAs: [{ url, token }] } = await register({ origin: SITE });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...bearer(token) }, body: JSON.stringify({ mpinId, pubKey }) } as const;
    const elsewhere = await register({ origin: platform.url });
    await assert.rejects(pageFetch('https://evil.example')(url, init), /preflight/);
    await assert.rejects(pageFetch(platform.url)(elsewhere.designatedTAs[0].url, init).then(({ status }) => assert.equal(status, 200)), /403/);
    assert.equal(outcome(await request(url, { ...init, headers: { ...init.headers, origin: 'https://evil.example' } })), '403 FORBIDDEN');
    assert.equal((await pageFetch(SITE)(url, init)).status, 200);
  });

  it('puts no secret and nothing of the identity into a URL or a log', async () => {
    const { mpinId, pubKey, designatedTAs } = await register();
    for (const { url, token } of designatedTAs) {
      const { body } = await post(url, { mpinId, pubKey }, bearer(token));
      const claims = JSON.parse(Buffer.from(url.split('.').at(-2) ?? '', 'base64url').toString()) as object;
      assert.deepEqual(Object.keys(claims), ['typ', 'exp']);
      for (const secret of [token, mpinId, String(body['share'])]) assert.ok(!url.includes(secret) && !platform.logs().includes(secret));
    }
  });

  it('is told of by its number alone: 1 is the older one, others there are not', async () => {
    const older = await send(miraclKeyPair().publicKey, { ver: 1 });
    assert.ok(Array.isArray(older.body['secretUrls']) && !('designatedTAs' in older.body));
    const unknown = await send(miraclKeyPair().publicKey, { ver: 3 });
    assert.deepEqual([outcome(unknown), context(unknown)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'ver']);
  });
});
