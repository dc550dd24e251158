import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runChild } from './support/child.ts';
import { testDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';

/** Applications for OpenID Connect from the command line (docs/connect.md). */

describe('mpin-platform openid-application', () => {
  let database: TestDatabase;
  let environment: Record<string, string>;
  const create = (...words: string[]) => runChild(['openid-application', 'create', '--name', 'Northwind', ...words], environment);
  before(async () => {
    database = await testDatabase();
    environment = { ...database.environment, MPIN_DEV: '1' };
    const made = await runChild(['project', 'create', '--name', 'Shop', '--origin', 'https://shop.example'], environment);
    assert.equal(made.code, 0, made.output);
  });
  after(() => database.remove());

  it('makes one, tells its secret once and to nobody who keeps none, and says what is wrong', async () => {
    const { code, output } = await create('--redirect-uri', 'https://app.example/cb', '--mpin-id', 'allowed');
    assert.equal(code, 0, output);
    const { clientId, clientSecret } = JSON.parse(output.slice(output.indexOf('{'))) as { clientId: string; clientSecret: string };
    assert.match(clientSecret, /^[\w-]{43}$/);
    const [row] = await database.rows<{ mpin_id_allowed: number; owner: string | null }>('SELECT mpin_id_allowed, owner FROM openid_clients WHERE application_id = ?', clientId);
    assert.deepEqual(row, { mpin_id_allowed: 1, owner: null });
    assert.ok(!JSON.stringify(await database.rows('SELECT * FROM applications')).includes(clientSecret));
    const app = await create('--redirect-uri', 'com.example.app:/cb', '--type', 'public');
    assert.doesNotMatch(app.output, /clientSecret/);
    const taken = await create('--redirect-uri', 'https://APP.example/cb/');
    assert.notEqual(taken.code, 0);
    assert.match(taken.output, /^mpin-platform: [^\n]*has registered this redirect URI[^\n]*\n$/);
    const unknown = await runChild(['openid-application', 'approve', '--id', 'unknown'], environment);
    assert.deepEqual([unknown.code, unknown.output], [1, 'mpin-platform: There is no OpenID application unknown.\n']);
    const odd = await create('--redirect-uri', 'http://app.example/cb');
    assert.match(odd.output, /\(--redirect-uri\)\n$/);
    const kind = await create('--redirect-uri', 'https://other.example/cb', '--type', 'secret');
    assert.match(kind.output, /--type must be confidential or public/);
  });
});
