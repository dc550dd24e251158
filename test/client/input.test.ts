import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memoryRecords, SealedStorage } from '../../src/storage/index.ts';
import { MpinClient, memoryStorage, MpinError, type MpinClientOptions } from '../../src/client/index.ts';
import { normalizeDeviceName, normalizeUserId } from '../../src/client/validate.ts';
import { ALICE, failure, PIN, registerByLink, setUp, signIn } from './support.ts';

function code(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof MpinError) return error.code;
    throw error;
  }
  return 'accepted';
}

test('a client is configured sensibly or not at all', () => {
  const make = (options: Partial<MpinClientOptions>) => (): unknown => new MpinClient({ server: 'https://server.test', storage: memoryStorage(), ...options });
  for (const server of ['https://server.test/', 'https://server.test/tenant//', 'http://localhost:8080', 'http://[::1]:1', 'http://server.test']) {
    assert.equal(code(make({ server })), 'accepted', server);
  }
  for (const server of ['', '/', 'server.test', 'ftp://server.test', 'https://a:b@server.test', 'https://server.test/?x', 'https://server.test/#x', 'javascript:1']) {
    assert.equal(code(make({ server })), 'INVALID_CONFIGURATION', server);
  }
  for (const bad of [
    { project: '' }, { project: 'a b' }, { project: 'a\nb' }, { applicationInfo: 'a\nb' }, { applicationInfo: '' }, { applicationInfo: 'x'.repeat(65) },
    { timeoutMs: 0 }, { timeoutMs: NaN }, { timeoutMs: -1 },
  ]) assert.equal(code(make(bad)), 'INVALID_CONFIGURATION', JSON.stringify(bad));
});

test('an https page talks to https only, but for loopback', (t) => {
  const globals = globalThis as { location?: unknown };
  globals.location = { protocol: 'https:', origin: 'https://shop.test' };
  t.after(() => {
    delete globals.location;
  });
  const make = (server: string) => (): unknown => new MpinClient({ server, storage: memoryStorage() });
  assert.equal(code(make('http://server.test')), 'INVALID_CONFIGURATION');
  assert.equal(code(make('http://127.0.0.1:8080')), 'accepted');
  assert.equal(code(make('https://server.test')), 'accepted');
});

test('user ids: addresses are trimmed, composed and their domain lower-cased; nothing else passes for one', () => {
  assert.equal(normalizeUserId(' Zoe\u0308.X@MÜNCHEN.example ', 'email'), 'Zoë.X@münchen.example');
  for (const good of ['a@b.co', 'a.b+c@d-e.example', "o'brien@example.com", 'x_y%z@sub.sub.example', `${'a'.repeat(64)}@example.com`]) {
    assert.equal(normalizeUserId(good, 'email'), good);
  }
  for (const bad of [
    '', '@', 'a', 'a@', '@b.co', 'a@b', 'a@@b.co', 'a@b@c.co', 'a b@c.co', 'a@b .co', 'a@b.co,c@d.co', 'A <a@b.co>', '.a@b.co', 'a.@b.co', 'a..b@c.co',
    'a@.b.co', 'a@b..co', 'a@-b.co', 'a@b.co\u0000', 'a@b.co\r\nBcc: x@y.co', 'a\u202e@b.co', `${'a'.repeat(65)}@example.com`, `a@${'b.'.repeat(130)}co`,
  ]) assert.equal(code(() => normalizeUserId(bad, 'email')), 'INVALID_USER_ID', JSON.stringify(bad));
  assert.equal(normalizeUserId(' emp-0042 ', 'alphanumeric'), 'emp-0042');
  for (const bad of ['', 'a b', '<x>', 'a/b', '-a', 'x'.repeat(255)]) {
    assert.equal(code(() => normalizeUserId(bad, 'alphanumeric')), 'INVALID_USER_ID', bad);
  }
});

test('device names are short plain text', () => {
  assert.equal(normalizeDeviceName(' Zoë\'s 2nd phone (blue) ', 40), 'Zoë\'s 2nd phone (blue)');
  for (const bad of ['', '   ', 'x'.repeat(41), 'a\nb', 'a\u0000b', 'a\u202eb', 'a\u2028b']) {
    assert.equal(code(() => normalizeDeviceName(bad, 40)), 'INVALID_DEVICE_NAME', JSON.stringify(bad));
  }
});

test('whatever is given for names, the outcome is a normal form or an error of ours', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (value) => {
    for (const kind of ['email', 'alphanumeric', 'any'] as const) {
      const outcome = code(() => {
        const normal = normalizeUserId(value as string, kind);
        assert.equal(normalizeUserId(normal, kind), normal);
      });
      assert.ok(outcome === 'accepted' || outcome === 'INVALID_USER_ID');
    }
    assert.ok(['accepted', 'INVALID_DEVICE_NAME'].includes(code(() => normalizeDeviceName(value as string, 40))));
  }));
});

test('malformed arguments are refused before anything is sent', async (t) => {
  const { server, client } = await setUp(t);
  await client.discover();
  const sent = server.requests.length;
  await failure(client.startRegistration({ userId: 'nobody', deviceName: 'x' }), 'INVALID_USER_ID');
  await failure(client.startRegistration({ userId: ALICE, deviceName: '\n' }), 'INVALID_DEVICE_NAME');
  await failure(client.startRegistration({ userId: ALICE, lang: '' }), 'INVALID_ARGUMENT');
  await failure(client.openLink({ userId: '', code: 'c' }), 'INVALID_USER_ID');
  await failure(client.openLink({ userId: ALICE, code: '' }), 'INVALID_ARGUMENT');
  await failure(client.useActivationToken({ userId: ALICE, activationToken: '' }), 'INVALID_ARGUMENT');
  assert.equal(code(() => client.beginSignIn('x', { nonce: 'n'.repeat(257) })), 'INVALID_ARGUMENT');
  assert.equal(code(() => client.beginSignIn('x', { nonce: '' })), 'INVALID_ARGUMENT');
  assert.equal(code(() => client.beginSignIn('x', { accessId: '' })), 'INVALID_ARGUMENT');
  await failure(client.beginSignIn('x').prepare(), 'IDENTITY_UNKNOWN');
  await failure(client.sign('x', PIN, { message: new Uint8Array() }), 'INVALID_ARGUMENT');
  for (const timestamp of [0, -1, 1.5, NaN, 2 ** 32]) {
    await failure(client.sign('x', PIN, { message: new Uint8Array([1]), timestamp }), 'INVALID_TIMESTAMP');
  }
  assert.equal(server.requests.length, sent);
});

test('row 24: nothing that a client sends holds a y', async (t) => {
  const { server, client } = await setUp(t);
  await signIn(client, await registerByLink(server, client));
  const ys = server.requests.filter(({ body }) => body !== '').filter(({ body }) => 'y' in (JSON.parse(body) as object));
  assert.deepEqual(ys, []);
});

test('row 28: a stored token that is corrupted, O or off the curve means a damaged identity, and nothing is sent', async (t) => {
  const storage = new SealedStorage(memoryRecords());
  const { server, client } = await setUp(t, {}, { storage });
  const identity = await registerByLink(server, client);
  const scope = { server: server.url, projectId: server.projectId };
  const stored = await storage.open(scope, identity.id);
  const { token } = stored;
  for (const damaged of ['', '00', token.slice(2), `${token}00`, `02${token.slice(2)}`, `04${'0'.repeat(128)}`, `${token.slice(0, -2)}${token.endsWith('00') ? '01' : '00'}`, 'x']) {
    await storage.save({ ...stored, token: damaged });
    const sent = server.requests.length;
    await failure(signIn(client, identity), 'IDENTITY_DAMAGED');
    assert.equal(server.requests.length, sent);
    assert.equal((await client.identities())[0]?.state, 'damaged');
  }
  await storage.save(stored);
  await signIn(client, identity);
});

test('row 29: PINs are 4 to 6 ASCII digits of the identity\'s length; everything else is refused before it is used', async (t) => {
  const { server, client } = await setUp(t);
  const pending = await client.useActivationToken({ userId: ALICE, activationToken: server.state.issueActivation(ALICE) });
  const malformed: unknown[] = [
    '', '0', '123', '1234567', 'abcd', '12a4', '1e3', '1e33', ' 123', '123 ', '+123', '-123', '12.4', '１２３４', '١٢٣٤', '1234\n', 1234, null, ['1234'],
  ];
  const sent = server.requests.length;
  for (const pin of malformed) await failure(client.register(pending, pin as string), 'INVALID_PIN');
  assert.equal(server.requests.length - sent, 0);
  const identity = await client.register(pending, '0000');
  const before = server.requests.length;
  for (const pin of [...malformed, '00000', '000000']) {
    await failure(signIn(client, identity, pin as string), 'INVALID_PIN');
    await failure(client.sign(identity.id, pin as string, { message: new Uint8Array([1]) }), 'INVALID_PIN');
  }
  assert.equal(server.requests.length, before);
  await signIn(client, identity, '0000');
});

for (const pin of ['000000', '999999', '00012', '0009']) {
  test(`row 29: ${pin} is a PIN like others`, async (t) => {
    const { server, client } = await setUp(t);
    const identity = await registerByLink(server, client, ALICE, pin);
    assert.equal(identity.pinLength, pin.length);
    await signIn(client, identity, pin);
    const other = pin.replace(/.$/u, (digit) => digit === '1' ? '2' : '1');
    await failure(signIn(client, identity, other), 'WRONG_PIN');
  });
}
