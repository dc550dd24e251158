import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { setApplicationActive } from '../src/core/applications.ts';
import { listRadiusClients, removeRadiusClient } from '../src/radius/clients.ts';
import type { RadiusServer } from '../src/radius/server.ts';
import { register } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { makePassword, otherThan, otpApplication } from './support/otp.ts';
import { addClient, buildRequest, chapRequest, openPeer, papRequest, readAnswer, SECRET, startRadius } from './support/radius.ts';
import type { Peer } from './support/radius.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '8642';
const ACCEPT = 2;
const REJECT = 3;

describe('the RADIUS server', () => {
  let platform: TestPlatform;
  let server: RadiusServer;
  let peer: Peer;
  let vpn: string;
  let alice: DeviceIdentity;
  before(async () => {
    platform = await startPlatform();
    vpn = (await otpApplication(platform)).clientId;
    await addClient(platform.core, vpn, { attributes: [['Filter-Id', 'staff'], ['Session-Timeout', '3600']] });
    server = await startRadius(platform.core);
    peer = await openPeer(server);
    alice = await register(platform, PIN);
  });
  after(async () => {
    peer.close();
    await server.close();
    await platform.close();
  });

  const password = async (): Promise<string> => (await makePassword(platform, alice, PIN, vpn)).password;
  const ask = async (request: Buffer, through = peer) => readAnswer(await through.ask(request), request);
  const nothing = async (request: Buffer, reason: Parameters<Peer['expectDrop']>[1], through = peer): Promise<void> =>
    assert.deepEqual(await through.expectDrop(request, reason), []);

  it('accepts a living password once, over PAP', async () => {
    const secret = await password();
    assert.equal((await ask(papRequest(alice.userId, secret))).code, ACCEPT);
    assert.equal((await ask(papRequest(alice.userId, secret))).code, REJECT);
  });

  it('accepts it over CHAP, with the challenge in either place', async () => {
    for (const ownChallenge of [true, false]) {
      const secret = await password();
      assert.equal((await ask(chapRequest(alice.userId, otherThan(secret), ownChallenge))).code, REJECT);
      assert.equal((await ask(chapRequest(alice.userId, secret, ownChallenge))).code, ACCEPT);
    }
  });

  it('answers with Message-Authenticator first, then the client\'s attributes, then Proxy-State as it came', async () => {
    const accepted = await ask(papRequest(alice.userId, await password(), { identifier: 77, attributes: [[33, 'one'], [32, 'nas'], [33, Buffer.of(0, 1, 2)]] }));
    assert.equal(accepted.bytes[20], 80);
    assert.deepEqual([accepted.code, accepted.identifier], [ACCEPT, 77]);
    assert.deepEqual(accepted.attributes.map(({ type }) => type), [80, 11, 27, 33, 33]);
    assert.deepEqual(accepted.attributes.slice(1).map(({ value }) => value.toString('hex')), ['7374616666', '00000e10', '6f6e65', '000102']);
    const rejected = await ask(papRequest(alice.userId, '000000', { attributes: [[33, 'one']] }));
    assert.equal(rejected.bytes[20], 80);
    assert.deepEqual(rejected.attributes.map(({ type }) => type), [80, 33]);
  });

  it('refuses the password of somebody else, of another application, and an expired one', async () => {
    const bob = await register(platform, PIN);
    const other = (await otpApplication(platform)).clientId;
    const secret = await password();
    const elsewhere = (await makePassword(platform, bob, PIN, other)).password;
    assert.equal((await ask(papRequest(bob.userId, secret))).code, REJECT);
    assert.equal((await ask(papRequest(bob.userId, elsewhere))).code, REJECT);
    platform.advance(90);
    assert.equal((await ask(papRequest(alice.userId, secret))).code, REJECT);
  });

  it('ends a password with the third wrong try', async () => {
    const secret = await password();
    for (let i = 0; i < 3; i += 1) assert.equal((await ask(papRequest(alice.userId, otherThan(secret)))).code, REJECT);
    assert.equal((await ask(papRequest(alice.userId, secret))).code, REJECT);
  });

  it('takes the user id in every spelling that is stored as the same', async () => {
    assert.equal((await ask(papRequest(alice.userId.replace('mail.example', 'MAIL.Example'), await password()))).code, ACCEPT);
  });

  it('gives the same answer to a request that comes again, and to no other', async () => {
    const request = papRequest(alice.userId, await password(), { identifier: 5 });
    const first = await peer.ask(request);
    assert.deepEqual(await peer.ask(request), first);
    const stranger = await openPeer(server);
    assert.equal((await ask(request, stranger)).code, REJECT);
    stranger.close();
  });

  it('answers each of many that arrive at once, one with an Accept', async () => {
    const secret = await password();
    const requests = Array.from({ length: 20 }, (_, identifier) => papRequest(alice.userId, secret, { identifier }));
    const peers = await Promise.all(requests.map(() => openPeer(server)));
    const codes = await Promise.all(requests.map(async (request, i) => (await ask(request, peers[i])).code));
    peers.forEach((one) => one.close());
    assert.equal(codes.filter((code) => code === ACCEPT).length, 1);
    assert.equal(codes.filter((code) => code === REJECT).length, 19);
  });

  it('agrees with other nodes', async () => {
    const node = await startRadius(platform.core);
    const beside = await openPeer(node);
    const secret = await password();
    const codes = await Promise.all([ask(papRequest(alice.userId, secret)), ask(papRequest(alice.userId, secret), beside)]);
    assert.deepEqual(codes.map(({ code }) => code).toSorted(), [ACCEPT, REJECT]);
    const next = await password();
    for (const through of [peer, beside, peer]) assert.equal((await ask(papRequest(alice.userId, otherThan(next)), through)).code, REJECT);
    assert.equal((await ask(papRequest(alice.userId, next), beside)).code, REJECT);
    beside.close();
    await node.close();
  });

  it('drops what shows no secret, or another one, and counts no try for it', async () => {
    const secret = await password();
    for (let i = 0; i < 3; i += 1) {
      await nothing(papRequest(alice.userId, otherThan(secret), { proved: false }), 'droppedUnproved');
      await nothing(papRequest(alice.userId, otherThan(secret), { secret: 'not the secret of the tests' }), 'droppedForged');
    }
    assert.equal((await ask(papRequest(alice.userId, secret))).code, ACCEPT);
  });

  it('drops what is no request that it knows', async () => {
    const authenticator = randomBytes(16);
    const both: readonly (readonly [number, string | Buffer])[] = [[1, 'a'], [2, Buffer.alloc(16)], [3, Buffer.alloc(17)]];
    for (const attributes of [both, [both[0]!, [2, Buffer.alloc(15)] as const], [both[0]!, [3, Buffer.alloc(16)] as const], [both[1]!], [both[0]!, both[0]!, both[1]!], [[1, Buffer.of(0xff, 0xfe)] as const, both[1]!]]) {
      await nothing(buildRequest({ authenticator, attributes }), 'droppedMalformed');
    }
    await nothing(Buffer.from('hello'), 'droppedMalformed');
    for (const code of [2, 3, 5, 11, 40, 255]) await nothing(buildRequest({ code, attributes: [[1, 'a']] }), 'droppedUnknownCode');
    await nothing(buildRequest({ code: 4, attributes: [[40, Buffer.of(0, 0, 0, 1)]] }), 'droppedUnknownCode');
  });

  it('rejects what carries neither a PAP nor a CHAP password', async () => {
    assert.equal((await ask(buildRequest({ attributes: [[1, alice.userId], [79, 'EAP']] }))).code, REJECT);
  });

  it('gives a sign of life on both ports, to who shows the secret', async () => {
    const accounting = await openPeer(server, 'accounting');
    const first = await ask(buildRequest({ code: 12 }));
    const second = await ask(buildRequest({ code: 12 }), accounting);
    assert.deepEqual([first.code, first.attributes[0]?.type, second.code], [2, 80, 5]);
    await nothing(buildRequest({ code: 12, proved: false }), 'droppedUnproved');
    accounting.close();
  });

  it('acknowledges accounting that was made with the secret', async () => {
    const accounting = await openPeer(server, 'accounting');
    const start = (parts: object) => buildRequest({ code: 4, proved: false, attributes: [[40, Buffer.of(0, 0, 0, 1)], [44, 'session'], [33, 'proxy']], ...parts });
    for (const proved of [false, true]) {
      const { code, attributes } = await ask(start({ proved }), accounting);
      assert.deepEqual([code, attributes.map(({ type }) => type)], [5, [33]]);
    }
    await nothing(start({ secret: 'not the secret of the tests' }), 'droppedForged', accounting);
    await nothing(start({ attributes: [] }), 'droppedMalformed', accounting);
    await nothing(papRequest('a', 'b'), 'droppedUnknownCode', accounting);
    accounting.close();
  });

  it('limits users and clients', async () => {
    const limited = await startRadius(platform.core, { rates: { radiusUser: { calls: 2, seconds: 60 }, radiusClient: { calls: 4, seconds: 60 } } });
    const through = await openPeer(limited);
    const secret = await password();
    assert.equal((await ask(papRequest('nobody@mail.example', secret), through)).code, REJECT);
    assert.equal((await ask(papRequest(alice.userId, otherThan(secret)), through)).code, REJECT);
    assert.equal((await ask(papRequest(alice.userId, otherThan(secret)), through)).code, REJECT);
    assert.equal((await ask(papRequest(alice.userId, secret), through)).code, REJECT);
    await nothing(papRequest(alice.userId, secret), 'droppedRate', through);
    assert.equal((await ask(papRequest(alice.userId, secret))).code, ACCEPT);
    through.close();
    await limited.close();
  });

  it('survives whatever strangers and friends send', async () => {
    const { failures } = server.stats.snapshot();
    const good = papRequest(alice.userId, '000000');
    const garbage = fc.sample(fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => { const changed = Buffer.from(good); changed[at] = byte; return changed; }),
    ), 400);
    const sound = garbage.filter((bytes) => !bytes.equals(good));
    sound.forEach((bytes) => peer.send(bytes));
    const answer = await ask(papRequest(alice.userId, await password()));
    assert.equal(answer.code, ACCEPT);
    assert.equal(server.stats.snapshot().failures, failures);
    assert.deepEqual(peer.received, []);
  });

  it('logs neither passwords nor who they belong to', async () => {
    const secret = await password();
    await ask(papRequest(alice.userId, secret));
    const lines = platform.logs().split('\n').filter((line) => /radius/i.test(line));
    assert.ok(lines.length > 0);
    for (const line of lines) assert.ok(!line.includes(secret) && !line.includes(alice.userId) && !line.includes(SECRET));
  });
});

describe('RADIUS clients', () => {
  let platform: TestPlatform;
  let vpn: string;
  before(async () => {
    platform = await startPlatform();
    vpn = (await otpApplication(platform)).clientId;
  });
  after(() => platform.close());

  const withPeer = async (use: (peer: Peer, server: RadiusServer) => Promise<void>, host = '127.0.0.1'): Promise<void> => {
    const server = await startRadius(platform.core, { host });
    const peer = await openPeer(server);
    await use(peer, server);
    peer.close();
    await server.close();
  };
  const alive = async (peer: Peer, secret = SECRET): Promise<void> => {
    const request = buildRequest({ code: 12, secret });
    assert.equal(readAnswer(await peer.ask(request), request, secret).code, ACCEPT);
  };

  it('that nobody added get no answer, whatever they send', async () => {
    await withPeer(async (peer) => {
      for (const bytes of [buildRequest({ code: 12 }), papRequest('a', 'b'), Buffer.from('x')]) assert.deepEqual(await peer.expectDrop(bytes, 'droppedUnknownClient'), []);
    });
  });

  it('come and go while the server runs; the narrowest range counts; a switched-off application ends them', async () => {
    await withPeer(async (peer) => {
      await peer.expectDrop(buildRequest({ code: 12 }), 'droppedUnknownClient');
      await addClient(platform.core, vpn, { name: 'All', address: '127.0.0.0/8', secret: 'the secret of the range' });
      platform.advance(5);
      await alive(peer, 'the secret of the range');
      const { id } = await addClient(platform.core, vpn, { name: 'One' });
      platform.advance(5);
      await alive(peer);
      await removeRadiusClient(platform.core, id, 'test');
      platform.advance(5);
      await alive(peer, 'the secret of the range');
      await setApplicationActive(platform.core, vpn, false, 'test');
      platform.advance(5);
      await peer.expectDrop(buildRequest({ code: 12, secret: 'the secret of the range' }), 'droppedUnknownClient');
      await setApplicationActive(platform.core, vpn, true, 'test');
    });
  });

  it('may be spared the Message-Authenticator, but not together with Proxy-State', async () => {
    await addClient(platform.core, vpn, { name: 'Old', address: '::1', messageAuthenticator: 'optional' });
    const identity = await register(platform, PIN);
    await withPeer(async (peer) => {
      const { password } = await makePassword(platform, identity, PIN, vpn);
      assert.deepEqual(await peer.expectDrop(papRequest(identity.userId, password, { proved: false, attributes: [[33, 'proxy']] }), 'droppedUnproved'), []);
      const request = papRequest(identity.userId, password, { proved: false });
      const answer = readAnswer(await peer.ask(request), request);
      assert.deepEqual([answer.code, answer.attributes[0]?.type], [ACCEPT, 80]);
    }, '::1');
  });

  it('are known by IPv4 where the socket hears both', async () => {
    await withPeer(async (_peer, server) => {
      const four = await openPeer({ ...server, address: '127.0.0.1' });
      await alive(four, 'the secret of the range');
      four.close();
    }, '::');
  });

  it('are refused with what would be right, and their secrets are sealed', async () => {
    await assert.rejects(addClient(platform.core, vpn, { address: '::1' }), /already/);
    await assert.rejects(addClient(platform.core, vpn, { address: 'gateway' }), /must be an IP address/);
    await assert.rejects(addClient(platform.core, vpn, { address: '192.0.2.1', secret: 'short' }), /at least 16/);
    await assert.rejects(addClient(platform.core, vpn, { address: '192.0.2.1', attributes: [['Colour', 'red']] }), /known are/);
    await assert.rejects(addClient(platform.core, platform.project.clientId, { address: '192.0.2.1' }), /no OTP application/);
    await assert.rejects(removeRadiusClient(platform.core, 'unknown', 'test'), /no RADIUS client/);
    const rows = await platform.core.db.queries.selectFrom('radius_clients').selectAll().execute();
    assert.ok(rows.length > 0 && !JSON.stringify(rows).includes(SECRET));
    assert.ok(!JSON.stringify(await listRadiusClients(platform.core)).includes(SECRET));
  });
});
