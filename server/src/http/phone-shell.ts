import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mobileOfflinePage, pageCatalogue, stylesheet } from '../pages/index.ts';
import { languages } from '../text/languages.ts';
import type { Library } from './library-files.ts';
import { PackedFile } from './packed.ts';

/** A file of the phone site's shell. */
export interface ShellFile {
  readonly file: PackedFile;
  readonly type: string;
}

/** Everything of the phone site that never changes under its name, and the service worker that keeps it. */
export interface PhoneShell {
  /** The path that all files lie under: it is named by their content. */
  readonly assets: string;
  readonly files: ReadonlyMap<string, ShellFile>;
  /** The service worker's script: it names the shell that it keeps, so that another shell is another worker. */
  readonly worker: string;
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', html: 'text/html; charset=utf-8', wasm: 'application/wasm' };
const typeOf = (name: string): string => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const SCRIPTS = ['page.js', 'otp.js', 'worker.js'] as const;

/** What is kept beforehand, beside the page for no connection in the phone's language; the rest when it was fetched once. */
const AT_ONCE = /^(?:page\.(?:js|css)|mpin-pinpad(?:-(?:lit|errors)-[\w-]+)?\.js)$/;

/**
 * Puts the shell together from the built library.
 *
 * @returns `undefined` where it was not built
 */
export function buildPhoneShell(library: Library | undefined): PhoneShell | undefined {
  const built = library && join(library.directory, 'mobile');
  if (built === undefined || !SCRIPTS.every((name) => existsSync(join(built, name)))) return undefined;
  const script = readFileSync(join(built, 'page.js'));
  const passwordScript = readFileSync(join(built, 'otp.js'));
  const workerScript = readFileSync(join(built, 'worker.js'), 'utf8');
  const digest = createHash('sha256').update(script).update(passwordScript).update(workerScript).update(stylesheet).update(JSON.stringify(languages.map((language) => pageCatalogue[language].mobile)));
  for (const { integrity } of library?.files.values() ?? []) digest.update(integrity);
  const assets = `/mobile/assets/${digest.digest('hex').slice(0, 16)}/`;

  const own = new Map<string, Buffer>([['page.js', script], ['otp.js', passwordScript], ['page.css', Buffer.from(stylesheet)]]);
  for (const language of languages) own.set(`offline-${language}.html`, Buffer.from(mobileOfflinePage(language, assets)));
  const files = new Map<string, ShellFile>([...library?.files ?? []].map(([name, { file }]) => [name, { file, type: typeOf(name) }]));
  for (const [name, content] of own) files.set(name, { file: new PackedFile(content), type: typeOf(name) });

  const texts = Object.fromEntries(languages.map((language) => {
    const { asks, asksBody } = pageCatalogue[language].mobile;
    return [language, { asks, asksBody }];
  }));
  const shell = { assets, files: [...files.keys()].filter((name) => AT_ONCE.test(name)), texts };
  return { assets, files, worker: `self.phoneShell = ${JSON.stringify(shell)};\n${workerScript}` };
}

/**
 * A service worker that ends its kind: it drops everything that was kept, takes itself off, and has open pages load anew. Served in the
 * other's place where `MPIN_SERVICE_WORKER` is off.
 */
export const ENDING_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('mpin-phone')) await caches.delete(name);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: 'window' })) await client.navigate(client.url);
})()));
`;
