import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { cookie, readCookie } from './cookies.ts';
import { createMemory } from './memory.ts';
import { accountPage, landingPage } from './pages.ts';
import { createSignIn } from './sign-in.ts';
import { textsFor } from './texts.ts';

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
const files: Record<string, string> = { '/site.css': 'text/css', '/sign-in.js': 'text/javascript', '/icon.svg': 'image/svg+xml' };

/** Northwind Bank: a site that knows nothing of PINs, only of signed tokens. */
export function createSite({ platform, origin, project, log = console.error }: SiteOptions): Server {
  /** What a visitor's page has in `sign-in-nonce`, by visit cookie: a token made for another visit is worth nothing here. */
  const visits = createMemory<string>({ lifeMs: 60 * MINUTE });
  const sessions = createMemory<string>({ lifeMs: 30 * MINUTE });
  const signIn = createSignIn({ platform, origin, project });
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
      return page(response, landingPage({ lang, texts, platform, nonce, signedOut: url.searchParams.has('signed-out') }));
    },
    'GET /account'(request, response, url) {
      const { lang, texts } = textsFor(url.searchParams.get('lang'));
      const userId = sessions.get(readCookie(request, 'northwind_session'));
      return userId === undefined ? redirect(response, `/?lang=${lang}`) : page(response, accountPage({ lang, texts, userId }));
    },
    async 'POST /session'(request, response, url) {
      const token = await readToken(request);
      // The visit keeps its nonce: another tab may hold it too, and the verifier takes each token once as it is.
      const nonce = visits.get(readCookie(request, 'northwind_visit'));
      if (token === undefined || nonce === undefined) return json(response, 401, { error: 'SIGN_IN_REFUSED' });
      try {
        const { userId } = await signIn(token, nonce);
        response.setHeader('set-cookie', cookie('northwind_session', sessions.add(userId), { secure }));
        json(response, 200, { next: `/account?lang=${textsFor(url.searchParams.get('lang')).lang}` });
      } catch (error) {
        const code = String((error as { code?: unknown }).code);
        log(`Sign-in not accepted: ${code}`);
        const refused = code.startsWith('TOKEN_');
        json(response, refused ? 401 : 503, { error: refused ? 'SIGN_IN_REFUSED' : 'TRY_AGAIN' });
      }
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
    // Browsers name the page that posts; a form on another site could otherwise sign a visitor in or out.
    if (request.method === 'POST' && request.headers.origin !== origin) return json(response, 403, { error: 'OTHER_ORIGIN' });
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

/** The token of a request's JSON body; undefined when it holds none, or is longer than any token. */
async function readToken(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > 16_384) return undefined;
    chunks.push(chunk);
  }
  try {
    const { token } = JSON.parse(Buffer.concat(chunks).toString()) as { token?: unknown };
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}
