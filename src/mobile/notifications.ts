import type { MpinClient } from '../client/index.ts';
import { note, onPress, show } from './cards.ts';

type Library = { readonly MpinClient: typeof MpinClient };

/** The library lies beside this script, as its own file: the PIN-pad's copy, not a second one. */
const library = (): Promise<Library> => import(/* @vite-ignore */ new URL(/* @vite-ignore */ 'mpin-pinpad.js', import.meta.url).href) as Promise<Library>;

const isPossible = (): boolean => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

/**
 * Offers to be told of requests by notifications, once somebody is set up here and where browser and platform can; and keeps the platform
 * knowing where to send them (docs/protocol.md 3.10, 5.7).
 */
export function offerNotifications(pad: HTMLElement): void {
  if (!isPossible()) return;
  const client = library().then(({ MpinClient: Client }) => new Client({ server: pad.getAttribute('server') ?? '', project: pad.getAttribute('project') ?? '' }));

  const offer = async (): Promise<void> => {
    const known = await client;
    const pushKey = await keyOf(pad.getAttribute('project') ?? '');
    const anybody = (await known.identities()).some(({ state }) => state === 'active');
    if (pushKey === undefined || !anybody) return;
    if (Notification.permission === 'granted') await subscribe(known, pushKey);
    else show('[data-push]', Notification.permission === 'default');
  };

  onPress('push', (button) => {
    void Notification.requestPermission().then(async (permission) => {
      // Who has closed the question without an answer may press again.
      if (permission === 'default') return;
      const { done, refused } = button.dataset;
      show('[data-push]', false);
      if (permission === 'granted') await offer();
      note(permission === 'granted' ? done : refused);
    }).catch(() => note(button.dataset['failed']));
  });
  pad.addEventListener('mpin-registered', () => { offer().catch(() => undefined); });
  offer().catch(() => undefined);
}

/** What the platform's messages are signed with, where it sends any. */
async function keyOf(project: string): Promise<string | undefined> {
  const response = await fetch(`/.well-known/project-configuration?id=${encodeURIComponent(project)}`);
  const { push, extensions } = (await response.json()) as { push?: { applicationServerKey?: string }; extensions?: Record<string, unknown> };
  return extensions?.['pushToken'] === 1 ? push?.applicationServerKey : undefined;
}

/**
 * Where notifications go may change at any visit; the platform is told for every identity of the project. One that it no longer knows keeps no
 * other from being told of.
 */
async function subscribe(client: MpinClient, applicationServerKey: string): Promise<void> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.getSubscription() ?? await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const pushToken = JSON.stringify(subscription);
  const active = (await client.identities()).filter(({ state }) => state === 'active');
  const told = await Promise.allSettled(active.map(({ id }) => client.keepPushToken(id, pushToken)));
  if (told.every(({ status }) => status === 'rejected')) throw new Error('The platform knows none of these identities.');
}
