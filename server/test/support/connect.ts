import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createOpenidApplication } from '../../src/core/openid-applications.ts';
import type { Maker, OpenidApplication } from '../../src/core/openid-applications.ts';
import { signIn } from './device.ts';
import type { DeviceIdentity } from './device.ts';
import { attribute, PageBrowser } from './page-browser.ts';
import { request } from './http.ts';
import type { Answer } from './http.ts';
import type { TestPlatform } from './test-platform.ts';

/** Where the tests' application wants people back; nobody listens there. */
export const CALLBACK = 'https://app.example/callback';

/** An application that signs people in, with its secret. */
export interface TestClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

let made = 0;

/** Makes an application as an administrator does; each gets a redirect URI of its own unless one is given. */
export async function addClient(platform: TestPlatform, application: Partial<OpenidApplication> = {}, maker: Partial<Maker> = {}): Promise<TestClient> {
  made += 1;
  const redirectUris = application.redirectUris ?? [`${CALLBACK}/${made}`];
  const created = await createOpenidApplication(platform.core, { projectId: platform.project.projectId, account: undefined, actor: 'test', ...maker }, { name: 'Northwind', ...application, redirectUris });
  return { ...created, redirectUri: redirectUris[0] ?? '' };
}

/** The URL that an application sends people to. Parameters given as `undefined` are left out. */
export function authorizeUrl(platform: TestPlatform, client: TestClient, parameters: Record<string, string | undefined> = {}): string {
  const all: Record<string, string | undefined> = { client_id: client.clientId, redirect_uri: client.redirectUri, response_type: 'code', scope: 'openid email', ...parameters };
  const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${platform.url}/authorize?${new URLSearchParams(given).toString()}`;
}

/** A verifier and its S256 challenge (RFC 7636). */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** A log-in page, read. */
export interface LoginPage {
  readonly url: string;
  readonly text: string;
  readonly answer: Answer;
  readonly base: string;
  readonly csrf: string;
  readonly accessId: string;
}

/** Reads a log-in page that a browser has opened. */
export function readLoginPage({ answer, url }: { answer: Answer; url: string }): LoginPage {
  assert.equal(answer.status, 200, answer.text);
  const { text } = answer;
  assert.match(text, /<mpin-pinpad/);
  return { url, text, answer, base: attribute(text, /data-login="([^"]+)"/), csrf: attribute(text, /name="csrf" value="([^"]+)"/), accessId: attribute(text, /access-id="([^"]+)"/) };
}

/** Proves the PIN for a log-in page, as the PIN-pad on it or a phone does, and lets the page go on. @returns where it goes */
export async function provePin(platform: TestPlatform, browser: PageBrowser, page: LoginPage, identity: DeviceIdentity, pin: string): Promise<string> {
  const proved = await signIn(platform, identity, pin, { scope: 'oidc', accessId: page.accessId, headers: { origin: platform.url } });
  assert.equal(proved.status, 200, proved.text);
  return goOn(platform, browser, page);
}

/** What the page's script does when it hears of the PIN. */
export async function goOn(platform: TestPlatform, browser: PageBrowser, page: LoginPage): Promise<string> {
  const answer = await postLogin(platform, browser, page);
  assert.equal(answer.status, 200, answer.text);
  return String(answer.body['location']);
}

/** The same, whatever comes of it. */
export function postLogin(platform: TestPlatform, browser: PageBrowser, page: LoginPage): Promise<Answer> {
  return browser.fetch(`${page.base}/login`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', origin: platform.url, 'x-mpin-form': page.csrf } });
}

/** Answers a consent page. @returns where the browser goes from there */
export async function consent(browser: PageBrowser, page: { answer: Answer; url: string }, decision: 'allow' | 'deny' = 'allow'): Promise<string> {
  const { text } = page.answer;
  const answered = await browser.submit(attribute(text, /action="([^"]+\/consent)"/), { csrf: attribute(text, /name="csrf" value="([^"]+)"/), decision });
  assert.equal(answered.status, 200, answered.text);
  return attribute(answered.text, /http-equiv="refresh" content="0;url=([^"]+)"/);
}

/** From the application's link to the application's redirect URI. @returns the URL that the browser is sent back to */
export async function logIn(platform: TestPlatform, browser: PageBrowser, url: string, identity: DeviceIdentity, pin: string): Promise<URL> {
  let at = await browser.open(url);
  if (at.answer.text.includes('<mpin-pinpad')) at = await browser.open(await provePin(platform, browser, readLoginPage(at), identity, pin));
  if (at.answer.text.includes('/consent"')) at = await browser.open(await consent(browser, at));
  return new URL(at.url);
}

/** Asks the token endpoint, with the secret in the way that most clients send it. */
export function askTokens(platform: TestPlatform, client: TestClient, fields: Record<string, string>, secret = client.clientSecret): Promise<Answer> {
  return request(`${platform.url}/oidc/token`, {
    method: 'POST', body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(secret === '' ? {} : { authorization: `Basic ${Buffer.from(`${client.clientId}:${secret}`).toString('base64')}` }) },
  });
}

/** Redeems a code. */
export function redeem(platform: TestPlatform, client: TestClient, code: string, extra: Record<string, string> = {}): Promise<Answer> {
  return askTokens(platform, client, { grant_type: 'authorization_code', code, redirect_uri: client.redirectUri, ...extra });
}

/** Asks who an access token is about. */
export function userinfo(platform: TestPlatform, accessToken: string): Promise<Answer> {
  return request(`${platform.url}/oidc/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } });
}

/** A fresh browser at the platform. */
export function newBrowser(platform: TestPlatform): PageBrowser {
  return new PageBrowser(platform.url);
}
