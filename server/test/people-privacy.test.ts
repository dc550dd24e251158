import assert from 'node:assert/strict';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { after, before, describe, it } from 'node:test';
import { basic, register, signed, signIn } from './support/device.ts';
import { request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '7531';

/** Hosts that this process connected to, asked a name server about, or sent datagrams to, while it is watched. */
function watchNetwork(): { hosts: Set<string>; stop: () => void } {
  const hosts = new Set<string>();
  const { connect } = net.Socket.prototype;
  const { lookup } = dns;
  const { send } = dgram.Socket.prototype;
  net.Socket.prototype.connect = function watched(this: net.Socket, ...rest: never[]) {
    const [options] = (rest as unknown[]).flat() as { host?: string; path?: string }[];
    if (options?.path === undefined) hosts.add(options?.host ?? 'localhost');
    return Reflect.apply(connect, this, rest) as net.Socket;
  } as never;
  dns.lookup = ((host: string, ...rest: never[]) => {
    hosts.add(host);
    return Reflect.apply(lookup, dns, [host, ...rest]) as void;
  }) as never;
  dgram.Socket.prototype.send = function watched(this: dgram.Socket, ...rest: never[]) {
    hosts.add('a datagram');
    return Reflect.apply(send, this, rest) as void;
  } as never;
  return {
    hosts,
    stop() {
      net.Socket.prototype.connect = connect;
      dns.lookup = lookup;
      dgram.Socket.prototype.send = send;
    },
  };
}

describe('whoever is asked', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  it('is never a third party: a whole life of an identity stays between the person, the platform and its mail server', async () => {
    const network = watchNetwork();
    try {
      const identity = await register(platform, PIN);
      assert.equal((await signIn(platform, identity, PIN)).status, 200);
      await platform.post('/dvs/verify', signed(identity, PIN, Buffer.from('contract'), Math.floor(platform.core.now() / 1000)), basic(platform));
      for (const wrong of ['1111', '2222', '3333']) await signIn(platform, identity, wrong);
      await platform.mailbox.take(identity.userId, /locked|can no longer sign in/);
      await request(`${platform.url}/api/v1/projects/${platform.project.projectId}/audit`, { headers: basic(platform) });
    } finally {
      network.stop();
    }
    assert.ok(network.hosts.size > 0, 'connections are seen');
    assert.deepEqual([...network.hosts].filter((host) => !['127.0.0.1', '::1', 'localhost'].includes(host)), []);
  });

  it('nor by any page: everything that a page loads is the platform\'s own', async () => {
    for (const path of ['/openapi', '/otpgen', '/identity/objection?code=x', '/verification/confirmation?code=x&user_id=y', '/refused?client_id=x']) {
      const page = await request(`${platform.url}${path}`);
      assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/, path);
      const loaded = [...page.text.matchAll(/(?:src|href|action)="(https?:[^"]+)"/g)].map(([, url]) => url ?? '');
      assert.deepEqual(loaded.filter((url) => !url.startsWith(platform.url)), [], path);
    }
  });
});
