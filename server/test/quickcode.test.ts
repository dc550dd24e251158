import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { changeProject } from '../src/core/project-changes.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { activate, basic, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
const ELSEWHERE = { 'x-forwarded-for': '198.51.100.7' };
let platform: TestPlatform;
before(async () => { platform = await startPlatform({ environment: { MPIN_TRUSTED_PROXIES: '127.0.0.1' } }); });
after(() => platform.close());

async function token(identity: DeviceIdentity): Promise<unknown> {
  return (await signIn(platform, identity, PIN, { scope: 'reg-code' })).body['jwt'];
}

async function quickCode(identity: DeviceIdentity, projectId = platform.project.projectId): Promise<Answer> {
  return platform.post('/verification/quickcode', { projectId, jwt: await token(identity), deviceName: 'Old phone' });
}

const confirm = (userId: string, code: unknown, headers: Record<string, string> = {}): Promise<Answer> => platform.post('/verification/confirmation', { userId, code }, headers);
/** Six digits that are not these. */
const other = (code: unknown): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function enrol(identity: DeviceIdentity): Promise<DeviceIdentity> {
  const { body } = await quickCode(identity);
  const confirmed = await confirm(identity.userId, body['code'], ELSEWHERE);
  assert.equal(outcome(confirmed), '200', confirmed.text);
  return register(platform, PIN, { userId: identity.userId, activationToken: String(confirmed.body['actToken']) });
}

describe('QuickCode', () => {
  it('enrols a further device, elsewhere, once, and tells the person', async () => {
    const identity = await register(platform, PIN);
    await platform.mailbox.take(identity.userId, /A device was just set up/);
    const { status, body } = await quickCode(identity);
    assert.equal(status, 200);
    assert.match(String(body['code']), /^\d{6}$/);
    assert.equal(body['ttlSeconds'], 180);
    assert.ok(Math.abs(Number(body['expireTime']) - platform.core.now() / 1000 - 180) < 5);
    const confirmed = await confirm(identity.userId, body['code'], ELSEWHERE);
    assert.equal(confirmed.body['projectId'], platform.project.projectId);
    assert.equal(outcome(await confirm(identity.userId, body['code'], ELSEWHERE)), '401 UNSUCCESSFUL_VERIFICATION');
    const second = await register(platform, '1122', { userId: identity.userId, activationToken: String(confirmed.body['actToken']) });
    assert.equal(outcome(await signIn(platform, second, '1122')), '200');
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    const mail = await platform.mailbox.take(identity.userId, /QuickCode/);
    const code = /objection\?code=(\S+)/.exec(mail.text)?.[1];
    const objected = await fetch(`${platform.url}/identity/objection`, { method: 'POST', body: new URLSearchParams({ code: String(code) }) });
    assert.equal(objected.status, 200);
    assert.equal(outcome(await signIn(platform, second, '1122')), '410 REVOKED_MPINID');
  });

  it('wants a token of scope reg-code, of this project, living, never used, of an identity that stands', async () => {
    const identity = await register(platform, PIN);
    const ask = async (jwt: unknown, projectId = platform.project.projectId): Promise<string> => outcome(await platform.post('/verification/quickcode', { projectId, jwt, deviceName: '' }));
    const signInToken = (await signIn(platform, identity, PIN)).body['jwt'];
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const [used, foreign, old, gone] = [await token(identity), await token(identity), await token(identity), await token(identity)];
    assert.equal(await ask(used), '200');
    for (const jwt of [used, signInToken, 'x', `${String(gone).slice(0, -4)}AAAA`]) assert.equal(await ask(jwt), '401 UNAUTHORIZED');
    assert.equal(await ask(foreign, elsewhere.projectId), '401 UNAUTHORIZED');
    const id = sha256(Buffer.from(identity.id.mpinId, 'hex'));
    await platform.post(`/api/v1/projects/${platform.project.projectId}/mpinids/${id}/revocation`, {}, basic(platform));
    assert.equal(await ask(gone), '401 UNAUTHORIZED');
    platform.advance(61);
    assert.equal(await ask(old), '401 UNAUTHORIZED');
  });

  it('serves once where the same token comes twice at the same moment', async () => {
    const identity = await register(platform, PIN);
    const jwt = await token(identity);
    const outcomes = await Promise.all([1, 2, 3].map(async () => outcome(await platform.post('/verification/quickcode', { projectId: platform.project.projectId, jwt, deviceName: '' }))));
    assert.deepEqual(outcomes.sort(), ['200', '401 UNAUTHORIZED', '401 UNAUTHORIZED']);
  });

  it('ends with five wrong tries, with its time, and with a newer one', async () => {
    const identity = await register(platform, PIN);
    const first = (await quickCode(identity)).body['code'];
    for (let left = 4; left >= 0; left -= 1) assert.equal(context(await confirm(identity.userId, other(first)))['triesLeft'], String(left));
    assert.equal(outcome(await confirm(identity.userId, first)), '401 UNSUCCESSFUL_VERIFICATION');
    const second = (await quickCode(identity)).body['code'];
    const third = (await quickCode(identity)).body['code'];
    if (second !== third) assert.equal(outcome(await confirm(identity.userId, second)), '401 UNSUCCESSFUL_VERIFICATION');
    platform.advance(181);
    assert.equal(outcome(await confirm(identity.userId, third)), '401 UNSUCCESSFUL_VERIFICATION');
  });

  it('is not used up by strangers on other networks', async () => {
    const identity = await register(platform, PIN);
    const { code } = (await quickCode(identity)).body;
    for (let i = 0; i < 7; i += 1) assert.equal(context(await confirm(identity.userId, other(code), ELSEWHERE))['triesLeft'], undefined);
    assert.equal(outcome(await confirm(identity.userId, code, ELSEWHERE)), '401 UNSUCCESSFUL_VERIFICATION');
    assert.equal(outcome(await confirm(identity.userId, code)), '200');
  });

  it('works beside a mailed code that waits for the same person', async () => {
    const project = await platform.addProject({ name: 'Codes', origins: [], verificationMethod: 'code' });
    const server = { ...platform, project };
    const identity = await register(platform, PIN, { activationToken: await activateByCode(server, 'codes@mail.example'), userId: 'codes@mail.example' });
    platform.advance(3700);
    await platform.post('/verification/email', { userId: identity.userId, projectId: project.projectId, deviceName: '', mpinId: identity.id.mpinId });
    const mailed = await platform.mailbox.takeDigits(identity.userId);
    const { code } = (await quickCode(identity, project.projectId)).body;
    assert.equal(outcome(await confirm(identity.userId, code)), '200');
    assert.equal(outcome(await confirm(identity.userId, mailed)), '200');
  });

  it('is barred, or barred to devices that it enrolled, where the project says so', async () => {
    const project = await platform.addProject({ name: 'Careful', origins: [] });
    const server = { ...platform, project };
    const userId = 'careful@mail.example';
    const first = await register(platform, PIN, { userId, activationToken: await activate(server, userId) });
    const { body } = await quickCode(first, project.projectId);
    const confirmed = await confirm(userId, body['code']);
    const second = await register(platform, PIN, { userId, activationToken: String(confirmed.body['actToken']) });
    assert.equal(outcome(await quickCode(second, project.projectId)), '200');
    await changeProject(platform.core, project.projectId, { limitRegCodeVerified: true }, 'tests');
    assert.equal(outcome(await quickCode(second, project.projectId)), '403 FORBIDDEN');
    assert.equal(outcome(await quickCode(first, project.projectId)), '200');
    await changeProject(platform.core, project.projectId, { enableRegistrationCode: false }, 'tests');
    assert.equal(outcome(await quickCode(first, project.projectId)), '403 FORBIDDEN');
  });

  it('counts as a proved address only where the device that gave it does', async () => {
    const proved = await register(platform, PIN);
    const { body } = await platform.post('/activate/initiate', { userId: 'vouched@mail.example' }, basic(platform));
    const vouched = await register(platform, PIN, { userId: 'vouched@mail.example', activationToken: String(body['actToken']) });
    const rows = await Promise.all([await enrol(proved), await enrol(vouched)].map((identity) => platform.core.db.queries.selectFrom('identities')
      .select(['enrolled_by', 'address_proved']).where('id', '=', sha256(Buffer.from(identity.id.mpinId, 'hex'))).executeTakeFirstOrThrow()));
    assert.deepEqual(rows, [{ enrolled_by: 'quickcode', address_proved: 1 }, { enrolled_by: 'quickcode', address_proved: 0 }]);
  });

  it('is given out ten times a day', async () => {
    const identity = await register(platform, PIN);
    for (let i = 0; i < 10; i += 1) assert.equal(outcome(await quickCode(identity)), '200');
    const refused = await quickCode(identity);
    assert.equal(outcome(refused), '429 REQUEST_BACKOFF');
    assert.ok(Number(context(refused)['backoff']) > platform.core.now() / 1000 + 86_000);
    platform.advance(86_401);
    assert.equal(outcome(await quickCode(identity)), '200');
  });
});

/** Proves an address by a mailed code. @returns the activation token */
async function activateByCode(server: Pick<TestPlatform, 'post' | 'mailbox' | 'project'>, userId: string): Promise<string> {
  await server.post('/verification/email', { userId, projectId: server.project.projectId, deviceName: 'Test device' });
  const confirmed = await server.post('/verification/confirmation', { userId, code: await server.mailbox.takeDigits(userId) });
  return String(confirmed.body['actToken']);
}
