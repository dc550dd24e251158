import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { browserArguments, findBrowser } from '../../../scripts/lib/browser.mjs';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** The playground and the skins' pages as they are built, served with nothing behind them, and a browser. */
export interface DemoPages {
  readonly url: string;
  readonly browser: Browser;
  end(): Promise<void>;
}

/** Builds them into a folder of their own, so that no earlier build is looked at. */
export async function serveDemoPages(): Promise<DemoPages> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found: run `node scripts/setup.mjs --browser`.');
  const folder = await mkdtemp(join(tmpdir(), 'mpin-pages-'));
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  await build({ root, mode: 'playground', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const server = createServer(({ url }, response) => void (async () => {
    const { pathname } = new URL(url ?? '/', 'http://pages');
    const file = new URL(`.${pathname === '/' ? '/index.html' : pathname}`, `${pathToFileURL(folder).href}/`);
    const content = await readFile(file).catch(() => undefined);
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': types[extname(file.pathname)] ?? 'application/octet-stream' }).end(content);
  })()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`,
    browser,
    async end() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
