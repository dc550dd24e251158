import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { challengeFor, proveHost, readRedirectUri } from '../src/core/redirect-uris.ts';
import type { HostLooks } from '../src/core/redirect-uris.ts';
import { changeOpenidApplication, createOpenidApplication, removeOpenidApplication } from '../src/core/openid-applications.ts';
import { authorizeUrl, newBrowser } from './support/connect.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Redirect URIs: unique in the system, their hosts proved (docs/security.md), and what no parameter of a log-in can do. */

let platform: TestPlatform;
before(async () => {
  platform = await startPlatform({ environment: { MPIN_ACCOUNT_APPLICATIONS: '4' } });
});
after(() => platform.close());

describe('a redirect URI', () => {
  it('is https, loopback, or an app\'s own scheme, and nothing else', () => {
    for (const uri of ['https://app.example/cb', 'https://app.example:8443/cb?x=1', 'http://localhost:3000/cb', 'http://127.0.0.1/cb', 'http://[::1]:9/cb', 'com.example.app:/cb']) assert.equal(readRedirectUri(uri).uri, uri);
    for (const uri of [
      'http://app.example/cb', 'https://app.example/cb#x', 'https://user@app.example/', 'javascript:alert(1)', 'data:text/html,x', 'myapp:/cb', 'https://*.example/cb', '/cb', '', 'https://app.example/a%2f..%2fb',
      'https://app.example/a\\b', 'https://app.example/a b', 'https://app.example/%ff', 'https://app.example/%zz', `https://app.example/${'a'.repeat(2000)}`,
    ]) assert.throws(() => readRedirectUri(uri), { code: 'INVALID_REQUEST_PARAMETERS' }, uri);
  });

  it('is the same however it is spelt', () => {
    const { normalised } = readRedirectUri('https://app.example/cb?a=1&b=2');
    for (const uri of ['https://APP.example/cb?a=1&b=2', 'https://app.example:443/cb?b=2&a=1', 'https://app.example/cb/?a=1&b=2', 'https://app.example/x/../cb?a=1&b=2', 'https://app.example./cb?a=1&b=2', 'https://app.example/%63b?a=1&b=2']) {
      assert.equal(readRedirectUri(uri).normalised, normalised, uri);
    }
    for (const uri of ['https://app.example/CB?a=1&b=2', 'https://app.example/cb?a=1&b=3', 'https://other.example/cb?a=1&b=2', 'https://app.example:8443/cb?a=1&b=2']) assert.notEqual(readRedirectUri(uri).normalised, normalised, uri);
  });

  it('belongs to one application of the whole system: of many who register it at once one gets it, the others one and the same error', async () => {
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const attempts = ['https://race.example/cb', 'https://RACE.example/cb/', 'https://race.example:443/cb', 'https://race.example/cb'].map((uri, index) => createOpenidApplication(
      platform.core, { projectId: index % 2 === 0 ? platform.project.projectId : elsewhere.projectId, account: undefined, actor: 'test' }, { name: `Racer ${index}`, redirectUris: [uri] }));
    const settled = await Promise.allSettled(attempts);
    assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual([...new Set(settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code?: string }).code] : [])))], ['REDIRECT_URI_TAKEN']);
    const left = await platform.core.db.queries.selectFrom('applications').select('id').where('name', 'like', 'Racer %').execute();
    assert.equal(left.length, 1, 'who lost leaves nothing behind');
  });
});

describe('the proof of a host', () => {
  const owner = () => ({ projectId: platform.project.projectId, owner: `${platform.project.projectId}:someone@mail.example` });
  const nothing: HostLooks = { txt: async () => [], get: async () => '' };
  const register = (host: string) => createOpenidApplication(platform.core, { projectId: owner().projectId, account: owner().owner, actor: 'someone@mail.example' }, { name: 'Mine', redirectUris: [`https://${host}/cb`] });

  it('is asked of people before anything is registered, and of nobody for loopback', async () => {
    await assert.rejects(register('unproved.example'), { code: 'HOST_NOT_PROVED', context: { hosts: 'unproved.example' } });
    await createOpenidApplication(platform.core, { projectId: owner().projectId, account: owner().owner, actor: '' }, { name: 'Local', redirectUris: ['http://localhost:4000/cb'] });
  });

  it('is a TXT record or a file, with a token of this owner\'s own', async () => {
    const challenge = await challengeFor(platform.core, owner(), 'dns.example');
    const looksByDns: HostLooks = { ...nothing, txt: async (name) => (name === '_mpin-platform.dns.example' ? [['mpin-platform=', challenge.record.value.slice('mpin-platform='.length)]] : []) };
    assert.equal(await proveHost(platform.core, owner(), 'dns.example', nothing), false);
    const somebodyElse = { ...owner(), owner: 'another' };
    assert.equal(await proveHost(platform.core, somebodyElse, 'dns.example', looksByDns), false, 'a proof counts for who made it alone');
    assert.equal(await proveHost(platform.core, owner(), 'dns.example', looksByDns), true);
    await register('dns.example');
    const file = await challengeFor(platform.core, owner(), 'file.example');
    assert.equal(await proveHost(platform.core, owner(), 'file.example', { ...nothing, get: async (url) => (url === file.file.url ? `${file.file.content}\n` : '') }), true);
    await register('file.example');
  });

  it('gives what people register no rights', async () => {
    const rows = await platform.core.db.queries.selectFrom('applications').innerJoin('openid_clients', 'application_id', 'id').select(['rights', 'mpin_id_allowed', 'approved_at']).where('name', '=', 'Mine').execute();
    assert.ok(rows.length > 0);
    for (const row of rows) assert.deepEqual(row, { rights: '[]', mpin_id_allowed: 0, approved_at: null });
  });
});

describe('applications that an account registers', () => {
  it('are so many at a time and no more, however many it registers at once; a removed one makes room', async () => {
    const maker = { projectId: platform.project.projectId, account: `${platform.project.projectId}:keen@mail.example`, actor: 'keen@mail.example' };
    const add = (port: number) => createOpenidApplication(platform.core, maker, { name: 'Keen', redirectUris: [`http://localhost:${port}/keen`] });
    const settled = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(add));
    const made = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.clientId] : []));
    assert.equal(made.length, 4);
    for (const one of settled) if (one.status === 'rejected') assert.deepEqual([one.reason.code, one.reason.status, one.reason.context], ['TOO_MANY_APPLICATIONS', 409, { limit: '4' }]);
    await removeOpenidApplication(platform.core, maker, made[0] ?? '');
    await add(7);
    await createOpenidApplication(platform.core, { ...maker, account: undefined }, { name: 'By an administrator', redirectUris: ['http://localhost:8/keen'] });
  });
});

describe('an application of another project', () => {
  it('is changed by nobody\'s administrator, neither its name nor anything else', async () => {
    const elsewhere = await platform.addProject({ name: 'Somewhere else', origins: [] });
    const { clientId } = await createOpenidApplication(platform.core, { projectId: elsewhere.projectId, account: undefined, actor: 'test' }, { name: 'Theirs', redirectUris: ['https://theirs.example/cb'] });
    const change = (projectId: string) => changeOpenidApplication(platform.core, { projectId, account: undefined, actor: 'test' }, clientId, { name: 'Changed', redirectUris: ['https://changed.example/cb'] });
    const redirects = async () => (await platform.core.db.queries.selectFrom('redirect_uris').select('uri').where('application_id', '=', clientId).execute()).map(({ uri }) => uri);
    await assert.rejects(change(platform.project.projectId), { code: 'NOT_FOUND' });
    assert.deepEqual(await redirects(), ['https://theirs.example/cb']);
    await change(elsewhere.projectId);
    assert.deepEqual(await redirects(), ['https://changed.example/cb']);
  });
});

describe('the parameters of a log-in', () => {
  it('never crash the provider nor lead elsewhere, whatever they hold', async () => {
    const created = await createOpenidApplication(platform.core, { projectId: platform.project.projectId, account: undefined, actor: 'test' }, { name: 'Fuzzed', redirectUris: ['https://fuzz.example/cb'] });
    const client = { ...created, redirectUri: 'https://fuzz.example/cb' };
    let seed = 20_26;
    const random = (limit: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % limit;
    };
    const names = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'prompt', 'max_age', 'login_hint', 'id_token_hint', 'lang', 'ui_locales', 'acttoken', 'prerollid', 'code_challenge',
      'code_challenge_method', 'response_mode', 'claims', 'request', 'request_uri', 'acr_values', 'registration', 'display', 'resource', '__proto__', 'constructor'];
    const values = ['', ' ', '\u0000', 'none', 'login consent', '-1', '1e309', 'openid openid', '{"id_token":{"acr":{"essential":true}}}', 'https://evil.example/', '//evil.example', 'javascript:alert(1)', '<script>alert(1)</script>',
      '../../etc/passwd', '%00%ff', 'a'.repeat(5000), '\u202e\u2066', '{"__proto__":{"x":1}}', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'form_post', 'jwt', '\r\nSet-Cookie: x=y', '🦄', 'S256', 'null'];
    for (let round = 0; round < 250; round += 1) {
      const parameters = Object.fromEntries(Array.from({ length: 1 + random(4) }, () => [names[random(names.length)] ?? '', values[random(values.length)] ?? '']));
      const url = authorizeUrl(platform, client, parameters);
      const { answer, url: at } = await newBrowser(platform).open(url);
      const shown = JSON.stringify(parameters);
      assert.ok(answer.status < 500, `${answer.status} for ${shown}`);
      assert.ok(at.startsWith(platform.url) || at.startsWith('https://fuzz.example/cb'), `${at} for ${shown}`);
      assert.equal(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('x=')), false, shown);
      assert.doesNotMatch(answer.text, /<script>alert/, shown);
    }
    assert.doesNotMatch(platform.logs(), /the OpenID provider failed/);
  });
});
