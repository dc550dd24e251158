import { card, note, onPress, show } from './cards.ts';

/** Chromium's offer to install, which only a press may take up. */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const LATER = 'mpin-phone-install-later';

/** Whether the page runs as an app of its own already. */
const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;

/** Browsers of iOS never offer it themselves, and say whether they could: the property is theirs alone. */
const isByHand = (): boolean => 'standalone' in navigator;

function wasPutOff(): boolean {
  try {
    return localStorage.getItem(LATER) !== null;
  } catch {
    return true;
  }
}

function putOff(): void {
  try {
    localStorage.setItem(LATER, '1');
  } catch { /* A browser without storage asks again. */ }
}

/**
 * Offers the home screen: with the browser's own question where there is one; on iOS with the steps to take, and before anything is set up,
 * since an app there has a storage of its own. Never in the way of a request that waits.
 *
 * @param pad - steps aside for the steps
 * @param request - whether the page was opened with a request
 */
export function offerInstalling(pad: HTMLElement, request: boolean): void {
  if (isInstalled()) return;
  const first = isByHand() && !request && !wasPutOff();
  show('[data-install="by-hand"]', first);
  pad.hidden = first;
  onPress('later', () => {
    putOff();
    show('[data-install="by-hand"]', false);
    pad.hidden = false;
    pad.focus();
  });

  let offer: InstallOffer | undefined;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    show('[data-install="offered"]', true);
  });
  onPress('install', () => {
    void offer?.prompt().then(() => show('[data-install="offered"]', false));
    offer = undefined;
  });
  addEventListener('appinstalled', () => {
    show('[data-install="offered"]', false);
    note(card('[data-do="install"]')?.dataset['done']);
  });
}
