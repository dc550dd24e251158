import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { outcome, request } from './support/http.ts';
import { temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const SCRIPT = 'import("./mpin-pinpad-qr-1a2b.js"); export const bullet = "•";\n';
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

describe('the library for script tags', () => {
  const directory = temporaryDirectory();
  let platform: TestPlatform;
  before(async () => {
    for (const name of ['npm', 'playground']) mkdirSync(join(directory.path, name));
    writeFileSync(join(directory.path, 'mpin-pinpad.js'), SCRIPT);
    writeFileSync(join(directory.path, 'mpin-pinpad-qr-1a2b.js'), 'export {};\n');
    writeFileSync(join(directory.path, 'npm', 'protocol.js'), 'export {};\n');
    writeFileSync(join(directory.path, 'secret.txt'), 'not for pages');
    platform = await startPlatform({ environment: { MPIN_LIBRARY: directory.path } });
  });
  after(async () => {
    await platform.close();
    directory.remove();
  });
  const get = (path: string, headers: Record<string, string> = {}) => request(`${platform.url}${path}`, { headers: { origin: 'https://any.example', ...headers } });

  it('is loadable from every origin, newest for a while and versioned for ever', async () => {
    for (const [path, cache] of [['/mpin-pinpad.js', /max-age=\d{1,4}\b(?!.*immutable)/], [`/${version}/mpin-pinpad.js`, /immutable/], [`/${version}/mpin-pinpad-qr-1a2b.js`, /immutable/], ['/mpin-pinpad-qr-1a2b.js', /immutable/]] as const) {
      const answer = await get(path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.match(answer.headers.get('cache-control') ?? '', cache);
    }
    assert.equal((await get('/mpin-pinpad.js')).text, SCRIPT);
  });

  it('is sent compressed to whoever takes that', async () => {
    for (const [encoding, expected] of [['gzip, br', 'gzip'], ['identity', null]] as const) {
      const answer = await get('/mpin-pinpad.js', { 'accept-encoding': encoding });
      assert.deepEqual([answer.headers.get('content-encoding'), answer.headers.get('vary'), answer.text], [expected, 'Accept-Encoding', SCRIPT]);
    }
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await get('/mpin-pinpad.js');
    assert.equal((await get('/mpin-pinpad.js', { 'if-none-match': headers.get('etag') ?? '' })).status, 304);
  });

  it('has its integrity published', async () => {
    const { body } = await get('/mpin-pinpad.integrity.json');
    const integrity = `sha384-${createHash('sha384').update(SCRIPT).digest('base64')}`;
    assert.deepEqual([body['version'], body['url'], body['integrity']], [version, `${platform.url}/${version}/mpin-pinpad.js`, integrity]);
    assert.deepEqual(Object.keys(body['files'] as object).sort(), ['mpin-pinpad-qr-1a2b.js', 'mpin-pinpad.js']);
  });

  it('lets nothing else out', async () => {
    for (const path of ['secret.txt', 'npm/protocol.js', '../package.json', '..%2fpackage.json', 'playground', '']) {
      assert.equal(outcome(await get(`/${version}/${path}`)), '404 NOT_FOUND', path);
    }
  });
});
