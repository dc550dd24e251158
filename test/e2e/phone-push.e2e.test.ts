import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pageCatalogue } from '../../server/src/pages/index.ts';
import { loadPushKey } from '../../server/src/push/push-key.ts';
import { createWebPush } from '../../server/src/push/web-push.ts';
import { startPushService } from '../../server/test/support/push-service.ts';
import type { PushService } from '../../server/test/support/push-service.ts';
import type * as Library from '../../src/client/index.ts';
import { texts } from '../../src/elements/texts/en/phone-screens.ts';
import { assertLooks } from './support/looks.ts';
import { permit } from './support/permissions.ts';
import { createPhoneWorld } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import type { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';

/**
 * A sign-in that comes to the phone by itself. Chromium gets subscriptions from its maker's service alone, which no test reaches: here the
 * platform sends to a push service on this machine (RFC 8030, which decrypts RFC 8291), and the browser's own tools carry what arrives
 * there to the service worker. Everything before and after that is real.
 */

const PIN = '2846';
const USER = 'ada@example.com';
const words = pageCatalogue.en.mobile;

let world: PhoneWorld;
let service: PushService;
let phone: PinPad;
before(async () => {
  [world, service] = await Promise.all([createPhoneWorld(), startPushService()]);
  const { core } = world.platform;
  const key = await loadPushKey(core.db, core.sealer, core.now());
  Object.assign(core, { push: { ...core.push, senders: [createWebPush({ key, contact: 'mailto:ops@mail.example', call: service.call, now: core.now })] } });
  phone = await world.phone();
});
after(async () => {
  await world.end();
  await service.close();
});

const note = () => phone.page.locator('[data-note]');
const card = () => phone.page.getByRole('region', { name: words.pushTitle });

describe('being told of requests', () => {
  it('is offered once somebody is set up, and asked of nobody before they press the button', async () => {
    await permit(phone.page, 'notifications', 'prompt');
    await phone.page.reload();
    await phone.page.getByRole('textbox').first().waitFor();
    assert.equal(await card().isVisible(), false);
    await world.setUp(phone, USER, PIN);
    await phone.button('Sign in now').click();
    await card().waitFor();
    await assertLooks(phone.page, 'notifications offered', [{ width: 320, colorScheme: 'light' }]);
  });

  it('says so where the browser gets no subscription', async () => {
    await phone.context.grantPermissions(['notifications']);
    await phone.button(words.push).click();
    await note().getByText(words.pushFailed).waitFor();
    assert.ok(phone.complaints.every((one) => /Push API/u.test(one)), phone.complaints.join());
  });

  it('says so where the person says no, and asks no more', async () => {
    await phone.context.clearPermissions();
    await permit(phone.page, 'notifications', 'prompt');
    await phone.page.reload();
    // Without a screen the browser answers its own question, with a no.
    await phone.button(words.push).click();
    await note().getByText(words.pushRefused).waitFor();
    assert.equal(await card().isVisible(), false);
    await phone.page.reload();
    await phone.sees(texts.optionsTitle);
    assert.equal(await card().isVisible(), false);
  });
});

describe('a request that the platform sends to the phone', () => {
  it('is shown as a notification without anything of who asks, opens by a press on it, and is approved', async () => {
    const subscriber = service.subscribe();
    await phone.context.grantPermissions(['notifications']);
    await phone.page.goto(`${world.platform.url}/mobile`);
    await phone.sees(texts.optionsTitle);
    // The phone's own client says where it is told of requests.
    await phone.page.evaluate(async ([server = '', project = '', token = '']) => {
      const { MpinClient } = (await import(`${server}/mpin-pinpad.js`)) as typeof Library;
      const client = new MpinClient({ server, project });
      const [identity] = await client.identities();
      await client.keepPushToken(identity?.id ?? '', token);
    }, [world.platform.url, world.platform.project.projectId, subscriber.token]);

    const asked = await world.platform.post(`/pushauth?client_id=${world.platform.project.clientId}`, { prerollId: USER });
    assert.equal(asked.status, 200, asked.text);
    const payload = await until('the message', async () => subscriber.delivered[0]?.payload);

    const [worker = assert.fail('no service worker')] = phone.context.serviceWorkers();
    const session = await phone.context.newCDPSession(phone.page);
    const registrationId = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { for (const one of registrations) if (one.scopeURL.startsWith(world.platform.url)) resolve(one.registrationId); });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.deliverPushMessage', { origin: world.platform.url, registrationId: await registrationId, data: JSON.stringify(payload) });
    const shown = await until('the notification', () => worker.evaluate(async () => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
      const [notification] = await registration.getNotifications();
      return notification && { title: notification.title, body: notification.body, data: String(notification.data) };
    }));
    const accessId = String(payload['qrURL']).split('#')[1] ?? '';
    assert.deepEqual(shown, {
      title: words.asks.replace('{service}', 'Northwind Bank'), body: words.asksBody, data: `/mobile?project=${world.platform.project.projectId}#${accessId}`,
    });

    await worker.evaluate(async () => {
      const { registration, NotificationEvent: Click } = globalThis as unknown as { registration: ServiceWorkerRegistration; NotificationEvent: new (type: string, options: { notification: Notification | undefined }) => Event };
      const [notification] = await registration.getNotifications();
      dispatchEvent(new Click('notificationclick', { notification }));
    });
    await phone.sees(texts.requestTitle);
    await phone.button(texts.proceed).click();
    await phone.enterPin(PIN);
    await phone.sees(texts.approvedTitle);
    const collected = (await world.platform.post('/rps/v2/access', { webOTT: asked.body['webOTT'] })).body;
    assert.deepEqual([collected['status'], collected['userId']], ['authenticated', USER]);
    assert.equal(await worker.evaluate(async () => (await (globalThis as unknown as { registration: ServiceWorkerRegistration }).registration.getNotifications()).length), 0);
  });
});
