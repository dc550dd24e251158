import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { sql } from 'kysely';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

let platform: TestPlatform;
let shop: string;
before(async () => {
  platform = await startPlatform();
  shop = platform.project.projectId;
});
after(async () => { await platform.close(); });

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${platform.url}${path}`, { headers, redirect: 'manual' });

/** The worker's own words of what it keeps. */
async function shellOf(server: TestPlatform = platform): Promise<{ assets: string; files: string[]; texts: Record<string, { asks: string }> }> {
  const script = await (await fetch(`${server.url}/mobile/worker.js`)).text();
  return JSON.parse(/^self\.phoneShell = (\{.*\});$/m.exec(script)?.[1] ?? '') as { assets: string; files: string[]; texts: Record<string, { asks: string }> };
}

describe('the phone site', () => {
  it('answers the addresses of QR codes and of MIRACL\'s apps with the PIN-pad in its phone flow', async () => {
    for (const path of ['/mobile', '/mobile/', '/mobile/auth', '/mobile-login', '/mobile-login/']) {
      const answer = await get(path);
      const text = await answer.text();
      assert.equal(answer.status, 200, path);
      assert.match(text, new RegExp(`<mpin-pinpad lang="en" server="${platform.url}" project="${shop}" flow="phone" client-id="">`), path);
    }
  });

  it('lets nothing run but its own scripts, and nothing keep it', async () => {
    const { headers } = await get('/mobile');
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.match(headers.get('permissions-policy') ?? '', /camera=\(self\)/);
    const text = await (await get('/mobile')).text();
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=/);
  });

  it('speaks the language of the phone', async () => {
    const german = await (await get('/mobile', { 'accept-language': 'de-CH' })).text();
    assert.match(german, /<html lang="de" dir="ltr">[^]*Mit diesem Handy/);
    assert.match(await (await get('/mobile', { 'accept-language': 'ar' })).text(), /<html lang="ar" dir="rtl">/);
  });

  it('can be installed: manifest and icons of the project', async () => {
    const page = await (await get('/mobile')).text();
    const link = /<link rel="manifest" href="([^"]+)">/.exec(page)?.[1] ?? '';
    const answer = await get(link);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/manifest\+json/);
    const manifest = (await answer.json()) as { start_url: string; scope: string; display: string; name: string; icons: { src: string; sizes: string; type: string; purpose: string }[] };
    assert.deepEqual([manifest.start_url, manifest.scope, manifest.display, manifest.name], [`/mobile?project=${shop}`, '/mobile', 'standalone', 'Shop']);
    assert.equal((await get(manifest.start_url)).status, 200);
    assert.ok(manifest.icons.some(({ purpose, sizes }) => purpose === 'maskable' && sizes === '512x512'));
    for (const { src, sizes, type } of manifest.icons) {
      const image = await get(src);
      assert.equal(image.headers.get('content-type'), type);
      if (type === 'image/png') assert.equal(`${await widthOfPng(image)}x${await widthOfPng(await get(src))}`, sizes);
    }
    assert.equal((await get('/mobile/manifest.webmanifest?project=nobody')).status, 404);
  });

  it('has a worker that keeps named files of its own scope alone, all of which exist and never change', async () => {
    const worker = await get('/mobile/worker.js');
    assert.equal(worker.headers.get('service-worker-allowed'), '/mobile');
    assert.equal(worker.headers.get('cache-control'), 'no-cache');
    const { assets, files, texts } = await shellOf();
    assert.match(assets, /^\/mobile\/assets\/[0-9a-f]{16}\/$/);
    assert.ok(['page.js', 'page.css', 'mpin-pinpad.js'].every((name) => files.includes(name)), files.join());
    for (const name of [...files, ...Object.keys(texts).map((language) => `offline-${language}.html`)]) {
      const answer = await get(`${assets}${name}`);
      assert.equal(answer.status, 200, name);
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    }
    assert.match(texts['de']?.asks ?? '', /\{service\}/);
    assert.equal((await get('/mobile/assets/0000000000000000/page.js')).status, 404);
    const library = await (await get('/mpin-pinpad.js')).text();
    assert.equal(digest(await (await get(`${assets}mpin-pinpad.js`)).text()), digest(library));
  });

  it('takes the worker off phones where the operator says so', async () => {
    const ended = await startPlatform({ environment: { MPIN_SERVICE_WORKER: 'off' } });
    try {
      const script = await (await fetch(`${ended.url}/mobile/worker.js`)).text();
      assert.match(script, /unregister\(\)/);
      assert.doesNotMatch(script, /'fetch'|phoneShell/);
    } finally {
      await ended.close();
    }
  });

  it('asks which service it is for where there are several, and shows each as it is named', async () => {
    const several = await startPlatform();
    try {
      const { projectId } = await several.addProject({ name: 'Library & Co', origins: [] });
      const unnamed = await fetch(`${several.url}/mobile-login/`);
      assert.equal(unnamed.status, 200);
      const text = await unnamed.text();
      assert.match(text, /Which service is it for\?/);
      assert.doesNotMatch(text, /Library|<mpin-pinpad/);
      assert.match(text, /\/page\.js/);
      assert.match(await (await fetch(`${several.url}/mobile?project=${projectId}`)).text(), /Sign in to Library &amp; Co with this phone/);
      assert.equal((await fetch(`${several.url}/mobile?project=nobody`)).status, 404);
    } finally {
      await several.close();
    }
  });

  it('says that something failed while the database is away, on a page, and asks for no service', async () => {
    const away = await startPlatform();
    try {
      await sql`ALTER TABLE projects RENAME TO projects_away`.execute(away.core.db.queries);
      const answer = await fetch(`${away.url}/mobile`);
      assert.equal(answer.status, 500);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
      assert.doesNotMatch(await answer.text(), /Which service is it for/);
      const mailed = await fetch(`${away.url}/verification/confirmation?code=a&user_id=b`);
      assert.match(mailed.headers.get('content-type') ?? '', /^text\/html/);
    } finally {
      await sql`ALTER TABLE projects_away RENAME TO projects`.execute(away.core.db.queries);
      await away.close();
    }
  });
});

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The width that a PNG says, after its rows were found to be as many as it says. */
async function widthOfPng(answer: Response): Promise<number> {
  const image = Buffer.from(await answer.arrayBuffer());
  assert.equal(image.subarray(1, 4).toString(), 'PNG');
  const width = image.readUInt32BE(16);
  const data = image.subarray(image.indexOf('IDAT') + 4, image.indexOf('IEND') - 8);
  assert.equal(inflateSync(data).length, image.readUInt32BE(20) * (1 + 3 * width));
  return width;
}
