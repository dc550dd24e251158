import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf, plainAddress } from '../src/core/network.ts';
import { createRateLimiter } from '../src/core/rate-limiter.ts';
import { someone } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('limits by address', () => {
  const forwarded = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
  async function withPlatform(environment: Record<string, string>, work: (platform: TestPlatform) => Promise<void>): Promise<void> {
    const platform = await startPlatform({ frozen: true, environment });
    try {
      await work(platform);
    } finally {
      await platform.close();
    }
  }

  it('answer 429 with the time, and let others in; of IPv6 a /64 is one', () => withPlatform({ MPIN_TRUSTED_PROXIES: '127.0.0.0/8', MPIN_RATES: '{"session":[2,60],"page":[1,60]}' }, async (platform) => {
    const open = (address: string) => platform.post('/rps/v2/session', {}, forwarded(address));
    assert.deepEqual([outcome(await open('192.0.2.1')), outcome(await open('192.0.2.1'))], ['200', '200']);
    const refused = await open('192.0.2.1');
    assert.equal(outcome(refused), '429 REQUEST_BACKOFF');
    assert.match(String(context(refused)['backoff']), /^\d{10}$/);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal(outcome(await open('192.0.2.2')), '200');
    platform.advance(61);
    assert.equal(outcome(await open('192.0.2.1')), '200');
    const ofOneSubscriber = [await open('2001:db8::1'), await open('2001:db8::ffff:2'), await open('2001:db8:0:0:3::'), await open('2001:db8:0:1::1')];
    assert.deepEqual(ofOneSubscriber.map(outcome), ['200', '200', '429 REQUEST_BACKOFF', '200']);
    await request(`${platform.url}/verification/confirmation?code=a&user_id=b`);
    const page = await request(`${platform.url}/verification/confirmation?code=a&user_id=b`);
    assert.equal(page.status, 429);
    assert.match(page.text, /<h1>/);
  }));

  it('count mails by address and by network', () => withPlatform({ MPIN_TRUSTED_PROXIES: '127.0.0.1', MPIN_RATES: '{"mailAddress":[2,3600],"mailNetwork":[3,3600]}' }, async (platform) => {
    const ask = async (address: string): Promise<string> => outcome(await platform.post('/verification/email', { userId: someone(), deviceName: 'x' }, forwarded(address)));
    assert.deepEqual([await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')], ['200', '200', '429 REQUEST_BACKOFF']);
    assert.deepEqual([await ask('192.0.2.2'), await ask('192.0.2.3'), await ask('198.51.100.1')], ['200', '429 REQUEST_BACKOFF', '200']);
  }));

  it('do not believe a forwarded address unless a trusted proxy says it', () => withPlatform({ MPIN_RATES: '{"session":[1,60]}' }, async (platform) => {
    assert.equal(outcome(await platform.post('/rps/v2/session', {}, forwarded('192.0.2.1'))), '200');
    assert.equal(outcome(await platform.post('/rps/v2/session', {}, forwarded('192.0.2.2'))), '429 REQUEST_BACKOFF');
  }));
});

describe('a rate limiter', () => {
  it('counts each key in windows of its own', () => {
    let now = 1000;
    const limiter = createRateLimiter({ calls: 2, seconds: 10 }, () => now);
    assert.deepEqual([limiter.take('a'), limiter.take('a'), limiter.take('a'), limiter.take('b')], [undefined, undefined, 11_000, undefined]);
    now = 11_000;
    assert.equal(limiter.take('a'), undefined);
  });
});

describe('networks', () => {
  const cases: readonly [address: string, network: string][] = [
    ['192.0.2.77', '192.0.2.0/24'], ['::ffff:192.0.2.77', '192.0.2.0/24'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0DB8:0001::9', '2001:db8:1::/48'], ['::1', '0:0:0::/48'], ['fe80::1%eth0', 'fe80:0:0::/48'],
  ];
  for (const [address, network] of cases) it(`${address} lies in ${network}`, () => assert.equal(networkOf(address), network));
  it('an IPv4 address arrives mapped or not, and is the same', () => assert.equal(plainAddress('::ffff:192.0.2.77'), '192.0.2.77'));
});
