import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ConfigError } from '../src/config/errors.ts';
import { loadConfig } from '../src/config/load.ts';
import { readAuthorityConfig } from '../src/trust-authority/settings.ts';
import { runChild } from './support/child.ts';
import { temporaryDirectory } from './support/resources.ts';

const GOOD = { MPIN_PUBLIC_URL: 'https://auth.example.com', MPIN_SMTP_URL: 'smtps://user:password@mail.example.com' };

/** Settings that make no sense, by the variable that has to be named. */
const BAD: readonly [variable: string, environment: Record<string, string | undefined>][] = [
  ...['x', '-1', '65536', '1.5', '0x10', ' 1'].map((value): [string, Record<string, string>] => ['PORT', { PORT: value }]),
  ['SITE_PORT', { SITE_PORT: 'x' }],
  ['MPIN_PUBLIC_URL', { MPIN_PUBLIC_URL: undefined }],
  ...['auth.example.com', 'http://auth.example.com', 'ftp://localhost', 'https://a.example/path', 'https://a.example/?x=1', 'https://user@a.example'].map(
    (value): [string, Record<string, string>] => ['MPIN_PUBLIC_URL', { MPIN_PUBLIC_URL: value }]),
  ['MPIN_SMTP_URL', { MPIN_SMTP_URL: undefined }],
  ['MPIN_SMTP_URL', { MPIN_SMTP_URL: 'mail.example.com' }],
  ['MPIN_DEV', { MPIN_DEV: 'yes' }],
  ['MPIN_PUBLIC_URL', { MPIN_DEV: '1' }],
  ['MPIN_HOST', { MPIN_DEV: '1', MPIN_PUBLIC_URL: 'http://localhost:8080', MPIN_HOST: '0.0.0.0' }],
  ...['short', 'z'.repeat(64), '0'.repeat(63)].map((value): [string, Record<string, string>] => ['MPIN_MASTER_KEY', { MPIN_MASTER_KEY: value }]),
  ...['all', '10.0.0.0/33', '10.0.0.0/8/8', '::/129', '1.2.3'].map((value): [string, Record<string, string>] => ['MPIN_TRUSTED_PROXIES', { MPIN_TRUSTED_PROXIES: value }]),
  ['MPIN_LOG_LEVEL', { MPIN_LOG_LEVEL: 'loud' }],
  ['MPIN_WORKERS', { MPIN_WORKERS: '0' }],
  ...['{', '[]', '{"unknown":[1,1]}', '{"session":[0,1]}', '{"session":1}', '{"session":["1",1]}'].map((value): [string, Record<string, string>] => ['MPIN_RATES', { MPIN_RATES: value }]),
  ...['{}', '[1]', '[{"url":"https://a.example"},{"url":"https://b.example"}]', `[{"url":"http://a.example","key":"${'A'.repeat(43)}"},{"url":"https://b.example","key":"${'A'.repeat(43)}"}]`].map(
    (value): [string, Record<string, string>] => ['MPIN_AUTHORITIES', { MPIN_AUTHORITIES: value }]),
  ['MPIN_MAIL_BACKOFF_SECONDS', { MPIN_MAIL_BACKOFF_SECONDS: '10,x' }],
  ['MPIN_PIN_ATTEMPTS', { MPIN_PIN_ATTEMPTS: '0' }],
  ['MPIN_CAPABILITY_SECONDS', { MPIN_CAPABILITY_SECONDS: '1' }],
  ['MPIN_PUBLIC_ULR', { MPIN_PUBLIC_ULR: 'https://auth.example.com' }],
];

describe('the configuration', () => {
  for (const [variable, change] of BAD) {
    it(`names ${variable} where ${JSON.stringify(change)} makes no sense`, () => {
      assert.throws(() => loadConfig({ ...GOOD, ...change }), (error) => error instanceof ConfigError && error.variable === variable && error.message.startsWith(`${variable}: `));
    });
  }

  it('never repeats a secret', () => {
    for (const variable of ['MPIN_MASTER_KEY', 'MPIN_SMTP_URL']) {
      assert.throws(() => loadConfig({ ...GOOD, [variable]: 'sesame-open' }), (error) => error instanceof ConfigError && !error.message.includes('sesame'));
    }
  });

  it('has defaults that are safe', () => {
    const config = loadConfig(GOOD);
    assert.deepEqual([config.host, config.port, config.dev, config.trustedProxies, config.pinAttempts, config.publicUrl], ['127.0.0.1', 8080, false, [], 3, 'https://auth.example.com']);
  });

  it('takes the environment over the file', () => {
    const config = loadConfig({ PORT: '9000' }, { ...GOOD, PORT: 8000, MPIN_RATES: { session: [1, 2] } });
    assert.deepEqual([config.port, config.rates.session], [9000, { calls: 1, seconds: 2 }]);
    assert.throws(() => loadConfig({}, { ...GOOD, port: 1 }), (error) => error instanceof ConfigError && error.variable === 'port');
  });

  it('of development mode is loopback with the demo site at the next port', () => {
    const config = loadConfig({ MPIN_DEV: '1', PORT: '9000' });
    assert.deepEqual([config.publicUrl, config.sitePort, config.smtpUrl], ['http://localhost:9000', 9001, undefined]);
  });

  it('of a trust authority names what is wrong', () => {
    const good = { port: 0, dataDir: 'x', platformKey: 'A'.repeat(43) };
    assert.equal(readAuthorityConfig(good).host, '127.0.0.1');
    const bad: readonly [string, unknown][] = [
      ['configuration', []], ['port', { ...good, port: '0' }], ['port', { ...good, port: 70_000 }], ['dataDir', { ...good, dataDir: '' }],
      ['platformKey', { ...good, platformKey: 'short' }], ['host', { ...good, host: 1 }], ['logLevel', { ...good, logLevel: 'loud' }], ['prot', { ...good, prot: 1 }],
    ];
    for (const [name, value] of bad) assert.throws(() => readAuthorityConfig(value), (error) => error instanceof ConfigError && error.variable === name, name);
  });
});

describe('the command', () => {
  it('does not start without mail, and says in one line why', async () => {
    const directory = temporaryDirectory();
    const { code, output } = await runChild([], { MPIN_PUBLIC_URL: 'https://auth.example.com', MPIN_DATA: directory.path });
    assert.deepEqual([code, output], [1, 'mpin-platform: MPIN_SMTP_URL: is needed: without mail nobody can register (MPIN_DEV=1 brings a development inbox instead)\n']);
    directory.remove();
  });

  it('ends with one sentence where its data cannot lie, in whatever way that shows', async () => {
    const directory = temporaryDirectory();
    const file = join(directory.path, 'a-file');
    writeFileSync(file, '');
    // In the last nothing can be made, which is said as if the directory above it were missing.
    for (const [path, key] of [[file, {}], ['/proc/nope', {}], ['/proc/nope', { MPIN_MASTER_KEY: '0'.repeat(64) }]] as const) {
      const { code, output } = await runChild([], { ...GOOD, ...key, MPIN_DATA: path });
      assert.equal(code, 1, output);
      assert.match(output, /^mpin-platform: \S+ cannot be used as a directory for data: [^\n]+\. Look at MPIN_DATA [^\n]+\n$/);
      assert.ok(output.includes(path), output);
    }
    directory.remove();
  });

  it('ends with one sentence where its port is taken, and lets go of everything', async () => {
    const directory = temporaryDirectory();
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const { port } = taken.address() as AddressInfo;
    for (const [variable, change] of [['PORT', { PORT: String(port) }], ['MPIN_METRICS_PORT', { PORT: '0', MPIN_METRICS: '1', MPIN_METRICS_PORT: String(port) }]] as const) {
      const { code, output } = await runChild([], { MPIN_DEV: '1', MPIN_LOG_LEVEL: 'fatal', MPIN_DATA: directory.path, ...change });
      assert.deepEqual([code, output], [1, `mpin-platform: ${variable}: port ${port} at 127.0.0.1 is taken: another process listens there. Stop that one, or give another port\n`]);
    }
    taken.close();
    directory.remove();
  });

  it('says what it knows', async () => {
    const directory = temporaryDirectory();
    assert.match((await runChild(['config'], {})).output, /MPIN_PUBLIC_URL/);
    for (const words of [['nonsense'], ['project', 'delete'], ['project', 'create', '--name'], ['project', 'create', '--nmae', 'x'], ['trust-authority']]) {
      const { code, output } = await runChild(words, { ...GOOD, MPIN_DATA: directory.path });
      assert.equal(code, 1, words.join(' '));
      assert.match(output, /^mpin-platform: /);
      assert.doesNotMatch(output, /\bat .*\.ts:/);
    }
    directory.remove();
  });

  it('refuses to go on with another master key', async () => {
    const directory = temporaryDirectory();
    const environment = { ...GOOD, MPIN_DATA: directory.path };
    assert.equal((await runChild(['authority-keys'], environment)).code, 0);
    writeFileSync(join(directory.path, 'master.key'), '0'.repeat(64));
    const { code, output } = await runChild(['authority-keys'], environment);
    assert.equal(code, 1);
    assert.match(output, /master key is not the one/);
    directory.remove();
  });
});
