import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sha256 } from '../src/keys/secrets.ts';
import { createKeyPair, Proof } from '../../src/protocol/index.ts';
import { activate, prove, register, signIn, someone } from './support/device.ts';
import { outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '6420';
const WRONG = '6421';

describe('what many do at once', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ environment: { MPIN_PENDING_PASSES: '100' } }); });
  after(() => platform.close());

  const idOf = ({ id }: { id: { mpinId: string } }): string => sha256(Buffer.from(id.mpinId, 'hex'));

  it('a hundred wrong PINs cost exactly three strikes and one revocation', async () => {
    const identity = await register(platform, PIN);
    const secrets: string[] = [];
    for (let i = 0; i < 100; i += 1) secrets.push(await prove(platform, identity, WRONG));
    const outcomes = (await Promise.all(secrets.map((authOTT) => platform.post('/rps/v2/authenticate', { authOTT })))).map(outcome);
    const events = await platform.core.db.queries.selectFrom('audit').select('status').where('identity_id', '=', idOf(identity)).execute();
    assert.deepEqual(['authenticate_failure', 'revoked'].map((status) => events.filter((event) => event.status === status).length), [3, 1]);
    assert.ok(outcomes.every((one) => ['401 UNSUCCESSFUL_AUTHENTICATION', '410 REVOKED_MPINID', '429 REQUEST_BACKOFF'].includes(one)), outcomes.join());
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
  });

  it('one proof is checked once, however often it is sent', async () => {
    const identity = await register(platform, PIN);
    const authOTT = await prove(platform, identity, PIN);
    const outcomes = (await Promise.all(Array.from({ length: 10 }, () => platform.post('/rps/v2/authenticate', { authOTT })))).map(outcome).sort();
    assert.deepEqual(outcomes, ['200', ...Array.from({ length: 9 }, () => '412 INVALID_AUTHENTICATION_SESSION')]);
  });

  it('one y answers one pass 2, and one U asked for twice has one y', async () => {
    const identity = await register(platform, PIN);
    const proof = new Proof(identity.id, identity.token);
    const body = { mpin_id: identity.id.mpinId, dtas: identity.dtas, U: proof.u, publicKey: identity.id.publicKey, scope: ['jwt'] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => platform.post('/rps/v2/pass1', body)));
    assert.deepEqual([...new Set(answers.map(outcome))], ['200']);
    const [waiting, ...more] = await platform.core.db.queries.selectFrom('passes').select('y').where('identity_id', '=', idOf(identity)).execute();
    assert.equal(more.length, 0);
    proof.prepare(waiting?.y ?? '');
    const second = { mpin_id: identity.id.mpinId, V: proof.finish(PIN), U: proof.u };
    const secrets = await Promise.all(Array.from({ length: 10 }, async () => String((await platform.post('/rps/v2/pass2', second)).body['authOTT'])));
    const outcomes = (await Promise.all(secrets.map((authOTT) => platform.post('/rps/v2/authenticate', { authOTT })))).map(outcome);
    assert.equal(outcomes.filter((one) => one === '200').length, 1, outcomes.join());
  });

  it('one activation registers one device, and one public key one identity', async () => {
    const userId = someone();
    const activationToken = await activate(platform, userId);
    const registering = (publicKey: string, token: string, user: string) => platform.post('/registration', { userId: user, deviceName: 'x', activationToken: token, publicKey });
    const outcomes = (await Promise.all(Array.from({ length: 6 }, () => registering(createKeyPair().publicKey, activationToken, userId)))).map(outcome).sort();
    assert.deepEqual(outcomes, ['200', ...Array.from({ length: 5 }, () => '403 INVALID_ACTIVATION_TOKEN')]);
    const { publicKey } = createKeyPair();
    const others = [someone(), someone(), someone()];
    const tokens = await Promise.all(others.map((other) => activate(platform, other)));
    const sameKey = (await Promise.all(others.map((other, i) => registering(publicKey, tokens[i] ?? '', other)))).map(outcome).sort();
    assert.deepEqual(sameKey, ['200', '400 INVALID_REQUEST_PARAMETERS', '400 INVALID_REQUEST_PARAMETERS']);
  });

  it('of many mails asked for at once to one address, one is sent', async () => {
    const userId = someone();
    const outcomes = (await Promise.all(Array.from({ length: 8 }, () => platform.post('/verification/email', { userId, deviceName: 'x', projectId: platform.project.projectId })))).map(outcome).sort();
    assert.deepEqual(outcomes, ['200', ...Array.from({ length: 7 }, () => '429 REQUEST_BACKOFF')]);
  });
});
