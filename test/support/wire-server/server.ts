/**
 * A small server of the M-Pin Trust API and of nothing else: no discovery, no extension. Written from the API's
 * description, with MIRACL's mathematics, sharing nothing with the library or the platform, so that a client that
 * works here works with any server of that API. For tests: everything lies in memory.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { envelope, Failure } from './failure.ts';
import type { Body } from './fields.ts';
import { jwks } from './jwt.ts';
import { confirm, giveShare, register, requestMail } from './registration.ts';
import { access, codeStatus, openSession } from './sessions.ts';
import { authenticate, pass1, pass2, verifySignature } from './sign-in.ts';
import { State, type Mail, type WireServerOptions } from './state.ts';

/** One request as it arrived. */
export interface Recorded {
  readonly method: string;
  readonly host: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A reply, a connection that breaks, or one that stays silent. */
export type Outcome = Reply | 'break' | 'hang';

/** What a test puts in the place of an answer; `undefined` leaves it as it is. */
export type Meddler = (request: Recorded, answer: () => Reply) => Outcome | undefined | Promise<Outcome | undefined>;

export interface Reply {
  readonly status: number;
  /** A string as it is, an async iterable chunk by chunk, everything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WireServer {
  readonly url: string;
  readonly projectId: string;
  readonly state: State;
  readonly requests: Recorded[];
  /** The newest mail to an address. */
  mailTo(userId: string): Mail;
  /** Lets a test change answers. */
  meddle(meddler: Meddler | undefined): void;
  /** Stops listening and breaks every connection; `resume` takes up the same ports with the same state. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server and its two trust authorities, each on a port of its own. */
export async function startWireServer(options: WireServerOptions = {}): Promise<WireServer> {
  const state = new State(options);
  const requests: Recorded[] = [];
  let meddler: Meddler | undefined;
  const urls: string[] = [];

  const serve = (route: (request: Recorded) => unknown): Server => createServer((incoming, outgoing) => {
    void handle(incoming, outgoing, async (request) => {
      requests.push(request);
      const answer = (): Reply => reply(state, request, route);
      return await meddler?.(request, answer) ?? answer();
    });
  });
  const servers = [
    serve((request) => api(state, request, urls as [string, string, string])),
    ...([0, 1] as const).map((authority) => serve(({ url }) => {
      return giveShare(state, authority, new URL(url, 'http://authority').searchParams.get('capability') ?? '');
    })),
  ];
  const ports: number[] = [];
  const listen = async (): Promise<void> => {
    for (const [index, server] of servers.entries()) {
      await new Promise<void>((resolve) => {
        server.listen(ports[index] ?? 0, '127.0.0.1', resolve);
      });
      ports[index] = (server.address() as AddressInfo).port;
      urls[index] = `http://127.0.0.1:${ports[index]}`;
    }
  };
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    })));
  };
  await listen();
  return {
    url: urls[0] as string, projectId: state.projectId, state, requests,
    mailTo: (userId) => {
      const mail = state.mails.findLast(({ to }) => to === userId);
      if (mail === undefined) throw new Error('No mail to this address');
      return mail;
    },
    meddle: (next) => {
      meddler = next;
    },
    pause: stop, resume: listen, close: stop,
  };
}

function api(state: State, request: Recorded, [base, ...authorities]: [string, string, string]): unknown {
  const body = request.method === 'POST' ? parse(request.body) : {};
  switch (`${request.method} ${request.path}`) {
    case 'POST /rps/v2/session': return openSession(state, body, base);
    case 'POST /rps/v2/access': return access(state, body);
    case 'POST /rps/v2/codeStatus': return codeStatus(state, body);
    case 'POST /verification/email': return requestMail(state, body);
    case 'POST /verification/confirmation': return confirm(state, body);
    case 'POST /registration': return register(state, body, authorities);
    case 'POST /rps/v2/pass1': return pass1(state, body);
    case 'POST /rps/v2/pass2': return pass2(state, body);
    case 'POST /rps/v2/authenticate': return authenticate(state, body);
    case 'POST /dvs/verify': return verifySignature(state, body);
    case 'GET /.well-known/jwks': return jwks();
    default: throw new Failure(404, 'NOT_FOUND');
  }
}

function parse(body: string): Body {
  try {
    return JSON.parse(body) as Body;
  } catch {
    throw new Failure(400, 'INVALID_REQUEST_BODY');
  }
}

function reply(state: State, request: Recorded, route: (request: Recorded) => unknown): Reply {
  if (request.method === 'OPTIONS') return { status: 200, body: {} };
  try {
    return { status: 200, body: route(request) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.status, body: envelope(error, state.options.generation) };
  }
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'X-MIRACL-CID, X-MIRACL-CLIENT, Content-Type, Authorization',
};

async function handle(
  incoming: IncomingMessage, outgoing: ServerResponse, answer: (request: Recorded) => Promise<Outcome>,
): Promise<void> {
  const body = await readBody(incoming);
  if (body === undefined) return;
  const url = incoming.url ?? '/';
  const outcome = await answer({
    method: incoming.method ?? 'GET', host: incoming.headers.host ?? '', url, path: url.split('?')[0] as string, headers: incoming.headers,
    body,
  });
  if (outcome === 'hang') return;
  if (outcome === 'break') {
    incoming.socket.destroy();
    return;
  }
  const { status, body: content, headers } = outcome;
  outgoing.writeHead(status, { 'Content-Type': 'application/json', ...CORS, ...headers });
  if (isStream(content)) {
    outgoing.flushHeaders();
    for await (const chunk of content) {
      if (outgoing.destroyed) return;
      outgoing.write(chunk);
    }
    outgoing.end();
    return;
  }
  outgoing.end(typeof content === 'string' ? content : JSON.stringify(content));
}

function isStream(content: unknown): content is AsyncIterable<string> {
  return typeof content === 'object' && content !== null && Symbol.asyncIterator in content;
}

/** `undefined` when the client went away in the middle. */
async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  } catch {
    return undefined;
  }
}
