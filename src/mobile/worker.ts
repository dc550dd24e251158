/**
 * The phone site's service worker (docs/phone.md): it keeps files that never change under their name, says where there is no connection, and
 * shows notifications. It never sees to it that anything else is kept: no page of the platform, no answer of its API, nothing of anybody.
 */
import { nearest } from '../elements/texts/languages.ts';

/** What this uses of a service worker's surroundings, which the page's library of types does not know. */
interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface PushEvent extends ExtendableEvent {
  readonly data: { json(): unknown } | null;
}
interface NotificationEvent extends ExtendableEvent {
  readonly notification: Notification;
}
interface WindowClient {
  readonly url: string;
  focus(): Promise<WindowClient>;
  navigate(url: string): Promise<WindowClient | null>;
}
interface Surroundings {
  /** Written before this script by the platform. */
  readonly phoneShell: {
    readonly assets: string;
    readonly files: readonly string[];
    readonly texts: Readonly<Record<string, { readonly asks: string; readonly asksBody: string }>>;
  };
  readonly registration: { showNotification(title: string, options: NotificationOptions): Promise<void> };
  readonly clients: { claim(): Promise<void>; matchAll(options: { type: 'window' }): Promise<readonly WindowClient[]>; openWindow(url: string): Promise<WindowClient | null> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', act: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', act: (event: FetchEvent) => void): void;
  addEventListener(type: 'push', act: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', act: (event: NotificationEvent) => void): void;
}

const worker = globalThis as unknown as Surroundings;
const { assets, files, texts } = worker.phoneShell;
const PREFIX = 'mpin-phone ';
const KEPT = `${PREFIX}${assets}`;

const language = (): string => navigator.languages.map((tag) => nearest(tag, texts)).find((name) => name !== undefined) ?? 'en';
const offlinePage = (name: string): string => `${assets}offline-${name}.html`;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll([...files.map((name) => `${assets}${name}`), ...new Set([offlinePage(language()), offlinePage('en')])])).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== KEPT) await caches.delete(name);
    await worker.clients.claim();
  })());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(offline));
  else if (pathname.startsWith(assets)) event.respondWith(kept(request));
});

/** A file of this very shell: from the store, else fetched and kept. */
async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const found = await cache.match(request.url);
  if (found !== undefined) return found;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(request.url, response.clone());
  return response;
}

/** In the language of now, where it was kept: English is kept too, as somebody may change languages while offline. */
async function offline(): Promise<Response> {
  const cache = await caches.open(KEPT);
  return (await cache.match(offlinePage(language()))) ?? (await cache.match(offlinePage('en'))) ?? Response.error();
}

/** What the platform sends (docs/protocol.md 3.10). */
interface Message {
  readonly projectID?: unknown;
  readonly qrURL?: unknown;
}

worker.addEventListener('push', (event) => {
  event.waitUntil((async () => {
    const { projectID, qrURL } = (event.data?.json() ?? {}) as Message;
    const accessId = typeof qrURL === 'string' ? qrURL.slice(qrURL.lastIndexOf('#') + 1) : '';
    const project = typeof projectID === 'string' ? projectID : '';
    const { asks = '', asksBody = '' } = texts[language()] ?? {};
    const service = await nameOf(project).catch(() => 'M-Pin');
    await worker.registration.showNotification(asks.replace('{service}', () => service), {
      body: asksBody, tag: accessId, icon: `/mobile/icon-192.png?project=${encodeURIComponent(project)}`, data: `/mobile?project=${encodeURIComponent(project)}#${accessId}`,
    });
  })());
});

async function nameOf(project: string): Promise<string> {
  const response = await fetch(`/.well-known/project-configuration?id=${encodeURIComponent(project)}`);
  const { name } = (await response.json()) as { name?: unknown };
  return typeof name === 'string' ? name : 'M-Pin';
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(String(event.notification.data), location.origin).href;
  event.waitUntil((async () => {
    const [open] = (await worker.clients.matchAll({ type: 'window' })).filter(({ url }) => new URL(url).pathname.startsWith('/mobile'));
    if (open === undefined) return worker.clients.openWindow(address);
    await open.navigate(address);
    return open.focus();
  })());
});
