import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { createVerifier } from '../../src/verify/index.ts';
import { openCapability, openShareAnswer, openShareRequest, signCapability, signShareAnswer, signShareRequest } from '../src/keys/authority-messages.ts';
import { newSigningKeyPair, privateKeyOf, publicKeyOf } from '../src/keys/signed-message.ts';
import { loadProviderKeys } from '../src/oidc/keys.ts';
import { logoutToken } from '../src/oidc/logout.ts';
import { addClient, authorizeUrl, logIn, newBrowser, redeem, userinfo } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { register } from './support/device.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const KINDS = ['sign-in', 'registration code', 'certificate', 'ID', 'logout', 'access'] as const;
type Kind = (typeof KINDS)[number];

describe('tokens of every kind', () => {
  let platform: TestPlatform;
  let client: TestClient;
  let openid: Readonly<Record<string, unknown>>;
  before(async () => {
    platform = await startPlatform();
    client = await addClient(platform);
    const back = await logIn(platform, newBrowser(platform), authorizeUrl(platform, client, { nonce: 'n' }), await register(platform, '1234'), '1234');
    openid = (await redeem(platform, client, back.searchParams.get('code') ?? '')).body;
  });
  after(() => platform.close());

  async function make(kind: Kind): Promise<string> {
    const { tokens } = platform.core;
    const subject = { projectId: platform.project.projectId, userId: 'someone@mail.example' };
    if (kind === 'sign-in') return tokens.signIn({ ...subject, applicationId: platform.project.clientId, origin: SITE, nonce: 'n' });
    if (kind === 'ID') return String(openid['id_token']);
    if (kind === 'access') return String(openid['access_token']);
    if (kind === 'logout') return logoutToken(platform.core, await loadProviderKeys(platform.core), { clientId: client.clientId, subject: subject.userId, sid: 'sid' });
    return kind === 'registration code' ? tokens.registrationCode({ ...subject, identityId: '0'.repeat(64) }) : tokens.certificate('c0ffee');
  }

  async function verify(kind: Kind, token: string): Promise<unknown> {
    const { tokens } = platform.core;
    if (kind === 'sign-in') return createVerifier({ server: platform.url, project: platform.project.projectId, origin: SITE, application: platform.project.clientId }).verify(token, { nonce: 'n' });
    if (kind === 'registration code') return tokens.verifyRegistrationCode(token);
    // OpenID Connect Core 1.0, 3.1.3.7, for an application that sent a nonce; Back-Channel Logout 1.0, 2.6; Core 1.0, 5.3.
    const openidRules = { issuer: platform.url, audience: client.clientId, currentDate: new Date(platform.core.now()) };
    const certificates = createRemoteJWKSet(new URL(`${platform.url}/oidc/certs`));
    if (kind === 'ID') {
      const { payload } = await jwtVerify(token, certificates, { ...openidRules, requiredClaims: ['sub', 'iat', 'exp', 'nonce'] });
      return assert.equal(payload['nonce'], 'n');
    }
    if (kind === 'logout') return jwtVerify(token, certificates, { ...openidRules, typ: 'logout+jwt', requiredClaims: ['events', 'sid', 'jti'] });
    if (kind === 'access') return assert.equal((await userinfo(platform, token)).status, 200);
    return jwtVerify(token, createLocalJWKSet({ keys: [...await tokens.certificateKeys()] }), { typ: 'mpin-dvs+jwt', requiredClaims: ['cAt', 'exp', 'hash'] });
  }

  for (const made of KINDS) {
    for (const asked of KINDS) {
      it(`a ${made} token ${made === asked ? 'passes' : 'does not pass'} as a ${asked} token`, async () => {
        const token = await make(made);
        await (made === asked ? verify(asked, token) : assert.rejects(verify(asked, token)));
      });
    }
  }

  it('no two kinds that leave the platform share a key', async () => {
    const [signInKeys, certificateKeys] = [await platform.core.tokens.signInKeys(), await platform.core.tokens.certificateKeys()];
    assert.notEqual(signInKeys[0]?.kid, certificateKeys[0]?.kid);
    assert.notEqual(signInKeys[0]?.n, certificateKeys[0]?.n);
  });

  it('no opaque secret passes for another', async () => {
    const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
    const secrets = [String(session['webOTT']), String(session['accessId']).padEnd(43, 'A')];
    for (const secret of secrets) {
      assert.equal((await platform.post('/rps/v2/authenticate', { authOTT: secret })).status, 412);
      assert.equal((await platform.post('/verification/confirmation', { userId: 'someone@mail.example', code: secret })).status, 401);
      assert.equal((await platform.post('/rps/v2/codeStatus', { wid: secret, status: 'wid' })).status, 400);
    }
    assert.equal((await platform.post('/rps/v2/access', { webOTT: session['accessId'] })).body['status'], 'expired');
  });
});

describe('what platform and trust authorities say to each other', () => {
  const pair = newSigningKeyPair();
  const [privateKey, publicKey] = [privateKeyOf(pair.privateKey), publicKeyOf(pair.publicKey)];
  const NOW = 1_800_000_000;
  const made = {
    capability: signCapability(privateKey, { identityHash: 'ab'.repeat(32), node: 'cd'.repeat(32), origin: undefined }, NOW, 60),
    request: signShareRequest(privateKey, { nonce: 'nonce', uses: ['cd'.repeat(32)] }, NOW),
    answer: signShareAnswer(privateKey, 'nonce', [{ share: 'ab'.repeat(128), node: 'cd'.repeat(32) }]),
  };
  const open = {
    capability: (text: string, key = publicKey, now = NOW) => openCapability(key, text, now),
    request: (text: string, key = publicKey, now = NOW) => openShareRequest(key, text, now),
    answer: (text: string, key = publicKey) => openShareAnswer(key, text, 'nonce'),
  };
  const kinds = Object.keys(made) as (keyof typeof made)[];

  for (const kind of kinds) {
    for (const asked of kinds) {
      it(`a ${kind} ${kind === asked ? 'is read' : 'is not read'} as a ${asked}`, () => {
        assert.equal(open[asked](made[kind]) !== undefined, kind === asked);
      });
    }
  }

  it('is not believed from another key, changed, late, or for another nonce', () => {
    const stranger = publicKeyOf(newSigningKeyPair().publicKey);
    for (const kind of kinds) {
      assert.equal(open[kind](made[kind], stranger), undefined);
      assert.equal(open[kind](made[kind].replace(/\.[^.]{4}/, '.AAAA')), undefined);
      assert.equal(open[kind](`${made[kind]}.x`), undefined);
      assert.equal(open[kind](made[kind].split('.').slice(0, 2).join('.')), undefined);
    }
    assert.equal(open.capability(made.capability, publicKey, NOW + 60), undefined);
    assert.equal(open.request(made.request, publicKey, NOW + 60), undefined);
    assert.equal(openShareAnswer(publicKey, made.answer, 'another'), undefined);
  });
});
