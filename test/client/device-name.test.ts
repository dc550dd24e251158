import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDeviceName, type Agent } from '../../src/client/device-name.ts';
import type { PendingRegistration } from '../../src/client/index.ts';
import { Extended } from './extended.ts';
import { ALICE, setUp } from './support.ts';

const cases: readonly [string, Agent][] = [
  ['Chrome on Windows', { userAgentData: { platform: 'Windows', brands: [{ brand: 'Not;A=Brand' }, { brand: 'Chromium' }, { brand: 'Google Chrome' }] } }],
  ['Edge on macOS', { userAgentData: { platform: 'macOS', brands: [{ brand: 'Chromium' }, { brand: 'Microsoft Edge' }, { brand: 'Not)A;Brand' }] } }],
  ['Chrome on Linux', {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    userAgentData: { platform: '', brands: [{ brand: 'Chromium' }] },
  }],
  ['Firefox on Windows', { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' }],
  ['Safari on iPhone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1' }],
  ['Firefox on iPhone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15' }],
  ['Safari on macOS', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15' }],
  ['Samsung Internet on Android', { userAgent: 'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36' }],
  ['Edge on Windows', { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0' }],
  ['Browser', { userAgent: '' }],
  ['Browser', {}],
];

for (const [name, agent] of cases) {
  test(`${name} is told from ${agent.userAgent ?? JSON.stringify(agent)}`, () => {
    assert.equal(defaultDeviceName(agent), name);
  });
}

test('whatever a browser calls itself, the name is at most 40 characters of plain text', () => {
  const name = defaultDeviceName({ userAgentData: { platform: 'P\u0000'.repeat(50), brands: [{ brand: 'B\n'.repeat(50) }] } });
  assert.match(name, /^[\u0020-\u007e]{1,40}$/u);
});

test('a language puts browser and platform together in its own way', () => {
  const agent = { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' };
  assert.equal(defaultDeviceName(agent, (browser, platform) => `${browser} auf ${platform}`), 'Firefox auf Windows');
  assert.equal(defaultDeviceName({ userAgent: 'Firefox/140.0' }, () => 'unused'), 'Firefox');
});

test('a registration without a name is given one in the language of the page, as short as the server wants it', async (t) => {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' } });
  t.after(() => Reflect.deleteProperty(globalThis, 'navigator'));
  const { server, client } = await setUp(t, {}, { deviceOn: (browser, platform) => `${browser} auf ${platform}` });
  assert.equal((await client.useActivationToken({ userId: ALICE, activationToken: 'token' })).deviceName, 'Firefox auf Windows');
  await client.cancelRegistration({ userId: ALICE } as PendingRegistration);
  new Extended(server).configuration = { limits: { deviceNameLength: 10 } };
  await client.discover({ fresh: true });
  assert.equal((await client.startRegistration({ userId: ALICE })).deviceName, 'Firefox au');
});

test('this process has a name as well', () => {
  assert.ok(defaultDeviceName().length > 0);
});
