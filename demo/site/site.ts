import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { cookie, readCookie } from './cookies.ts';
import { createMemory } from './memory.ts';
import { accountPage, landingPage } from './pages.ts';
import { createBackChannel } from './back-channel.ts';
import { createSignIn } from './sign-in.ts';
import { textsFor } from './texts.ts';

/** Who is signed in, and by which sign-in: the platform names it when it is over. */
interface Session {
  readonly userId: string;
  readonly sid: string;
}

export interface SiteOptions {
  /** The platform's public URL, without a slash at its end. */
  platform: string;
  /** The origin that visitors see. */
  origin: string;
  /** The project's id; discovered when absent. */
  project?: string | undefined;
  log?: (message: string) => void;
}

const MINUTE = 60_000;
const files: Record<string, string> = { '/site.css': 'text/css', '/sign-in.js': 'text/javascript', '/account.js': 'text/javascript', '/icon.svg': 'image/svg+xml' };

/** Northwind Bank: a site that knows nothing of PINs, only of signed tokens. */
export function createSite({ platform, origin, project, log = console.error }: SiteOptions): Server {
  /** What a visitor's page has in `sign-in-nonce`, by visit cookie: a token made for another visit is worth nothing here. */
  const visits = createMemory<string>({ lifeMs: 60 * MINUTE });
  const sessions = createMemory<Session>({ lifeMs: 30 * MINUTE });
  const signIn = createSignIn({ platform, origin, project });
  const backChannel = createBackChannel(platform);
  const secure = origin.startsWith('https:');
  const headers = {
    'content-security-policy': `default-src 'none'; script-src 'self' ${platform}; connect-src 'self' ${platform}; style-src 'self'; img-src 'self' data: ${platform}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html`,
    'permissions-policy': 'accelerometer=(), gyroscope=(), magnetometer=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void> = {
    'GET /'(request, response, url) {
      const { lang, texts } = textsFor(url.searchParams.get('lang'));
      if (sessions.get(readCookie(request, 'northwind_session')) !== undefined) return redirect(response, `/account?lang=${lang}`);
      // Two tabs are one visit: both pages hold the same nonce.
      const known = visits.get(readCookie(request, 'northwind_visit'));
      const nonce = known ?? randomBytes(16).toString('base64url');
      if (known === undefined) response.setHeader('set-cookie', cookie('northwind_visit', visits.add(nonce), { secure }));
      return page(response, landingPage({ lang, texts, platform, project, nonce, signedOut: url.searchParams.has('signed-out') }));
    },
    'GET /account'(request, response, url) {
      const { lang, texts } = textsFor(url.searchParams.get('lang'));
      const session = sessions.get(readCookie(request, 'northwind_session'));
      return session === undefined ? redirect(response, `/?lang=${lang}`) : page(response, accountPage({ lang, texts, userId: session.userId }));
    },
    /** Whether the page that asks is still somebody's: a phone may have ended the sign-in. */
    'GET /session'(request, response) {
      response.writeHead(sessions.get(readCookie(request, 'northwind_session')) === undefined ? 401 : 204).end();
    },
    async 'POST /session'(request, response, url) {
      const token = tokenOf(await readBody(request));
      // The visit keeps its nonce: another tab may hold it too, and the verifier takes each token once as it is.
      const nonce = visits.get(readCookie(request, 'northwind_visit'));
      if (token === undefined || nonce === undefined) return json(response, 401, { error: 'SIGN_IN_REFUSED' });
      try {
        const { userId, sid, application } = await signIn(token, nonce);
        backChannel.learn(application);
        response.setHeader('set-cookie', cookie('northwind_session', sessions.add({ userId, sid }), { secure }));
        json(response, 200, { next: `/account?lang=${textsFor(url.searchParams.get('lang')).lang}` });
      } catch (error) {
        const code = String((error as { code?: unknown }).code);
        log(`Sign-in not accepted: ${code}`);
        const refused = code.startsWith('TOKEN_');
        json(response, refused ? 401 : 503, { error: refused ? 'SIGN_IN_REFUSED' : 'TRY_AGAIN' });
      }
    },
    /** The platform's call when a phone has ended a sign-in (docs/sign-out.md). */
    async 'POST /back-channel-logout'(request, response) {
      const ended = await backChannel.verify(new URLSearchParams(await readBody(request)).get('logout_token') ?? '');
      if (typeof ended === 'number') return json(response, ended, { error: 'LOGOUT_REFUSED' });
      sessions.drop(({ sid }) => sid === ended.sid);
      json(response, 200, {});
    },
    'POST /sign-out'(request, response, url) {
      sessions.take(readCookie(request, 'northwind_session'));
      response.setHeader('set-cookie', cookie('northwind_session', '', { secure }));
      redirect(response, `/?signed-out&lang=${textsFor(url.searchParams.get('lang')).lang}`);
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // Browsers name the page that posts; a form on another site could otherwise sign a visitor in or out. The platform is no browser, and proves itself.
    if (request.method === 'POST' && url.pathname !== '/back-channel-logout' && request.headers.origin !== origin) return json(response, 403, { error: 'OTHER_ORIGIN' });
    // Node leaves the body out of what answers a HEAD.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const type = files[url.pathname];
    if (method === 'GET' && type !== undefined) return file(response, url.pathname, type);
    const route = routes[`${method} ${url.pathname}`];
    if (route === undefined) return json(response, 404, { error: 'NOT_FOUND' });
    return route(request, response, url);
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(error instanceof Error ? error.message : 'Something failed.');
      if (!response.headersSent) json(response, 500, { error: 'INTERNAL_ERROR' });
    });
  });
}

function page(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

async function file(response: ServerResponse, name: string, type: string): Promise<void> {
  const content = await readFile(new URL(`public${name}`, import.meta.url));
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(content);
}

/** A request's body; empty when it is longer than any that is meant for us. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > 16_384) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The token of a JSON body; undefined when it holds none. */
function tokenOf(body: string): string | undefined {
  try {
    const { token } = JSON.parse(body) as { token?: unknown };
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}
