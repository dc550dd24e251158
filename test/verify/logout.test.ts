import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { MpinErrorCode } from '../../src/errors.ts';
import { createLogoutVerifier } from '../../src/verify/index.ts';
import type { LogoutVerifier } from '../../src/verify/index.ts';

const START = 1_795_000_000;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

let server: Server;
let issuer: string;
let key: CryptoKey;
let stranger: CryptoKey;
let serial = 0;

before(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  key = pair.privateKey;
  stranger = (await generateKeyPair('RS256')).privateKey;
  const published = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' }] });
  server = createServer((request, response) => response.writeHead(request.url === '/oidc/certs' ? 200 : 404, { 'content-type': 'application/json' }).end(published)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => { server.close(); });

const verifier = (seconds = 0): LogoutVerifier => createLogoutVerifier({ server: issuer, application: 'app-1', now: () => (START + seconds) * 1000 });

function token(changes: Record<string, unknown> = {}, { typ = 'logout+jwt', signer = key } = {}): Promise<string> {
  serial += 1;
  const claims: Record<string, unknown> = { iss: issuer, aud: 'app-1', sub: 'ada@example.com', sid: 'sid-1', jti: `jti-${serial}`, iat: START, exp: START + 120, events: { [EVENT]: {} }, ...changes };
  const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return new SignJWT(given).setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ }).sign(signer);
}

describe('a logout token', () => {
  it('says which sign-in is over, once', async () => {
    const checker = verifier();
    const given = await token();
    assert.deepEqual(await checker.verify(given), { sid: 'sid-1', userId: 'ada@example.com' });
    await assert.rejects(checker.verify(given), { code: 'TOKEN_USED' });
    assert.deepEqual(await checker.verify(await token({ sub: undefined })), { sid: 'sid-1', userId: undefined });
  });

  for (const [what, code, make] of [
    ['is a sign-in token', 'TOKEN_INVALID', () => token({}, { typ: 'mpin-sign-in+jwt' })],
    ['is signed by somebody else', 'TOKEN_INVALID', () => token({}, { signer: stranger })],
    ['is another issuer\'s', 'TOKEN_INVALID', () => token({ iss: 'https://other.example' })],
    ['is for another application', 'TOKEN_FOR_ANOTHER_SITE', () => token({ aud: 'app-2' })],
    ['names no event', 'TOKEN_INVALID', () => token({ events: {} })],
    ['names its event as text', 'TOKEN_INVALID', () => token({ events: EVENT })],
    ['has a nonce', 'TOKEN_INVALID', () => token({ nonce: 'n' })],
    ['names no sign-in', 'TOKEN_INVALID', () => token({ sid: undefined })],
    ['has no name of its own', 'TOKEN_INVALID', () => token({ jti: undefined })],
    ['is dated ahead', 'TOKEN_EXPIRED', () => token({ iat: START + 60, exp: START + 180 })],
    ['is no token', 'TOKEN_INVALID', async () => 'x.y.z'],
    ['is longer than any', 'TOKEN_INVALID', async () => 'x'.repeat(9000)],
  ] as const satisfies readonly (readonly [string, MpinErrorCode, () => Promise<string>])[]) {
    it(`is refused when it ${what}`, async () => {
      await assert.rejects(verifier().verify(await make()), { code });
    });
  }

  it('is refused when it is old, whatever it says of itself', async () => {
    const given = await token({ exp: START + 3600 });
    await assert.rejects(verifier(310).verify(given), { code: 'TOKEN_EXPIRED' });
    await assert.rejects(verifier(130).verify(await token()), { code: 'TOKEN_EXPIRED' });
  });
});

describe('a site\'s configuration', () => {
  it('is checked at once', () => {
    for (const options of [{ server: 'http://auth.example.com', application: 'app-1' }, { server: 'https://auth.example.com', application: '' }]) {
      assert.throws(() => createLogoutVerifier(options), { code: 'INVALID_CONFIGURATION' });
    }
  });
});
