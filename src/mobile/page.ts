import { onPress } from './cards.ts';
import { offerInstalling } from './install.ts';
import { offerNotifications } from './notifications.ts';
import { goOnWhenReached } from './reach.ts';
import { addressOf, dropRequest, projectOfRequest, requestInAddress } from './request.ts';

/** The phone site's own script (docs/phone.md): everything around the PIN-pad that is a matter of this phone and of its browser. */

/** States after which a request is over, whatever came of it. */
const OVER: readonly string[] = ['approved', 'locked'];

const pad = document.querySelector('mpin-pinpad');
const accessId = requestInAddress();

if (pad !== null) {
  if (accessId !== undefined) pad.setAttribute('access-id', accessId);
  offerInstalling(pad, accessId !== undefined);
  offerNotifications(pad);
  pad.addEventListener('mpin-state', ({ state }) => { if (OVER.includes(state)) dropRequest(); });
  // A request of another of the platform's services is answered on that one's page.
  pad.addEventListener('mpin-error', ({ code }) => { if (code === 'PROJECT_MISMATCH') void goToItsProject(requestInAddress(), pad.getAttribute('project')); });
} else {
  void goToItsProject(accessId, null);
}

// Another link that is opened while the page is shown, or a notification.
addEventListener('hashchange', () => { if (requestInAddress() !== undefined) location.reload(); });

if (document.querySelector('button[data-do="again"]') !== null) goOnWhenReached();
onPress('again', () => location.reload());

async function goToItsProject(request: string | undefined, here: string | null): Promise<void> {
  if (request === undefined) return;
  const project = await projectOfRequest(request).catch(() => undefined);
  if (project !== undefined && project !== here) location.replace(addressOf(project, request));
}

// The worker is the platform's to replace or to end: it is asked for past every cache.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/mobile/worker.js', { scope: '/mobile', updateViaCache: 'none' }).catch(() => undefined);
