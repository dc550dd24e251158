import { Failure } from './failure.ts';
import { randomHex } from './fields.ts';
import type { Body } from './fields.ts';
import { isTestOrigin } from './guard.ts';
import { configuration } from './project.ts';
import { confirm, giveShare, register, remove, rename, requestMail } from './registration.ts';
import { access, codeStatus, openSession } from './sessions.ts';
import { authenticate, pass1, pass2 } from './sign-in.ts';
import type { State } from './state.ts';

/** A request, however it came here: over a socket, through a browser that a test drives, or by a call of `fetch`. */
export interface Asked {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** The page's origin, where there is a page. */
  readonly origin: string | undefined;
  /** Empty where there is none. */
  readonly body: string;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request to the API. */
export interface Call {
  readonly state: State;
  readonly body: Body;
  /** The server's own base URL, as the request named it. */
  readonly base: string;
  readonly origin: string | undefined;
}

const ROUTES: Readonly<Record<string, (call: Call) => object | Promise<object>>> = {
  'POST /rps/v2/session': openSession, 'POST /rps/v2/access': access, 'POST /rps/v2/codeStatus': codeStatus,
  'POST /verification/email': requestMail, 'POST /verification/confirmation': confirm, 'POST /registration': register,
  'POST /identity/rename': rename, 'POST /identity/remove': remove,
  'POST /rps/v2/pass1': pass1, 'POST /rps/v2/pass2': pass2, 'POST /rps/v2/authenticate': authenticate,
  'GET /.well-known/project-configuration': ({ state, base }) => configuration(state.project, base),
  'GET /.well-known/jwks': ({ state }) => state.tokens.keySet(),
};

/** Answers one request of the wire (docs/protocol.md 1 to 6). */
export async function answer(state: State, asked: Asked, origins: readonly string[]): Promise<Answer> {
  if (asked.method === 'OPTIONS') return { status: 204, headers: cors(asked), body: '' };
  try {
    return json(asked, 200, await route(state, asked, origins));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return refused(asked, error);
  }
}

/** An error in the form that the protocol gives it (1.3). */
export const refused = (asked: Asked, { status, code, context }: Failure): Answer =>
  json(asked, status, { error: code, info: 'Answered by mpin-pinpad/testing.', context: { requestID: randomHex(8), ...context } });

function route(state: State, { method, url, origin, body }: Asked, origins: readonly string[]): object | Promise<object> {
  const { pathname, searchParams, origin: base } = new URL(url);
  if (origin !== undefined && !isTestOrigin(origin) && !origins.includes(origin)) throw new Failure(403, 'ORIGIN_NOT_ALLOWED');
  const share = /^\/share\/([01])$/u.exec(pathname);
  if (share !== null) return giveShare(state, share[1] === '0' ? 0 : 1, searchParams.get('capability') ?? '');
  const handler = ROUTES[`${method} ${pathname}`];
  if (handler === undefined) throw new Failure(404, 'NOT_FOUND');
  return handler({ state, base, origin, body: method === 'POST' ? parse(body) : {} });
}

function parse(text: string): Body {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  if (typeof body !== 'object' || body === null) throw new Failure(400, 'INVALID_REQUEST_BODY');
  return body as Body;
}

const json = (asked: Asked, status: number, body: object): Answer =>
  ({ status, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...cors(asked) }, body: JSON.stringify(body) });

const cors = ({ origin }: Asked): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin ?? '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'X-MIRACL-CID, X-MIRACL-CLIENT, Content-Type, Authorization',
  Vary: 'Origin',
});
