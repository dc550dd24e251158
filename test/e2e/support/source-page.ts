import { build } from 'esbuild';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { browserArguments, findBrowser } from '../../../scripts/lib/browser.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A page of the test's own, made from the sources: no build has to be there, and no platform. */
export interface SourcePage {
  readonly url: string;
  readonly browser: Browser;
  end(): Promise<void>;
}

/**
 * Serves a page with one module, bundled, and starts a browser.
 *
 * @param script - the module, with imports relative to the repository's root
 * @param body - of the page
 */
export async function serveSource(script: string, body: string, browserFlags: readonly string[] = []): Promise<SourcePage> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found: run `node scripts/setup.mjs --browser`.');
  const bundling = build({
    stdin: { contents: script, resolveDir: root, loader: 'ts' }, bundle: true, format: 'esm', platform: 'browser', target: 'es2022', write: false,
    tsconfig: `${root}/tsconfig.json`, define: { 'process.env.NODE_ENV': '"test"' },
  });
  const [{ outputFiles }, browser] = await Promise.all([bundling, chromium.launch({ executablePath, args: [...browserArguments, ...browserFlags] })]);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A test</title><script type="module" src="/page.js"></script><body>${body}</body></html>`;
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' }).end(isScript ? outputFiles[0]?.text : html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    browser,
    async end() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
