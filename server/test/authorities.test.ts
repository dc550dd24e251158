import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { testDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { register, signIn } from './support/device.ts';
import type { Server } from './support/device.ts';
import { outcome, post, request } from './support/http.ts';
import { runChild, startChild } from './support/child.ts';
import type { Child } from './support/child.ts';
import { startMailbox } from './support/mailbox.ts';
import type { Mailbox } from './support/mailbox.ts';
import { freePort, temporaryDirectory } from './support/resources.ts';
import { SITE } from './support/test-platform.ts';

describe('two trust authorities and the platform, each a process of its own', () => {
  const directory = temporaryDirectory();
  let database: TestDatabase;
  const children: Child[] = [];
  let mailbox: Mailbox;
  let server: Server;
  let environment: Record<string, string>;
  let url: string;
  const data = (name: string): string => join(directory.path, name);

  async function startAuthority(name: string, platformKey: string): Promise<{ url: string; key: string }> {
    writeFileSync(data(`${name}.json`), JSON.stringify({ host: '127.0.0.1', port: 0, dataDir: data(name), platformKey }));
    const child = startChild(['trust-authority', '--config', data(`${name}.json`)], {});
    children.push(child);
    const ready = await child.line('authorityKey');
    return { url: String(ready['listening']), key: String(ready['authorityKey']) };
  }

  before(async () => {
    database = await testDatabase();
    mailbox = await startMailbox();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = { PORT: String(port), MPIN_PUBLIC_URL: url, ...database.environment, MPIN_SMTP_URL: mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example', MPIN_WORKERS: '1' };
    const created = await runChild(['project', 'create', '--name', 'Shop', '--origin', SITE], environment);
    assert.equal(created.code, 0, created.output);
    const [first = '', second = ''] = JSON.parse((await runChild(['authority-keys'], environment)).output) as string[];
    const authorities = [await startAuthority('one', first), await startAuthority('two', second)];
    environment = { ...environment, MPIN_AUTHORITIES: JSON.stringify(authorities) };
    const platform = startChild([], environment);
    children.push(platform);
    await platform.line('publicUrl');
    const project = JSON.parse(created.output) as Server['project'];
    server = { project, mailbox, post: (path, body, headers) => post(`${url}${path}`, body, headers) };
  });
  after(async () => {
    await Promise.all(children.map((child) => child.end('SIGTERM')));
    await mailbox.close();
    await database.remove();
    directory.remove();
  });

  it('make identities that sign in', async () => {
    const identity = await register(server, '2580', { headers: { origin: SITE } });
    assert.equal(outcome(await signIn(server, identity, '2580', { headers: { origin: SITE } })), '200');
    assert.equal(outcome(await signIn(server, identity, '2581', { headers: { origin: SITE } })), '401 UNSUCCESSFUL_AUTHENTICATION');
  });

  it('keep their halves to themselves, sealed, readable by their owner alone', () => {
    for (const name of ['one', 'two']) assert.equal(statSync(join(data(name), 'authority.key')).mode & 0o777, 0o600);
    assert.equal(statSync(join(database.dataDir, 'master.key')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(database.dataDir).filter((name) => name.startsWith('authority')), []);
    assert.equal(existsSync(join(database.dataDir, 'authority.key')), false);
    assert.notEqual(readFileSync(join(data('one'), 'authority.key'), 'utf8'), readFileSync(join(data('two'), 'authority.key'), 'utf8'));
  });

  it('do not say, in the platform\'s log, that both halves are in one memory', () => {
    assert.doesNotMatch(children.map((child) => child.output()).join(''), /BOTH TRUST AUTHORITIES/);
  });

  it('answer nobody who is not the platform, and no request twice', async () => {
    const authority = (JSON.parse(environment['MPIN_AUTHORITIES'] ?? '[]') as { url: string }[])[0]?.url ?? '';
    for (const body of [{}, { request: 'x' }, { request: 'a.b.c' }, { request: 1 }, null]) assert.equal((await post(`${authority}/server-share`, body)).status, 403);
    assert.equal((await request(`${authority}/client-share/a.b.c`)).status, 403);
    assert.equal((await request(`${authority}/client-share/`)).status, 403);
  });

  it('refuse a body that is nested too deeply, as the platform does', async () => {
    const authority = (JSON.parse(environment['MPIN_AUTHORITIES'] ?? '[]') as { url: string }[])[0]?.url ?? '';
    const nested = `{"request":${'['.repeat(3000)}${']'.repeat(3000)}}`;
    for (const path of [`${authority}/server-share`, `${authority}/designated-share/x`, `${url}/rps/v2/session`]) {
      const answer = await request(path, { method: 'POST', body: nested, headers: { 'content-type': 'application/json' } });
      assert.deepEqual([outcome(answer), answer.body['info']], ['400 INVALID_REQUEST_BODY', 'The request body is nested too deeply.'], path);
    }
  });

  it('start again with the same keys, and the platform needs them no more to check', async () => {
    const identity = await register(server, '2580');
    await Promise.all(children.splice(0).map((child) => child.end('SIGTERM')));
    const platform = startChild([], environment);
    children.push(platform);
    await platform.line('publicUrl');
    assert.equal(outcome(await signIn(server, identity, '2580')), '200');
    assert.equal((await request(`${url}/readyz`)).status, 200);
  });
});

describe('a platform whose trust authority is not the configured one', () => {
  it('does not start, and says which', async () => {
    const directory = temporaryDirectory();
    const environment = {
      PORT: '0', MPIN_PUBLIC_URL: 'http://127.0.0.1:9', MPIN_DATA: join(directory.path, 'platform'), MPIN_SMTP_URL: 'smtp://127.0.0.1:9', MPIN_MAIL_FROM: 'tests@mail.example',
    };
    const keys = JSON.parse((await runChild(['authority-keys'], environment)).output) as string[];
    const started = await Promise.all(['one', 'two'].map(async (name, i) => {
      writeFileSync(join(directory.path, `${name}.json`), JSON.stringify({ port: 0, dataDir: join(directory.path, name), platformKey: keys[i] }));
      const child = startChild(['trust-authority', '--config', join(directory.path, `${name}.json`)], {});
      const line = await child.line('authorityKey');
      return { child, url: String(line['listening']), key: String(line['authorityKey']) };
    }));
    const [one, two] = started;
    const swapped = [{ url: one?.url, key: two?.key }, { url: two?.url, key: one?.key }];
    const { code, output } = await runChild([], { ...environment, MPIN_AUTHORITIES: JSON.stringify(swapped) });
    assert.equal(code, 1);
    assert.match(output, /did not prove/);
    await Promise.all(started.map(({ child }) => child.end('SIGTERM')));
    directory.remove();
  });
});
