import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { AUDIT_EVENTS } from '../src/core/audit.ts';
import { createApplication, regenerateSecret } from '../src/core/applications.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { applyRetention } from '../src/core/retention.ts';
import { basic, register, signed, signIn, someone } from './support/device.ts';
import { request } from './support/http.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
const DAY = 86_400;
let platform: TestPlatform;
before(async () => { platform = await startPlatform(); });
after(() => platform.close());

async function events(query = ''): Promise<Record<string, string>[]> {
  const { body } = await request(`${platform.url}/api/v1/projects/${platform.project.projectId}/audit?limit=1000&${query}`, { headers: basic(platform) });
  return body['list'] as Record<string, string>[];
}

describe('the audit log', () => {
  it('has exactly the documented types and statuses', () => {
    const text = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8');
    const documented = [...text.matchAll(/^\| `(\w+)` \| `(\w+)` \|/gm)].map(([, type, status]) => `${type} ${status}`);
    assert.deepEqual(documented.toSorted(), Object.values(AUDIT_EVENTS).map((event) => event.join(' ')).toSorted());
    assert.equal(new Set(documented).size, documented.length);
  });

  it('tells the life of an identity, with the application whose page it is', async () => {
    const headers = { origin: SITE };
    const identity = await register(platform, PIN, { headers });
    await signIn(platform, identity, PIN, { headers });
    await signIn(platform, identity, '0000', { headers });
    const now = Math.floor(platform.core.now() / 1000);
    await platform.post('/dvs/verify', signed(identity, PIN, Buffer.from('x'), now), basic(platform));
    await platform.post('/dvs/verify', signed(identity, '1111', Buffer.from('x'), now), basic(platform));
    await signIn(platform, identity, '0000');
    await signIn(platform, identity, '0000');
    const told = (await events(`userId=${identity.userId}`)).toReversed();
    assert.deepEqual(told.map((event) => [event['eventType'], event['eventStatus'], event['appName']]), [
      ['verification', 'verification_sent', ''], ['verification', 'verification_confirmed', ''], ['registration', 'registration_success', ''],
      ['authentication', 'authenticate_success', 'Shop'], ['authentication', 'authenticate_failure', 'Shop'], ['signature', 'verify_success', 'Shop'], ['signature', 'verify_failure', 'Shop'],
      ['authentication', 'authenticate_failure', ''], ['identity', 'revoked', ''], ['authentication', 'authenticate_failure', ''],
    ]);
  });

  it('tells once a minute that an application\'s secret is being tried', async () => {
    const application = await createApplication(platform.core, { projectId: platform.project.projectId, name: 'Tried', rights: ['read'] });
    const knock = (): Promise<unknown> => request(`${platform.url}/api/v1/projects/${platform.project.projectId}/audit`, {
      headers: { authorization: `Basic ${Buffer.from(`${application.clientId}:wrong`).toString('base64')}` },
    });
    for (let i = 0; i < 3; i += 1) await knock();
    platform.advance(61);
    await knock();
    const refused = (await events(`applicationId=${application.clientId}`)).filter((event) => event['eventStatus'] === 'credentials_refused');
    assert.deepEqual(refused.map((event) => [event['IPAddress'], event['appName']]), [['127.0.0.1', 'Tried'], ['127.0.0.1', 'Tried']]);
  });

  it('holds no secret of what it tells', async () => {
    const { clientId } = await createApplication(platform.core, { projectId: platform.project.projectId, name: 'Secretive' });
    const { clientSecret } = await regenerateSecret(platform.core, clientId, 3600, 'tests');
    const userId = someone();
    const { body } = await platform.post('/activate/initiate', { userId }, basic(platform));
    const rows = JSON.stringify(await platform.core.db.queries.selectFrom('audit').selectAll().execute());
    for (const secret of [clientSecret, body['actToken'], body['mpinId']]) assert.ok(!rows.includes(String(secret)));
  });

  it('forgets addresses, and then entries, when the project says so', async () => {
    const identity = await register(platform, PIN);
    const { projectId } = platform.project;
    await changeProject(platform.core, projectId, { addressDays: 7, auditDays: 30 }, 'tests');
    platform.advance(6 * DAY);
    await applyRetention(platform.core);
    assert.ok((await events(`userId=${identity.userId}`)).every((event) => event['IPAddress'] === '127.0.0.1'));
    platform.advance(2 * DAY);
    await applyRetention(platform.core);
    const told = await events(`userId=${identity.userId}`);
    assert.deepEqual(told.map((event) => event['IPAddress']), ['', '', '']);
    const { ip } = await platform.core.db.queries.selectFrom('identities').select('ip').where('user_id', '=', identity.userId).executeTakeFirstOrThrow();
    assert.equal(ip, '');
    platform.advance(23 * DAY);
    await applyRetention(platform.core);
    assert.deepEqual(await events(`userId=${identity.userId}`), []);
  });
});
