import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { trustAuthority } from '../src/commands/trust-authority.ts';
import { signAdmission, signCapability, signShareRequest, openShareAnswer } from '../src/keys/authority-messages.ts';
import { newSigningKeyPair, privateKeyOf, publicKeyOf } from '../src/keys/signed-message.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { clientShare, createMasterSecret } from '../src/protocol.ts';
import { openAuthority } from '../src/trust-authority/authority.ts';
import { parseKeys } from '../src/trust-authority/halves.ts';
import { openKeyStore } from '../src/trust-authority/key-store.ts';
import { keyProtection, passphraseProtection } from '../src/trust-authority/protection.ts';
import { serveAuthority } from '../src/trust-authority/serve.ts';
import type { RunningAuthority } from '../src/trust-authority/serve.ts';
import { request } from './support/http.ts';
import { freePort, temporaryDirectory } from './support/resources.ts';

const PASSPHRASE = 'a passphrase of its own';
const BACKUP = 'another one for the backup';
const SITE = 'https://shop.example';
const directory = temporaryDirectory();
const pair = newSigningKeyPair();
const platform = privateKeyOf(pair.privateKey);
const protection = passphraseProtection(PASSPHRASE);
after(() => directory.remove());

const place = (name: string): string => join(directory.path, name);
const configure = (name: string, more: object = {}): string => {
  writeFileSync(place(`${name}.json`), JSON.stringify({ port: 0, dataDir: place(name), platformKey: pair.publicKey, logLevel: 'silent', ...more }));
  return place(`${name}.json`);
};
async function run(words: readonly string[], environment: Record<string, string> = { MPIN_AUTHORITY_PASSPHRASE: PASSPHRASE }): Promise<Record<string, unknown>> {
  let printed = '{}';
  await trustAuthority(words, environment, (line) => { printed = line; });
  return JSON.parse(printed) as Record<string, unknown>;
}
const capability = (node: string, now = Date.now()): string => signCapability(platform, { identityHash: 'ab'.repeat(32), node, origin: SITE }, Math.floor(now / 1000), 60);

describe('the keys of a trust authority', () => {
  before(() => void openKeyStore(place('one'), protection, Date.now()));

  it('lie sealed under the passphrase, for their owner alone, with the parameters of scrypt beside them', () => {
    const text = readFileSync(join(place('one'), 'authority.key'), 'utf8');
    assert.equal(statSync(join(place('one'), 'authority.key')).mode & 0o777, 0o600);
    assert.equal(existsSync(join(place('one'), 'master.key')), false);
    const { kdf } = JSON.parse(text) as { kdf: { name: string; N: number; r: number; p: number; salt: string } };
    assert.deepEqual([kdf.name, kdf.N >= 2 ** 17, kdf.r >= 8, kdf.salt.length], ['scrypt', true, true, 22]);
    const { halves, signingKey } = openKeyStore(place('one'), protection, 0).read();
    for (const secret of [signingKey, halves[0]?.masterSecret ?? '']) assert.ok(secret.length >= 64 && !text.includes(secret));
    assert.notEqual(passphraseProtection(PASSPHRASE).seal('x'), passphraseProtection(PASSPHRASE).seal('x'));
  });

  it('take their passphrase from a file, an environment variable or a descriptor, never from the command line', async () => {
    const config = configure('one');
    writeFileSync(place('passphrase'), `${PASSPHRASE}\n`);
    const { authorityKey } = await run(['status', '--config', config]);
    assert.equal((await run(['status', '--config', configure('one', { passphraseFile: place('passphrase') })], {}))['authorityKey'], authorityKey);
    const descriptor = openSync(place('passphrase'), 'r');
    assert.equal((await run(['status', '--config', configure('one'), '--passphrase-fd', String(descriptor)], {}))['authorityKey'], authorityKey);
    closeSync(descriptor);
    await assert.rejects(run(['status', '--config', config, '--passphrase', PASSPHRASE]), /unknown option --passphrase/);
    await assert.rejects(run(['status', '--config', config, '--passphrase-fd', 'three']), /number of an open file descriptor/);
    await assert.rejects(run(['status', '--config', configure('one', { passphraseFile: place('nowhere') })], {}), /passphraseFile.*cannot be read/);
  });

  it('say what is wrong with a passphrase or a master key, and hold neither in the message', async () => {
    const config = configure('one');
    const wrong = 'not the right passphrase';
    await assert.rejects(run(['status', '--config', config], { MPIN_AUTHORITY_PASSPHRASE: wrong }), (error: Error) => /The passphrase is wrong/.test(error.message) && !error.message.includes(wrong));
    await assert.rejects(run(['status', '--config', config], { MPIN_AUTHORITY_PASSPHRASE: 'short' }), /at least 12 characters/);
    await assert.rejects(run(['status', '--config', config], { MPIN_MASTER_KEY: '11'.repeat(32) }), /sealed by a passphrase: give it/);
    openKeyStore(place('keyed'), keyProtection(Buffer.alloc(32, 1)), 0);
    await assert.rejects(run(['status', '--config', configure('keyed')]), /sealed by a key file/);
    await assert.rejects(run(['status', '--config', configure('keyed')], { MPIN_MASTER_KEY: '22'.repeat(32) }), /master key does not open these keys/);
    await assert.rejects(run(['status', '--config', configure('empty')]), /holds no keys of a trust authority/);
    await assert.rejects(run(['turn', '--config', config]), /"trust-authority rotate"/);
  });

  it('refuse parameters that would cost more than the machine has', () => {
    const envelope = JSON.parse(protection.seal('x')) as { kdf: { N: number } };
    envelope.kdf.N = 2 ** 40;
    assert.throws(() => protection.open(JSON.stringify(envelope)), /form that this release does not know/);
  });

  it('say that their file is damaged, whatever is left of it', () => {
    const sealed = protection.seal('x');
    for (const damaged of [sealed.slice(0, -9), '{', '{}', '{"version":1}', '{"version":1,"kdf":null,"sealed":""}', sealed.replace(/"salt":"[^"]*"/, '"salt":1'), sealed.replace(/"sealed":"[^"]*"/, '"sealed":1')]) {
      assert.throws(() => protection.open(damaged), { name: 'AuthorityError' }, damaged);
    }
  });

  it('go into a backup and come back into an empty directory, and never over others', async () => {
    const environment = { MPIN_AUTHORITY_PASSPHRASE: PASSPHRASE, MPIN_BACKUP_PASSPHRASE: BACKUP };
    const status = await run(['status', '--config', configure('one')]);
    await assert.rejects(run(['backup', '--config', configure('one'), '--out', place('backup')]), /MPIN_BACKUP_PASSPHRASE: is needed/);
    assert.deepEqual(await run(['backup', '--config', configure('one'), '--out', place('backup')], environment), { written: place('backup') });
    assert.equal(statSync(place('backup')).mode & 0o777, 0o600);
    await assert.rejects(run(['backup', '--config', configure('one'), '--out', place('backup')], environment), /overwrites nothing/);
    await assert.rejects(run(['restore', '--config', configure('one'), '--in', place('backup')], environment), /holds keys already/);
    await assert.rejects(run(['restore', '--config', configure('new'), '--in', place('backup')], { ...environment, MPIN_BACKUP_PASSPHRASE: PASSPHRASE }), /passphrase is wrong/);
    assert.equal(existsSync(join(place('new'), 'authority.key')), false);

    const other = { MPIN_BACKUP_PASSPHRASE: BACKUP, MPIN_AUTHORITY_PASSPHRASE: 'sealed anew by this one' };
    assert.deepEqual(await run(['restore', '--config', configure('new'), '--in', place('backup')], other), { authorityKey: status['authorityKey'] });
    assert.deepEqual((await run(['status', '--config', configure('new')], other))['halves'], status['halves']);
    assert.deepEqual(openKeyStore(place('new'), passphraseProtection('sealed anew by this one'), 0).read(), openKeyStore(place('one'), protection, 0).read());
  });

  it('of the time when an authority had one half are still understood', () => {
    const { privateKey, publicKey } = newSigningKeyPair();
    const masterSecret = createMasterSecret();
    assert.deepEqual(parseKeys(JSON.stringify({ masterSecret, signingKey: privateKey, publicKey })), {
      halves: [{ node: sha256(publicKey), masterSecret, createdAt: 0 }], signingKey: privateKey, publicKey,
    });
  });

  it('change at a rotation under the eyes of the authority that runs, and leave no drafts', async () => {
    const authority = openAuthority({ directory: place('one'), protection, platformKey: pair.publicKey, now: Date.now });
    const ask = (uses: readonly string[]) => {
      const answer = authority.serverShares(signShareRequest(platform, { nonce: sha256(String(Math.random())), uses }, Math.floor(Date.now() / 1000)));
      assert.ok(answer !== undefined);
      return JSON.parse(Buffer.from(answer.split('.')[1] ?? '', 'base64url').toString()) as { halves: { node: string }[] };
    };
    const [old] = ask([]).halves;
    ask([old?.node ?? '']);
    await run(['rotate', '--config', configure('one')]);
    const [, fresh] = ask([old?.node ?? '']).halves;
    const { halves } = openKeyStore(place('one'), protection, 0).read();
    for (const { node, masterSecret } of halves) assert.equal(authority.clientShare(capability(node)), clientShare(masterSecret, 'ab'.repeat(32)));
    assert.notEqual(halves[0]?.masterSecret, halves[1]?.masterSecret);
    assert.equal(authority.clientShare(capability('ee'.repeat(32))), undefined);
    await assert.rejects(run(['retire', '--config', configure('one'), '--half', old?.node ?? '']), /still uses this half/);
    await assert.rejects(run(['retire', '--config', configure('one'), '--half', fresh?.node ?? '', '--force', 'yes']), /newest half/);
    ask([fresh?.node ?? '']);
    await run(['retire', '--config', configure('one'), '--half', old?.node ?? '']);
    assert.equal(authority.clientShare(capability(old?.node ?? '')), undefined);
    assert.deepEqual(readdirSync(place('one')).filter((name) => name.startsWith('authority')), ['authority.key']);
    authority.close();
  });
});

describe('a trust authority that stands alone', () => {
  let authority: RunningAuthority;
  let node = '';
  before(async () => {
    authority = await serveAuthority({ host: '127.0.0.1', port: await freePort(), dataDir: place('alone'), platformKey: pair.publicKey, passphraseFile: undefined, logLevel: 'silent' }, protection);
    node = openKeyStore(place('alone'), protection, 0).read().halves[0]?.node ?? '';
  });
  after(() => authority.close());
  const asked = (text: string, init: RequestInit = {}) => request(`${authority.url}/client-share/${text}`, init);
  const from = (origin: string): RequestInit => ({ headers: { origin } });

  it('lets the one origin of a capability read it, and answers preflights to that one alone', async () => {
    const text = capability(node);
    const ask = { method: 'OPTIONS', headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-miracl-cid' } };
    const preflight = await asked(text, { ...ask, headers: { ...ask.headers, origin: SITE } });
    assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-credentials'), preflight.headers.get('vary')], [204, SITE, null, 'Origin']);
    for (const stranger of ['https://evil.example', 'null', `${SITE}.evil.example`]) {
      const refused = await asked(text, { ...ask, headers: { ...ask.headers, origin: stranger } });
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [403, null]);
      assert.equal((await asked(text, from(stranger))).status, 403);
    }
    const share = await asked(text, from(SITE));
    assert.deepEqual([share.status, share.headers.get('access-control-allow-origin'), share.headers.get('cache-control'), share.headers.get('referrer-policy')], [200, SITE, 'no-store', 'no-referrer']);
    const native = signCapability(platform, { identityHash: 'ab'.repeat(32), node, origin: undefined }, Math.floor(Date.now() / 1000), 60);
    assert.equal((await asked(native, from(SITE))).status, 403, 'what a native app was given no page may read');
    assert.equal((await asked(native)).status, 200);
  });

  it('gives a share by POST to whoever brings the capability and names the identity, at a URL that the platform signed', async () => {
    const now = Math.floor(Date.now() / 1000);
    const { publicKey } = createKeyPair();
    const grant = { identityHash: sha256(Buffer.from(`c0ffee${publicKey}`, 'hex')), node, origin: SITE };
    const admission = signAdmission(platform, SITE, now, 60);
    const ask = (at: string, body: object, origin = SITE) => request(`${authority.url}/designated-share/${at}`, {
      method: 'POST', headers: { origin, authorization: `Bearer ${signCapability(platform, grant, now, 60)}` }, body: JSON.stringify(body),
    });
    const named = { mpinId: 'c0ffee', pubKey: publicKey };
    assert.deepEqual([(await ask(admission, named)).body['node'], (await ask(admission, named)).headers.get('access-control-allow-origin')], [node, SITE]);
    const wrong = [signAdmission(platform, SITE, now - 61, 60), signAdmission(platform, 'https://evil.example', now, 60), signAdmission(privateKeyOf(newSigningKeyPair().privateKey), SITE, now, 60), 'a.b.c'];
    for (const at of wrong) assert.equal((await ask(at, named)).status, 403);
    assert.equal((await ask(signAdmission(platform, 'https://evil.example', now, 60), named, 'https://evil.example')).status, 403);
    const malformed = await ask(admission, { mpinId: 'c0ffee' });
    assert.deepEqual([malformed.status, malformed.body['error'], (malformed.body['context'] as { params?: string }).params], [400, 'INVALID_REQUEST_PARAMETERS', 'pubKey']);
  });

  it('knows one platform: another one\'s capability and request are refused', async () => {
    const stranger = privateKeyOf(newSigningKeyPair().privateKey);
    const now = Math.floor(Date.now() / 1000);
    assert.equal((await asked(signCapability(stranger, { identityHash: 'ab'.repeat(32), node, origin: undefined }, now, 60))).status, 403);
    const post = (text: string) => request(`${authority.url}/server-share`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ request: text }) });
    assert.equal((await post(signShareRequest(stranger, { nonce: 'n', uses: [] }, now))).status, 403);
    const own = signShareRequest(platform, { nonce: 'once', uses: [node] }, now);
    const answer = await post(own);
    assert.deepEqual(openShareAnswer(publicKeyOf(authority.publicKey), String(answer.body['answer']), 'once')?.map((half) => half.node), [node]);
    assert.equal((await post(own)).status, 403, 'a request is answered once');
    assert.equal((await asked(capability(node, Date.now() - 61_000))).status, 403, 'a minute later it is worthless');
  });

  it('says what it does not know in the envelope, and never what was in the path', async () => {
    for (const [path, status, code] of [['/nowhere', 404, 'NOT_FOUND'], ['/server-share', 404, 'NOT_FOUND']] as const) {
      const answer = await request(`${authority.url}${path}`);
      assert.deepEqual([answer.status, answer.body['error'], answer.text.includes(path)], [status, code, false]);
    }
    const broken = await request(`${authority.url}/server-share`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    assert.deepEqual([broken.status, broken.body['error']], [400, 'INVALID_REQUEST_BODY']);
  });

  it('is ready while it can read its keys, and says when it is not', async () => {
    assert.deepEqual((await request(`${authority.url}/readyz`)).body, { status: 'ready' });
    const file = join(place('alone'), 'authority.key');
    renameSync(file, `${file}.away`);
    const away = await request(`${authority.url}/readyz`);
    assert.deepEqual([away.status, away.body], [503, { status: 'not ready' }]);
    renameSync(`${file}.away`, file);
    assert.deepEqual([(await request(`${authority.url}/readyz`)).status, (await request(`${authority.url}/healthz`)).status], [200, 200]);
  });
});
