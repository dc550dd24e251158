import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runChild, startChild } from './support/child.ts';
import { testDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { buildRequest, openPeer, readAnswer } from './support/radius.ts';

const SECRET = 'a secret that lies in a file';

describe('the commands of one-time passwords and RADIUS', () => {
  let database: TestDatabase;
  let environment: Record<string, string>;
  before(async () => {
    database = await testDatabase();
    environment = {
      ...database.environment, MPIN_PUBLIC_URL: 'https://auth.example.com', MPIN_SMTP_URL: 'smtp://127.0.0.1:2525', MPIN_LOG_LEVEL: 'info',
      MPIN_RADIUS_PORT: '0', MPIN_RADIUS_ACCOUNTING_PORT: '0',
    };
  });
  after(() => database.remove());

  const succeed = async <T>(...words: string[]): Promise<T> => {
    const { code, output } = await runChild(words, environment);
    assert.equal(code, 0, output);
    return JSON.parse(output) as T;
  };
  const fail = async (...words: string[]): Promise<string> => {
    const { code, output } = await runChild(words, environment);
    assert.equal(code, 1, output);
    return output;
  };

  it('make an application and a client, and run the server alone for them', async () => {
    const { projectId } = await succeed<{ projectId: string }>('project', 'create', '--name', 'Bank', '--origin', 'https://bank.example');
    const made = await succeed<{ clientId: string; clientSecret: string; otpSecret: string }>('otp-application', 'create', '--project', projectId, '--name', 'VPN', '--seconds', '120');
    assert.deepEqual(await succeed('otp-application', 'list', '--project', projectId), [{ clientId: made.clientId, name: 'VPN', active: true }]);
    const rotated = await succeed<{ otpSecret: string }>('otp-application', 'rotate-secret', '--id', made.clientId);
    assert.notEqual(rotated.otpSecret, made.otpSecret);
    assert.match(await fail('otp-application', 'create', '--project', projectId, '--name', 'VPN', '--seconds', '5'), /from 30 to 600/);

    const file = join(database.dataDir, 'secret');
    writeFileSync(file, `${SECRET}\n`);
    chmodSync(file, 0o600);
    const add = ['radius-client', 'add', '--application', made.clientId, '--name', 'Gateway', '--address', '127.0.0.1', '--secret-file', file, '--attribute', 'Filter-Id=staff'];
    const { id } = await succeed<{ id: string }>(...add);
    assert.match(await fail(...add), /already/);
    const listed = await succeed<object[]>('radius-client', 'list');
    assert.deepEqual(listed, [{ id, name: 'Gateway', applicationId: made.clientId, address: '127.0.0.1', messageAuthenticator: 'required', attributes: [['Filter-Id', 'staff']] }]);

    const server = startChild(['radius'], environment);
    const { port, accountingPort } = (await server.line('accountingPort')) as { port: number; accountingPort: number };
    const peer = await openPeer({ address: '127.0.0.1', port, accountingPort });
    const request = buildRequest({ code: 12, secret: SECRET });
    assert.equal(readAnswer(await peer.ask(request), request, SECRET).code, 2);
    peer.close();
    assert.equal(await server.end('SIGTERM'), 0);
    assert.ok(!server.output().includes(SECRET));

    await succeed('radius-client', 'remove', '--id', id);
    assert.deepEqual(await succeed('radius-client', 'list'), []);
  });
});
