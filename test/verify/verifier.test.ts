import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { JWK } from 'jose';
import { MpinError } from '../../src/errors.ts';
import type { MpinErrorCode } from '../../src/errors.ts';
import { createMemoryReplayStore, createVerifier } from '../../src/verify/index.ts';
import type { Verifier, VerifierOptions } from '../../src/verify/index.ts';

const START = 1_795_000_000;
const project = 'project-1';
const origin = 'https://www.northwind.example';

let server: Server;
let issuer: string;
let published: JWK[];
let fetches = 0;
let keysStatus = 200;
let clock = START * 1000;
let serial = 0;
let first: SigningKey;
let second: SigningKey;

interface SigningKey {
  kid: string;
  key: CryptoKey;
  jwk: JWK;
}

async function makeKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  serial += 1;
  const base = { iss: issuer, aud: project, azp: 'app-1', origin, sub: 'ada@example.com', sid: 'sid-1', jti: `jti-${serial}`, iat: START, exp: START + 60, auth_time: START, amr: ['pin', 'mfa'] };
  const merged: Record<string, unknown> = { ...base, ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

function sign(payload: Record<string, unknown>, signer = first, typ: string | null = 'mpin-sign-in+jwt'): Promise<string> {
  const header = { alg: 'RS256', kid: signer.kid, ...(typ === null ? {} : { typ }) };
  return new SignJWT(payload).setProtectedHeader(header).sign(signer.key);
}

function verifier(options: Partial<VerifierOptions> = {}): Verifier {
  return createVerifier({ server: issuer, project, origin, now: () => clock, ...options });
}

async function refused(token: Promise<string> | string, code: MpinErrorCode, options: Partial<VerifierOptions> = {}, nonce?: string): Promise<void> {
  const text = await token;
  await assert.rejects(verifier(options).verify(text, nonce === undefined ? {} : { nonce }), (error: unknown) => {
    assert.ok(error instanceof MpinError);
    assert.equal(error.code, code, error.message);
    assert.ok(text === '' || !error.message.includes(text));
    return true;
  });
}

before(async () => {
  [first, second] = await Promise.all([makeKey('key-1'), makeKey('key-2')]);
  server = createServer((request, response) => {
    fetches += 1;
    response.writeHead(request.url === '/.well-known/jwks' ? keysStatus : 404, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  published = [first.jwk];
  fetches = 0;
  keysStatus = 200;
  clock = START * 1000;
});

after(() => {
  server.close();
});

describe('a good token', () => {
  it('says who signed in, once', async () => {
    const checker = verifier({ application: 'app-1' });
    const token = await sign(claims());
    assert.deepEqual(await checker.verify(token), {
      userId: 'ada@example.com', sid: 'sid-1', projectId: project, application: 'app-1', origin, authTime: START, amr: ['pin', 'mfa'],
    });
    await assert.rejects(checker.verify(token), { code: 'TOKEN_USED' });
  });

  it('is accepted for one of many simultaneous uses', async () => {
    const checker = verifier();
    const token = await sign(claims());
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => checker.verify(token)));
    assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
  });

  it('may be bound to a nonce', async () => {
    assert.equal((await verifier().verify(await sign(claims({ nonce: 'n-1' })), { nonce: 'n-1' })).userId, 'ada@example.com');
  });

  it('needs no origin where the application is checked', async () => {
    const checker = createVerifier({ server: issuer, project, application: 'app-1', now: () => clock });
    assert.equal((await checker.verify(await sign(claims({ origin: undefined })))).origin, undefined);
  });

  it('is accepted up to the clock tolerance before and after its time', async () => {
    clock = (START - 4) * 1000;
    await verifier().verify(await sign(claims()));
    clock = (START + 64) * 1000;
    await verifier().verify(await sign(claims()));
  });
});

describe('a token is refused', () => {
  it('when expired', async () => {
    clock = (START + 66) * 1000;
    await refused(sign(claims()), 'TOKEN_EXPIRED');
  });
  it('when it would live longer than sign-in tokens do', async () => {
    clock = (START + 606) * 1000;
    await refused(sign(claims({ exp: START + 3600 })), 'TOKEN_EXPIRED');
  });
  it('when dated ahead', () => refused(sign(claims({ iat: START + 30, exp: START + 90 })), 'TOKEN_EXPIRED'));
  it('for a visit that has lost its nonce, even one that was made without', async () => {
    const token = await sign(claims());
    await assert.rejects(verifier().verify(token, { nonce: undefined }), { code: 'TOKEN_NONCE_MISMATCH' });
  });
  it('when of another issuer', () => refused(sign(claims({ iss: 'https://other.example' })), 'TOKEN_INVALID'));
  it('when for another project', () => refused(sign(claims({ aud: 'project-2' })), 'TOKEN_FOR_ANOTHER_SITE'));
  it('when for several projects', () => refused(sign(claims({ aud: [project, 'project-2'] })), 'TOKEN_FOR_ANOTHER_SITE'));
  it('when made on another origin', () => refused(sign(claims({ origin: 'https://evil.example' })), 'TOKEN_FOR_ANOTHER_SITE'));
  it('when made on no origin and one is expected', () => refused(sign(claims({ origin: undefined })), 'TOKEN_FOR_ANOTHER_SITE'));
  it('when of another application', () => refused(sign(claims()), 'TOKEN_FOR_ANOTHER_SITE', { application: 'app-2' }));
  it('when its nonce differs', () => refused(sign(claims({ nonce: 'n-1' })), 'TOKEN_NONCE_MISMATCH', {}, 'n-2'));
  it('when it lacks the nonce', () => refused(sign(claims()), 'TOKEN_NONCE_MISMATCH', {}, 'n-1'));
  it('when it has a nonce that nobody expects', () => refused(sign(claims({ nonce: 'n-1' })), 'TOKEN_NONCE_MISMATCH'));
  for (const typ of ['JWT', 'mpin-dvs+jwt', 'mpin-renewal+jwt', 'logout+jwt', null]) {
    it(`when its kind is ${typ}`, () => refused(sign(claims(), first, typ), 'TOKEN_INVALID'));
  }
  for (const claim of ['sub', 'sid', 'jti', 'iat', 'exp', 'iss', 'aud']) {
    it(`when it lacks ${claim}`, async () => {
      await refused(sign(claims({ [claim]: undefined })), claim === 'aud' ? 'TOKEN_FOR_ANOTHER_SITE' : 'TOKEN_INVALID');
    });
  }
  for (const claim of ['sub', 'sid', 'jti']) {
    it(`when its ${claim} is empty`, () => refused(sign(claims({ [claim]: '' })), 'TOKEN_INVALID'));
  }
  it('when signed by a key that is not the platform\'s', () => refused(sign(claims(), { ...second, kid: 'key-1' }), 'TOKEN_INVALID'));
  it('when signed by an unknown key', () => refused(sign(claims(), second), 'TOKEN_INVALID'));
  it('when not signed', () => refused(new UnsecuredJWT(claims()).encode(), 'TOKEN_INVALID'));
  it('when signed with the public key as an HMAC secret', async () => {
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', typ: 'mpin-sign-in+jwt', kid: 'key-1' }).sign(new TextEncoder().encode(JSON.stringify(first.jwk)));
    await refused(token, 'TOKEN_INVALID');
  });
  it('when signed with another RSA algorithm', async () => {
    const { privateKey, publicKey } = await generateKeyPair('PS256', { extractable: true });
    published = [{ ...(await exportJWK(publicKey)), kid: 'key-3' }];
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'PS256', typ: 'mpin-sign-in+jwt', kid: 'key-3' }).sign(privateKey);
    await refused(token, 'TOKEN_INVALID');
  });
  it('when altered', async () => {
    const [header, , signature] = (await sign(claims())).split('.');
    const payload = Buffer.from(JSON.stringify(claims({ sub: 'eve@example.com' }))).toString('base64url');
    await refused(`${header}.${payload}.${signature}`, 'TOKEN_INVALID');
  });
  for (const text of ['', 'x', 'a.b.c', 'é.é.é', 'x'.repeat(9000)]) {
    it(`when it is ${JSON.stringify(text.slice(0, 10))}`, () => refused(text, 'TOKEN_INVALID'));
  }
  it('when it is no string', async () => {
    await assert.rejects(verifier().verify(undefined as unknown as string), { code: 'TOKEN_INVALID' });
    assert.throws(() => createVerifier(undefined as unknown as VerifierOptions), { code: 'INVALID_CONFIGURATION' });
  });
  it('without using it up when something else is wrong with it', async () => {
    const checker = verifier();
    const token = await sign(claims({ nonce: 'n-1' }));
    await assert.rejects(checker.verify(token, { nonce: 'n-2' }), { code: 'TOKEN_NONCE_MISMATCH' });
    await checker.verify(token, { nonce: 'n-1' });
  });
});

describe('the platform\'s keys', () => {
  it('are fetched once for many tokens', async () => {
    const checker = verifier();
    await checker.verify(await sign(claims()));
    await checker.verify(await sign(claims()));
    assert.equal(fetches, 1);
  });

  it('are fetched again for a key not seen before', async (t) => {
    // The JWT library keeps time by the wall clock; its cool-down between fetches is waited out on a fake one.
    t.mock.timers.enable({ apis: ['Date'], now: START * 1000 });
    const checker = verifier();
    await checker.verify(await sign(claims()));
    published = [first.jwk, second.jwk];
    t.mock.timers.setTime((START + 11) * 1000);
    await checker.verify(await sign(claims(), second));
    assert.equal(fetches, 2);
  });

  it('that cannot be fetched are not the token\'s fault, and it stays usable', async () => {
    const checker = verifier();
    const token = await sign(claims());
    keysStatus = 503;
    await assert.rejects(checker.verify(token), { code: 'KEYS_UNAVAILABLE' });
    keysStatus = 200;
    await checker.verify(token);
  });

  it('on a host that does not answer are unavailable', () => refused(sign(claims()), 'KEYS_UNAVAILABLE', { jwksUrl: 'http://127.0.0.1:1/jwks' }));
});

describe('createVerifier refuses', () => {
  const good: VerifierOptions = { server: 'https://auth.example.com', project, origin };
  const bad: [string, Partial<Record<keyof VerifierOptions, unknown>>][] = [
    ['a server that is no URL', { server: 'auth.example.com' }],
    ['a server with a query, which no token names', { server: 'https://auth.example.com/?project=p' }],
    ['a server with credentials', { server: 'https://me:secret@auth.example.com' }],
    ['plain http', { server: 'http://auth.example.com' }],
    ['plain http for keys', { jwksUrl: 'http://auth.example.com/keys' }],
    ['an empty project', { project: '' }],
    ['no project', { project: undefined }],
    ['an empty application', { application: '' }],
    ['an origin with a path', { origin: 'https://www.example.com/' }],
    ['an origin that is no URL', { origin: 'www.example.com' }],
    ['neither origin nor application', { origin: undefined }],
  ];
  for (const [what, change] of bad) {
    it(what, () => assert.throws(() => createVerifier({ ...good, ...change } as VerifierOptions), { code: 'INVALID_CONFIGURATION' }));
  }
  it('nothing that is right', () => assert.ok(createVerifier(good)));
});

describe('the replay store in memory', () => {
  it('forgets what expired and nothing else', () => {
    let now = 0;
    const store = createMemoryReplayStore(() => now);
    assert.equal(store.use('a', 10), true);
    assert.equal(store.use('b', 20), true);
    now = 15_000;
    assert.equal(store.use('a', 25), true);
    assert.equal(store.use('b', 20), false);
  });
});
