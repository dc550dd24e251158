import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApplication } from '../src/core/applications.ts';
import { removeExpired } from '../src/core/housekeeping.ts';
import { setSignatureWindow } from '../src/core/signature-windows.ts';
import { basic, register, signed, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
const WRONG = '5567';
const FAILED = '401 UNSUCCESSFUL_AUTHENTICATION';

describe('verifying signatures', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  const now = (): number => Math.floor(platform.core.now() / 1000);
  const verify = (body: object, headers = basic(platform)): Promise<Answer> => platform.post('/dvs/verify', body, headers);
  const attemptsLeft = async (identity: DeviceIdentity): Promise<unknown> => context(await signIn(platform, identity, WRONG))['attemptsLeft'];

  it('row 31: refuses times outside the window without a strike, and times that are none as malformed', async () => {
    const identity = await register(platform, PIN);
    for (const timestamp of [now() - 305, now() + 40]) assert.equal(outcome(await verify(signed(identity, PIN, Buffer.from('x'), timestamp))), FAILED);
    for (const timestamp of [now() - 295, now() + 25]) assert.equal(outcome(await verify(signed(identity, PIN, Buffer.from('x'), timestamp))), '200');
    const good = signed(identity, PIN, Buffer.from('x'), now());
    for (const timestamp of [0, -1, 1.5, 2 ** 32, '1700000000', null]) {
      const answer = await verify({ ...good, timestamp });
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'timestamp'], String(timestamp));
    }
    assert.equal(await attemptsLeft(identity), '2');
  });

  it('takes of each application the times that it takes itself, wider or narrower than the platform, and counts a guess once for all of them', async () => {
    const { core, project } = platform;
    const patient = await createApplication(core, { projectId: project.projectId, name: 'Contracts', rights: ['sign'] });
    const strict = await createApplication(core, { projectId: project.projectId, name: 'Payments', rights: ['sign'] });
    await setSignatureWindow(core, patient.clientId, { pastSeconds: 7200, futureSeconds: 30 }, 'tests');
    await setSignatureWindow(core, strict.clientId, { pastSeconds: 60, futureSeconds: 0 }, 'tests');
    const identity = await register(platform, PIN);
    const outcomesAt = async (ahead: number): Promise<readonly string[]> => {
      const signature = signed(identity, PIN, Buffer.from('x'), now() + ahead);
      const all = [];
      for (const headers of [basic(platform), basic({ project: { ...project, ...patient } }), basic({ project: { ...project, ...strict } })]) all.push(outcome(await verify(signature, headers)));
      return all;
    };
    assert.deepEqual([await outcomesAt(-7205), await outcomesAt(-3600), await outcomesAt(-200), await outcomesAt(-40), await outcomesAt(20)], [
      [FAILED, FAILED, FAILED], [FAILED, '200', FAILED], ['200', '200', FAILED], ['200', '200', '200'], ['200', '200', FAILED],
    ]);

    const wrong = signed(identity, WRONG, Buffer.from('x'), now());
    const refuses = async (): Promise<void> => assert.equal(outcome(await verify(wrong, basic({ project: { ...project, ...patient } }))), FAILED);
    await refuses();
    platform.advance(4000);
    await removeExpired(core);
    await refuses();
    assert.equal(await attemptsLeft(identity), '1', 'one strike for the signature, one for this try');

    await setSignatureWindow(core, strict.clientId, undefined, 'tests');
    assert.deepEqual(await outcomesAt(-200), ['200', '200', '200']);
    for (const window of [{ pastSeconds: 0, futureSeconds: 0 }, { pastSeconds: 86_401, futureSeconds: 0 }, { pastSeconds: 60, futureSeconds: 3601 }, { pastSeconds: 1.5, futureSeconds: 0 }]) {
      await assert.rejects(setSignatureWindow(core, strict.clientId, window, 'tests'), { code: 'INVALID_REQUEST_PARAMETERS' });
    }
    await assert.rejects(setSignatureWindow(core, 'nobody', undefined, 'tests'), { code: 'NOT_FOUND' });
  });

  it('row 32: refuses a changed message, a changed U, no message, and one of a megabyte', async () => {
    const identity = await register(platform, PIN);
    const good = signed(identity, PIN, Buffer.from('contract'), now());
    const other = signed(identity, PIN, Buffer.from('contract'), now());
    assert.equal(outcome(await verify({ ...good, signature: { ...good.signature, hash: Buffer.from('contracu').toString('hex') } })), FAILED);
    assert.equal(outcome(await verify(good)), '200');
    assert.equal(outcome(await verify({ ...good, signature: { ...good.signature, u: other.signature.u } })), FAILED);
    assert.equal(outcome(await verify(other)), '200');
    assert.equal(outcome(await verify({ ...good, signature: { ...good.signature, hash: '' } })), '400 INVALID_REQUEST_PARAMETERS');
    assert.equal(outcome(await verify({ ...good, signature: { ...good.signature, hash: 'ab'.repeat(1_048_576) } })), '400 INVALID_REQUEST_BODY');
  });

  it('row 33: refuses U and message shifted by a byte', async () => {
    const identity = await register(platform, PIN);
    const { signature, ...rest } = signed(identity, PIN, Buffer.from('contract'), now());
    const all = signature.u + signature.hash;
    const shifted = { ...signature, u: all.slice(0, 132), hash: all.slice(132) };
    assert.equal(outcome(await verify({ ...rest, signature: shifted })), '400 INVALID_REQUEST_PARAMETERS');
  });

  it('row 34: a signature does not sign in, and a sign-in does not sign', async () => {
    const identity = await register(platform, PIN);
    const { signature } = signed(identity, PIN, Buffer.from('contract'), now());
    await platform.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, U: signature.u, publicKey: identity.id.publicKey, scope: ['jwt'] });
    const { body } = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: signature.v });
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: body['authOTT'] })), FAILED);
  });

  it('is a guess of the PIN: three distinct wrong signatures revoke, one sent three times does not', async () => {
    const identity = await register(platform, PIN);
    const wrong = signed(identity, WRONG, Buffer.from('contract'), now());
    const outcomes = [];
    for (let i = 0; i < 4; i += 1) outcomes.push(outcome(await verify(wrong)));
    assert.deepEqual(outcomes, [FAILED, FAILED, FAILED, FAILED]);
    assert.equal(outcome(await verify(signed(identity, WRONG, Buffer.from('contract'), now() - 1))), FAILED);
    assert.equal(outcome(await verify(signed(identity, WRONG, Buffer.from('contract'), now() - 2))), '410 REVOKED_MPINID');
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
  });

  it('counts one signature once, also when it arrives many times at once', async () => {
    const identity = await register(platform, PIN);
    const wrong = signed(identity, WRONG, Buffer.from('contract'), now());
    await Promise.all(Array.from({ length: 6 }, () => verify(wrong)));
    assert.equal(await attemptsLeft(identity), '1');
  });

  it('certifies a good signature again, and clears strikes with it', async () => {
    const identity = await register(platform, PIN);
    await signIn(platform, identity, WRONG);
    const good = signed(identity, PIN, Buffer.from('contract'), now());
    assert.equal(outcome(await verify(good)), '200');
    assert.equal(outcome(await verify(good)), '200');
    assert.equal(await attemptsLeft(identity), '2');
  });

  it('refuses another public key, an unknown identity, and another project\'s application, uncounted', async () => {
    const identity = await register(platform, PIN);
    const other = await register(platform, PIN);
    const { signature, ...rest } = signed(identity, PIN, Buffer.from('contract'), now());
    assert.equal(outcome(await verify({ ...rest, signature: { ...signature, publicKey: other.id.publicKey } })), FAILED);
    assert.equal(outcome(await verify({ ...rest, signature: { ...signature, mpinId: '7b7d' } })), FAILED);
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    assert.equal(outcome(await verify({ ...rest, signature }, basic({ project: elsewhere }))), FAILED);
    assert.equal(await attemptsLeft(identity), '2');
  });

  it('wants an application\'s credentials', async () => {
    const identity = await register(platform, PIN);
    const body = signed(identity, PIN, Buffer.from('contract'), now());
    const encode = (text: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const { clientId, clientSecret } = platform.project;
    for (const headers of [{}, encode(`${clientId}:wrong`), encode(`unknown:${clientSecret}`), encode(clientId), { authorization: 'Bearer x' }, { authorization: 'Basic !!!' }]) {
      const answer = await verify(body, headers);
      assert.equal(outcome(answer), '401 UNAUTHORIZED');
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Basic/);
    }
  });

  it('publishes keys of at least 2048 bits', async () => {
    const { body } = await request(`${platform.url}/dvs/jwks`);
    for (const key of body['keys'] as { n: string; kty: string; use: string }[]) {
      assert.ok(Buffer.from(key.n, 'base64url').length * 8 >= 2048);
      assert.deepEqual([key.kty, key.use, Object.keys(key).includes('d')], ['RSA', 'sig', false]);
    }
  });
});
