import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { basic, complete, prove, signed, signIn, someone } from './support/device.ts';
import { request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '739152';

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(directory, entry.name)) : [join(directory, entry.name)]));
}

/** A secret in the forms in which it could lie about. */
function forms(secret: string): string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '');
  const raw = /^[0-9a-f]+$/.test(secret) && secret.length % 2 === 0 ? Buffer.from(secret, 'hex') : undefined;
  return [secret, base64, ...(raw === undefined ? [] : [raw.toString('latin1'), raw.toString('base64').replace(/=+$/, '')])];
}

describe('secrets', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ project: { verificationMethod: 'link' } }); });
  after(() => platform.close());

  it('of whole flows are in no log, in no file, and in no answer but their own', async () => {
    const stored: string[] = [];
    const unlogged: string[] = [];
    const answers: string[] = [];
    const note = (secret: unknown): string => {
      stored.push(String(secret));
      return String(secret);
    };
    const call = async (path: string, body: object, headers?: Record<string, string>): Promise<Readonly<Record<string, unknown>>> => {
      const answer = await platform.post(path, body, headers);
      assert.equal(answer.status, 200, `${path}: ${answer.text}`);
      return answer.body;
    };
    const userId = someone();
    const session = await call('/rps/v2/session', { projectId: platform.project.projectId, userId }, { origin: platform.url });
    const webOTT = note(session['webOTT']);
    note(session['accessId']);
    await call('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'x', accessId: session['accessId'], handOver: true });
    const { code, url } = await platform.mailbox.takeLink(userId);
    note(code);
    const number = /matchNumber/.test(JSON.stringify(session)) ? '' : (await platform.core.db.queries.selectFrom('verifications').select('match_number').executeTakeFirstOrThrow()).match_number ?? '';
    answers.push((await request(`${platform.url}/verification/confirmation/decision`, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ code, user_id: userId, decision: 'confirm', number }).toString(),
    })).text);
    answers.push((await request(url)).text);
    const { activation } = await call('/rps/v2/access', { webOTT, activation: true }) as { activation: { actToken: string } };
    note(activation.actToken);
    const keys = createKeyPair();
    unlogged.push(keys.publicKey);
    const registration = await platform.post('/registration', { userId, deviceName: 'x', activationToken: activation.actToken, publicKey: keys.publicKey });
    const urls = registration.body['secretUrls'] as string[];
    for (const capability of urls) note(new URL(capability).pathname.split('/').pop());
    const identity = await complete(registration, keys, userId, PIN);
    note(identity.token);
    unlogged.push(identity.id.mpinId, userId);
    const authOTT = note(await prove(platform, identity, PIN));
    note((await call('/rps/v2/authenticate', { authOTT }))['jwt']);
    note(platform.project.clientSecret);
    await call('/dvs/verify', signed(identity, PIN, Buffer.from('contract'), Math.floor(platform.core.now() / 1000)), basic(platform));
    for (const wrong of ['739153', '739154', '739155']) answers.push((await signIn(platform, identity, wrong)).text);
    answers.push((await platform.post('/rps/v2/authenticate', { authOTT: 'x'.repeat(43) })).text, (await platform.post('/registration', { userId, activationToken: activation.actToken })).text);
    for (const { secret } of await platform.core.serverSecrets.living()) note(secret);
    const masterKey = readFileSync(join(platform.dataDir, 'master.key'), 'utf8').trim();
    await platform.core.db.queries.selectFrom('keys').selectAll().execute();

    const files = filesBelow(platform.dataDir).filter((path) => !path.endsWith('master.key')).map((path) => readFileSync(path).toString('latin1')).join('\n');
    const logs = platform.logs();
    const answered = answers.join('\n');
    assert.ok(files.length > 100_000 && logs.includes('"route":"/registration"'), 'there is something to search in');
    for (const secret of [...stored, masterKey]) {
      assert.ok(secret.length >= 16, 'a secret worth searching for');
      for (const form of forms(secret)) {
        assert.ok(!logs.includes(form), `a log holds ${secret.slice(0, 6)}…`);
        assert.ok(!files.includes(form), `a file holds ${secret.slice(0, 6)}…`);
        assert.ok(!answered.includes(form), `an answer holds ${secret.slice(0, 6)}…`);
      }
    }
    for (const secret of unlogged) assert.ok(!logs.includes(secret), `a log holds ${secret.slice(0, 20)}`);
    assert.ok(!/PRIVATE KEY|"d":"/.test(files), 'no private key lies in the open');
    for (const trace of ['confirmation?code', '/client-share/ey', PIN]) assert.ok(!logs.includes(trace), trace);
  });
});
