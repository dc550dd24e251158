import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { Proof } from '../../src/protocol/index.ts';
import { basic, prove, register, signed, signIn } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '1357';
const WRONG = '1358';

describe('signing in', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  it('gives a token with every claim for scope jwt', async () => {
    const identity = await register(platform, PIN);
    const answer = await signIn(platform, identity, PIN, { nonce: 'from-the-site', headers: { origin: SITE } });
    assert.equal(outcome(answer), '200');
    assert.equal(answer.body['status'], 200);
    assert.equal(typeof answer.body['message'], 'string');
    assert.equal(answer.headers.get('access-control-allow-origin'), SITE);
    const token = String(answer.body['jwt']);
    assert.equal(decodeProtectedHeader(token).typ, 'mpin-sign-in+jwt');
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${platform.url}/.well-known/jwks`)), {
      issuer: platform.url, audience: platform.project.projectId, algorithms: ['RS256'],
    });
    assert.equal(payload.sub, identity.userId);
    assert.equal(payload['azp'], platform.project.clientId);
    assert.equal(payload['origin'], SITE);
    assert.equal(payload['nonce'], 'from-the-site');
    assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60);
    for (const claim of ['jti', 'sid', 'auth_time', 'amr']) assert.ok(payload[claim], claim);
  });

  it('gives no token for scope dvs-auth, and an internal one for reg-code', async () => {
    const identity = await register(platform, PIN);
    assert.equal((await signIn(platform, identity, PIN, { scope: 'dvs-auth' })).body['jwt'], undefined);
    const code = String((await signIn(platform, identity, PIN, { scope: 'reg-code' })).body['jwt']);
    assert.equal((await platform.core.tokens.verifyRegistrationCode(code)).userId, identity.userId);
  });

  it('counts to three and revokes with the third wrong PIN itself, told by mail', async () => {
    const identity = await register(platform, PIN);
    const first = await signIn(platform, identity, WRONG);
    assert.equal(outcome(first), '401 UNSUCCESSFUL_AUTHENTICATION');
    assert.equal(context(first)['attemptsLeft'], '2');
    assert.equal(context(await signIn(platform, identity, WRONG))['attemptsLeft'], '1');
    assert.equal(outcome(await signIn(platform, identity, WRONG)), '410 REVOKED_MPINID');
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
    const mail = await platform.mailbox.take(identity.userId, /wrongly too many times/);
    assert.match(mail.text, /\/identity\/objection\?code=/, 'who did not do it can say so');
  });

  it('row 37: wrong, right, wrong, wrong does not revoke', async () => {
    const identity = await register(platform, PIN);
    const outcomes = [];
    for (const pin of [WRONG, PIN, WRONG, WRONG, PIN]) outcomes.push((await signIn(platform, identity, pin)).status);
    assert.deepEqual(outcomes, [401, 200, 401, 401, 200]);
  });

  it('row 30: every wrong PIN is answered alike', async () => {
    const bodies = new Set<string>();
    for (const wrong of [WRONG, '1356', '2357', '0000']) {
      const identity = await register(platform, PIN);
      const answer = await signIn(platform, identity, wrong);
      const { requestID, ...rest } = context(answer);
      assert.match(String(requestID), /^[a-z2-7]{16}$/);
      bodies.add(JSON.stringify([answer.status, answer.body['error'], answer.body['info'], rest, [...answer.headers.keys()].sort()]));
    }
    assert.equal(bodies.size, 1);
  });

  it('row 35: of a hundred parallel wrong PINs exactly three are checked; row 36: then the right one is refused', async () => {
    const identity = await register(platform, PIN);
    const secrets: string[] = [];
    // No proof is checked before `authenticate`: all hundred wait with their own y.
    for (let i = 0; i < 100; i += 1) secrets.push(await prove(platform, identity, WRONG));
    const right = await prove(platform, identity, PIN);
    const outcomes = (await Promise.all(secrets.map((authOTT) => platform.post('/rps/v2/authenticate', { authOTT })))).map(outcome);
    const count = (text: string): number => outcomes.filter((entry) => entry === text).length;
    const audited = await platform.core.db.queries.selectFrom('audit').select('status').where('user_id', '=', identity.userId).execute();
    assert.equal(audited.filter((row) => row.status === 'authenticate_failure').length, 3);
    assert.equal(audited.filter((row) => row.status === 'revoked').length, 1);
    assert.equal(count('401 UNSUCCESSFUL_AUTHENTICATION'), 2);
    assert.equal(count('429 REQUEST_BACKOFF') + count('410 REVOKED_MPINID'), 98);
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: right })), '410 REVOKED_MPINID');
  });

  it('row 38: an identity that is revoked is refused on every way', async () => {
    const identity = await register(platform, PIN);
    const session = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
    const early = await prove(platform, identity, PIN, { scope: 'oidc', accessId: String(session.body['accessId']) });
    const signature = signed(identity, PIN, Buffer.from('contract'), Math.floor(Date.now() / 1000));
    for (let i = 0; i < 3; i += 1) await signIn(platform, identity, WRONG);
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: early })), '410 REVOKED_MPINID');
    assert.equal(outcome(await platform.post('/dvs/verify', signature, basic(platform))), '410 REVOKED_MPINID');
    assert.equal(outcome(await signIn(platform, identity, PIN, { scope: 'reg-code' })), '410 REVOKED_MPINID');
    assert.equal((await platform.post('/rps/v2/access', { webOTT: session.body['webOTT'] })).body['status'], 'new');
  });

  it('row 19: pass 2 without pass 1, twice, or too late gets 200, and authenticate refuses without a strike', async () => {
    const identity = await register(platform, PIN);
    const proof = new Proof(identity.id, identity.token);
    const ask = () => platform.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, U: proof.u, publicKey: identity.id.publicKey, scope: ['jwt'] });
    const answerTo = async (y: unknown) => {
      proof.prepare(String(y));
      return { mpin_id: identity.id.mpinId, V: proof.finish(PIN) };
    };
    const some = new Proof(identity.id, identity.token);
    some.prepare('1'.padStart(64, '0'));
    const without = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: some.finish(PIN) });
    assert.equal(outcome(without), '200');
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: without.body['authOTT'] })), '412 INVALID_AUTHENTICATION_SESSION');

    const pass2 = await answerTo((await ask()).body['y']);
    const [first, second] = [await platform.post('/rps/v2/pass2', pass2), await platform.post('/rps/v2/pass2', pass2)];
    assert.equal(outcome(second), '200');
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: second.body['authOTT'] })), '412 INVALID_AUTHENTICATION_SESSION');
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: first.body['authOTT'] })), '200');
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: first.body['authOTT'] })), '412 INVALID_AUTHENTICATION_SESSION');

    const late = new Proof(identity.id, identity.token);
    const { body } = await platform.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, U: late.u, publicKey: identity.id.publicKey, scope: ['jwt'] });
    late.prepare(String(body['y']));
    platform.advance(181);
    const tooLate = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: late.finish(PIN), U: late.u });
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: tooLate.body['authOTT'] })), '412 INVALID_AUTHENTICATION_SESSION');
    assert.equal(context(await signIn(platform, identity, WRONG))['attemptsLeft'], '2');
  });

  it('keeps five passes waiting for each identity, and answers the one that U names', async () => {
    const identity = await register(platform, PIN);
    const proofs = Array.from({ length: 6 }, () => new Proof(identity.id, identity.token));
    for (const proof of proofs) {
      const { body } = await platform.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, U: proof.u, publicKey: identity.id.publicKey, scope: ['jwt'] });
      proof.prepare(String(body['y']));
    }
    const finish = async (proof: Proof, named: boolean): Promise<string> => {
      const { body } = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: proof.finish(PIN), ...(named ? { U: proof.u } : {}) });
      return outcome(await platform.post('/rps/v2/authenticate', { authOTT: body['authOTT'] }));
    };
    assert.equal(await finish(proofs[0]!, true), '412 INVALID_AUTHENTICATION_SESSION');
    assert.equal(await finish(proofs[1]!, true), '200');
    assert.equal(await finish(proofs[5]!, false), '200');
  });

  it('row 18: pass 1 with another public key than the registered one, or without, is refused', async () => {
    const identity = await register(platform, PIN);
    const other = await register(platform, PIN);
    const { u } = new Proof(identity.id, identity.token);
    for (const publicKey of [other.id.publicKey, undefined]) {
      const answer = await platform.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, U: u, publicKey, scope: ['jwt'] });
      assert.equal(outcome(answer), '401 UNSUCCESSFUL_AUTHENTICATION');
    }
  });

  it('row 39 and 40: an unknown M-Pin id, whatever bytes it is, fails generically and costs no pairing', async () => {
    const identity = await register(platform, PIN);
    const { u } = new Proof(identity.id, identity.token);
    const known = Buffer.from(identity.id.mpinId, 'hex').toString();
    const strange = ['00', known.replace('"v":5', '"v":5,"v":5'), `${known}\0`, 'x'.repeat(10_000), '{"__proto__":{"a":1}}', `{"cID":"other","userID":"${identity.userId}"}`];
    const answers = [];
    for (const text of strange) {
      answers.push(await platform.post('/rps/v2/pass1', { mpin_id: Buffer.from(text).toString('hex'), U: u, publicKey: identity.id.publicKey, scope: ['jwt'] }));
    }
    assert.deepEqual([...new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body['error'], Object.keys(context(answer))])))],
      ['[401,"UNSUCCESSFUL_AUTHENTICATION",["requestID"]]']);
  });

  it('says that an identity lapsed', async () => {
    const own = await startPlatform({ environment: { MPIN_INACTIVITY_DAYS: '30' } });
    try {
      const identity = await register(own, PIN);
      own.advance(31 * 86_400);
      assert.equal(outcome(await signIn(own, identity, PIN)), '401 EXPIRED_MPINID');
    } finally {
      await own.close();
    }
  });

  it('completes a session with scope oidc only, and refuses an access id that does not fit without a strike', async () => {
    const identity = await register(platform, PIN);
    const open = async (): Promise<{ webOTT: string; accessId: string }> => {
      const { body } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
      return body as { webOTT: string; accessId: string };
    };
    const leftOver = await open();
    assert.equal(outcome(await signIn(platform, identity, PIN, { scope: 'jwt', accessId: leftOver.accessId })), '200');
    assert.equal((await platform.post('/rps/v2/access', { webOTT: leftOver.webOTT })).body['status'], 'new');
    assert.equal(outcome(await signIn(platform, identity, PIN, { scope: 'jwt', accessId: 'unknown' })), '200');

    const session = await open();
    assert.equal(outcome(await signIn(platform, identity, PIN, { scope: 'oidc', accessId: session.accessId })), '200');
    const access = await platform.post('/rps/v2/access', { webOTT: session.webOTT });
    assert.deepEqual([access.body['status'], access.body['userId']], ['authenticated', identity.userId]);
    const other = await register(platform, PIN);
    assert.equal(outcome(await signIn(platform, other, WRONG, { scope: 'oidc', accessId: session.accessId })), '412 INVALID_AUTHENTICATION_SESSION');
    assert.equal(context(await signIn(platform, other, WRONG))['attemptsLeft'], '2');
    assert.equal(outcome(await signIn(platform, identity, WRONG, { scope: 'oidc', accessId: 'unknown' })), '412 INVALID_AUTHENTICATION_SESSION');
    // Who completed the session may prove again (docs/protocol.md 3.7): that is a guess like any other.
    assert.equal(context(await signIn(platform, identity, WRONG, { scope: 'oidc', accessId: session.accessId }))['attemptsLeft'], '2');
    assert.equal(context(await signIn(platform, identity, WRONG))['attemptsLeft'], '1');
  });
});
