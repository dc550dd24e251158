import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const dist = new URL('../../../dist/', import.meta.url);

/** A site without a back end: one page with the element on it, and the built script beside it. */
export interface EmbeddingSite {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the element with these attributes. After the element's script comes one of the page's own, which notes what a later script
 * finds (`window.found`) and hears (`window.signedIn`).
 */
export async function startEmbeddingSite(attributes: Readonly<Record<string, string>>): Promise<EmbeddingSite> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/') return send(response, 'text/html', page(attributes));
    if (pathname === '/page.js') return send(response, 'text/javascript', script);
    if (/^\/mpin-[\w-]+\.js$/.test(pathname)) return send(response, 'text/javascript', await readFile(new URL(`.${pathname}`, dist), 'utf8'));
    response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, type: string, content: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'referrer-policy': 'no-referrer' }).end(content);
}

function page(attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<!doctype html>
<html lang="en"><title>Site</title><link rel="icon" href="data:,">
<mpin-pinpad ${written}></mpin-pinpad>
<script type="module" src="/mpin-pinpad.js"></script>
<script type="module" src="/page.js"></script>
</html>`;
}

const script = `
const pad = document.querySelector('mpin-pinpad');
window.found = { href: location.href, attributes: pad.getAttributeNames(), html: document.documentElement.outerHTML, entries: history.length };
addEventListener('mpin-signed-in', ({ userId, token }) => { window.signedIn = { userId, token }; });
`;
