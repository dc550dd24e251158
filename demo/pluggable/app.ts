import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import * as openid from 'openid-client';
import { cookie, readCookie } from '../site/cookies.ts';
import { createMemory } from '../site/memory.ts';
import { confirmPage, homePage, memberPage } from './pages.ts';

/** What the club needs to know of the platform, and of itself. */
export interface PluggableOptions {
  /** The platform's public URL. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The origin that visitors see. */
  readonly origin: string;
  /** The application's own verification: whether this is the word that only this member knows. */
  readonly verify: (member: string, word: string) => Promise<boolean>;
  /** Who may come in once they have signed in. */
  readonly admit?: (member: string) => boolean;
}

interface Visit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const MINUTE = 60_000;

/** A members' club: it knows its members by a word, and the platform signs them in by a PIN (docs/connect.md). */
export async function createPluggable(options: PluggableOptions): Promise<Server> {
  const { issuer, clientId, clientSecret, origin, verify, admit = () => true } = options;
  const secure = origin.startsWith('https:');
  const configuration = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, issuer.startsWith('https:') ? {} : { execute: [openid.allowInsecureRequests] });
  const visits = createMemory<Visit>({ lifeMs: 15 * MINUTE });
  const sessions = createMemory<string>({ lifeMs: 30 * MINUTE });

  /** Sends the browser to the platform; what only this browser knows stays behind. */
  async function authorize(response: ServerResponse, extra: Record<string, string> = {}): Promise<void> {
    const visit: Visit = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: `${origin}/callback`, scope: 'openid', state: visit.state, nonce: visit.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(visit.verifier), code_challenge_method: 'S256', ...extra,
    });
    response.setHeader('set-cookie', cookie('club_visit', visits.add(visit), { secure }));
    redirect(response, url.href);
  }

  /** Asks the platform for the right to register this member, whom the club has verified. */
  async function activate(userId: string): Promise<string> {
    const response = await fetch(`${issuer}/activate/initiate`, {
      method: 'POST', body: JSON.stringify({ userId, deviceName: 'Browser' }),
      headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    });
    if (!response.ok) throw new Error(`The platform answered ${response.status}.`);
    return ((await response.json()) as { actToken: string }).actToken;
  }

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void> = {
    'GET /': (request, response) => {
      const member = sessions.get(readCookie(request, 'club_session'));
      return page(response, member === undefined ? homePage('') : memberPage(member));
    },
    'GET /sign-in': (_request, response) => authorize(response),
    'POST /join': async (request, response) => {
      const form = await readForm(request);
      const [member, word] = [form.get('member') ?? '', form.get('word') ?? ''];
      if (!(await verify(member, word))) return page(response, homePage('That is not the word of this member.'), 403);
      return authorize(response, { acttoken: await activate(member), prerollid: member });
    },
    'GET /callback': async (request, response, url) => {
      const visit = visits.take(readCookie(request, 'club_visit'));
      if (visit === undefined) return page(response, homePage('That took too long. Begin again.'), 400);
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, url, { expectedState: visit.state, expectedNonce: visit.nonce, pkceCodeVerifier: visit.verifier, idTokenExpected: true });
        const member = tokens.claims()?.sub ?? '';
        if (!admit(member)) return redirect(response, `${issuer}/refused?${new URLSearchParams({ client_id: clientId }).toString()}`);
        response.setHeader('set-cookie', cookie('club_session', sessions.add(member), { secure }));
        return redirect(response, '/');
      } catch (error) {
        if (error instanceof openid.AuthorizationResponseError) return page(response, homePage(error.error_description ?? error.error), 403);
        throw error;
      }
    },
    'GET /join': (_request, response) => page(response, confirmPage()),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    response.setHeader('referrer-policy', 'no-referrer').setHeader('cache-control', 'no-store').setHeader('x-content-type-options', 'nosniff')
      .setHeader('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') return page(response, homePage('Begin here.'), 403);
    const route = routes[`${request.method ?? 'GET'} ${url.pathname}`];
    return route === undefined ? page(response, homePage('There is no such page.'), 404) : route(request, response, url);
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : 'Something failed.');
      if (!response.headersSent) page(response, homePage('Something went wrong.'), 500);
    });
  });
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

function page(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 4096) throw new Error('The form is too long.');
  }
  return new URLSearchParams(body);
}
