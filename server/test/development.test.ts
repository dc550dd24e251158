import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { buildPlatform } from '../src/build-platform.ts';
import { loadConfig } from '../src/config/load.ts';
import { createLog } from '../src/log/log.ts';
import { testDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { outcome, post, request } from './support/http.ts';
import { freePort } from './support/resources.ts';

describe('development mode', () => {
  let database: TestDatabase;
  before(async () => { database = await testDatabase(); });
  after(() => database.remove());

  /** Runs a platform for as long as `work` takes. */
  async function run(sitePort: string, work: (url: string, logs: () => string) => Promise<void>): Promise<void> {
    const port = await freePort();
    const config = loadConfig({ PORT: String(port), SITE_PORT: sitePort, MPIN_DEV: '1', ...database.environment, MPIN_WORKERS: '1' });
    let logs = '';
    const sink = new Writable({ write(chunk: Buffer, _encoding, done) { logs += chunk.toString(); done(); } });
    const platform = await buildPlatform(config, { log: createLog(config, sink) });
    try {
      await platform.listen();
      await work(config.publicUrl, () => logs);
    } finally {
      await platform.close();
    }
  }
  const discover = async (url: string, origin: string) => request(`${url}/.well-known/project-configuration`, { headers: { origin } });

  it('makes a demo project and keys at the first start, says that both halves are in one memory, and catches mail', () => run('4711', async (url, logs) => {
    const { status, body } = await discover(url, 'http://localhost:4711');
    assert.deepEqual([status, body['name'], body['customDomain']], [200, 'Northwind Bank', url]);
    assert.equal((body['branding'] as Record<string, unknown>)['accentLight'], '#0d5c63', 'in the colours of the demo site');
    assert.equal((await discover(url, 'http://localhost:5173')).status, 200);
    assert.equal(outcome(await discover(url, 'http://localhost:4712')), '403 ORIGIN_NOT_ALLOWED');
    assert.match(logs(), /BOTH TRUST AUTHORITIES/);
    const sent = await post(`${url}/verification/email`, { userId: 'someone@mail.example', deviceName: 'Laptop', lang: 'ar' });
    assert.equal(outcome(sent), '200');
    const [mail] = JSON.parse((await request(`${url}/dev/inbox.json`)).text) as Record<string, string>[];
    assert.equal(mail?.['to'], 'someone@mail.example');
    assert.match(mail?.['text'] ?? '', new RegExp(`${url}/verification/confirmation\\?code=`));
    for (const field of ['subject', 'html', 'receivedAt']) assert.ok(mail?.[field], field);
  }));

  it('keeps both at later starts, and lets the demo site in at its new port', async () => {
    const seen: string[] = [];
    for (const sitePort of ['4711', '4713']) {
      await run(sitePort, async (url) => {
        const { body } = await discover(url, `http://localhost:${sitePort}`);
        seen.push(JSON.stringify([body['id'], (await request(`${url}/.well-known/jwks`)).body]));
      });
    }
    assert.equal(new Set(seen).size, 1);
  });
});
