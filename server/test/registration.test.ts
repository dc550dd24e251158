import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { offSubgroupPoint, toHexG2 } from '../../test/protocol/points.ts';
import { activate, register, signIn, someone } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const P = 0x2400000008702a0db0bddf647a6366d3243fd6ee18093ee1be6623ef5c1b55b3n;
const Q = '19682d2c7053b256358b2500f5c34bbb907c85bfa03e2726c0851ceee4d2ec741466b9ec3e19f64aa011c937a8e99743f81b97b0c209c30f47a58e8b2e29cfe1'
  + '0a79edd972332b8dd81e22157daee2096361b33d847ec1b30cfbfcebcf0be09f06160c39ecc4c09035c6e4512d8d3461c2864ea569d2edebed904b228898ee9d';

/** The four coordinates of a point of G2. */
function coordinates(point: string): bigint[] {
  return [0, 1, 2, 3].map((i) => BigInt(`0x${point.slice(i * 64, i * 64 + 64)}`));
}

function join(values: readonly bigint[]): string {
  return values.map((value) => value.toString(16).padStart(64, '0')).join('');
}

function negated(point: string): string {
  const [xRe = 0n, xIm = 0n, yRe = 0n, yIm = 0n] = coordinates(point);
  return join([xRe, xIm, (P - yRe) % P, (P - yIm) % P]);
}

describe('registering', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  const send = (userId: string, activationToken: string, publicKey: string, headers: Record<string, string> = {}): Promise<Answer> =>
    platform.post('/registration', { userId, deviceName: 'Laptop', activationToken, publicKey }, headers);

  it('answers with everything that clients read', async () => {
    const userId = someone();
    const { body } = await send(userId, await activate(platform, userId), createKeyPair().publicKey);
    const id = JSON.parse(Buffer.from(String(body['mpinId']), 'hex').toString()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(id), ['iat', 'userID', 'cID', 'salt', 'v', 'scope', 'dta', 'vt']);
    assert.equal(Buffer.from(String(id['salt']), 'base64').length, 16);
    assert.deepEqual([body['projectId'], body['curve'], body['pinLength']], [platform.project.projectId, 'BN254CX', 4]);
    assert.equal(Math.abs(Number(body['nowTime']) - platform.core.now() / 1000) < 10, true);
    const nodes = JSON.parse(Buffer.from(String(body['dtas']), 'base64').toString()) as string[];
    assert.equal(nodes.length, 2);
    assert.ok(nodes.every((node) => /^[0-9a-f]{64}$/.test(node)));
  });

  it('takes an activation token once, also when two requests bring it at the same time', async () => {
    const userId = someone();
    const token = await activate(platform, userId);
    const outcomes = (await Promise.all([1, 2, 3].map(() => send(userId, token, createKeyPair().publicKey)))).map(outcome).sort();
    assert.deepEqual(outcomes, ['200', '403 INVALID_ACTIVATION_TOKEN', '403 INVALID_ACTIVATION_TOKEN']);
  });

  it('refuses a forged token, an expired one, another person\'s, and what is no token at all', async () => {
    const userId = someone();
    const token = await activate(platform, userId);
    const key = createKeyPair().publicKey;
    assert.equal(outcome(await send(userId, 'A'.repeat(43), key)), '403 INVALID_ACTIVATION_TOKEN');
    assert.equal(outcome(await send(someone(), token, key)), '403 INVALID_ACTIVATION_TOKEN');
    const none = await send(userId, 'not a token', key);
    assert.deepEqual([outcome(none), context(none)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'activationToken']);
    platform.advance(91);
    assert.equal(outcome(await send(userId, token, key)), '403 INVALID_ACTIVATION_TOKEN');
  });

  const serverSecret = async (): Promise<string> => (await platform.core.serverSecrets.living())[0]?.secret ?? '';
  const bad: readonly [row: string, key: () => string | Promise<string>][] = [
    ['row 12: 128 zero bytes', () => '0'.repeat(256)],
    ['row 13: a point on the twist outside the subgroup', () => toHexG2(offSubgroupPoint(1n))],
    ['row 14: the same point with a coordinate past p', () => join(coordinates(createKeyPair().publicKey).map((value, i) => (i === 0 ? value + P : value)))],
    ['row 15: 129 bytes', () => `${createKeyPair().publicKey}00`],
    ['row 15: 127 bytes', () => createKeyPair().publicKey.slice(2)],
    ['row 16: Q', () => Q],
    ['row 16: -Q', () => negated(Q)],
    ['row 16: sQ', serverSecret],
    ['row 16: -sQ', async () => negated(await serverSecret())],
    ['row 11: not hex', () => 'z'.repeat(256)],
  ];
  for (const [row, key] of bad) {
    it(`${row} is refused as a public key, and the token stays good`, async () => {
      const userId = someone();
      const token = await activate(platform, userId);
      const refused = await send(userId, token, await key());
      assert.deepEqual([outcome(refused), context(refused)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'publicKey']);
      assert.equal(outcome(await send(userId, token, createKeyPair().publicKey)), '200');
    });
  }

  it('row 11: takes a public key in upper case, and lower-cases it', async () => {
    const userId = someone();
    const { publicKey } = createKeyPair();
    assert.equal(outcome(await send(userId, await activate(platform, userId), publicKey.toUpperCase())), '200');
    const rows = await platform.core.db.queries.selectFrom('identities').select('public_key').where('user_id', '=', userId).execute();
    assert.deepEqual(rows, [{ public_key: publicKey }]);
  });

  it('row 16: refuses a public key that another identity has', async () => {
    const { id } = await register(platform, '1234');
    const userId = someone();
    const answer = await send(userId, await activate(platform, userId), id.publicKey);
    assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'publicKey']);
  });

  it('gives each share twice at most, for a minute, to one origin', async () => {
    const userId = someone();
    const origin = { origin: SITE };
    const urls = async (): Promise<string[]> => (await send(userId, await activate(platform, userId), createKeyPair().publicKey, origin)).body['secretUrls'] as string[];
    const [first = ''] = await urls();
    assert.doesNotMatch(Buffer.from(first.split('.')[1] ?? '', 'base64url').toString(), new RegExp(userId));
    const good = await request(first, { headers: origin });
    assert.match(String(good.body['dvsClientSecret']), /^04[0-9a-f]{128}$/);
    assert.deepEqual([good.headers.get('cache-control'), good.headers.get('access-control-allow-origin')], ['no-store', SITE]);
    assert.equal((await request(first, { headers: { origin: 'https://evil.example' } })).status, 403);
    assert.equal((await request(first, { headers: origin })).body['dvsClientSecret'], good.body['dvsClientSecret']);
    assert.equal((await request(first, { headers: origin })).status, 403);

    platform.advance(3601);
    const [, second = ''] = await urls();
    const preflight = (from: string) => request(second, { method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-miracl-cid' } });
    assert.equal((await preflight(SITE)).status, 204);
    assert.equal((await preflight('https://evil.example')).status, 403);
    const forged = `${second.slice(0, -4)}${second.at(-4) === 'A' ? 'B' : 'A'}${second.slice(-3)}`;
    assert.equal((await request(forged)).status, 403);
    assert.equal((await request(second.replace('/ta/2/', '/ta/1/'))).status, 403);
    platform.advance(61);
    assert.equal((await request(second)).status, 403);
  });

  it('keeps the identities of two devices apart', async () => {
    const one = await register(platform, '1111');
    platform.advance(3601);
    const two = await register(platform, '2222', { userId: one.userId });
    for (let i = 0; i < 3; i += 1) await signIn(platform, one, '9999');
    assert.equal(outcome(await signIn(platform, one, '1111')), '410 REVOKED_MPINID');
    assert.equal(outcome(await signIn(platform, two, '2222')), '200');
  });
});
