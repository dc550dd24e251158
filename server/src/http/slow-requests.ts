import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long a request may take to arrive, headers and body; answers, as streams and long polls, may take as long as they like. */
const ARRIVAL_MS = 30_000;
/** How long a request that is arriving when the server closes has yet. */
const GRACE_MS = 1000;

/** What of the framework's settings ends requests that do not arrive. */
export interface ArrivalLimits {
  readonly requestTimeout: number;
  readonly http: ServerOptions;
}

/** Ends a request that has not arrived after this many milliseconds with 408, so that nobody holds connections open by saying nothing. */
export function arrivalLimits(ms: number = ARRIVAL_MS): ArrivalLimits {
  return { requestTimeout: ms, http: { requestTimeout: ms, headersTimeout: ms, connectionsCheckingInterval: Math.ceil(ms / 6) } };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Ends the connections, when the server closes, on which no request arrived completely within a moment: it waits for the answers that it
 * owes, and for nobody who has not asked yet.
 */
export function dropUnasked(app: Pick<FastifyInstance, 'server' | 'addHook'>, graceMs: number = GRACE_MS): void {
  const connections = new Map<Socket, Exchange | undefined>();
  app.server.on('connection', (socket) => {
    connections.set(socket, undefined);
    socket.once('close', () => connections.delete(socket));
  });
  app.server.on('request', (request, response) => {
    if (connections.has(request.socket)) connections.set(request.socket, { request, response });
  });
  app.addHook('preClose', (done) => {
    setTimeout(() => {
      for (const [socket, last] of connections) if (last === undefined || !last.request.complete || last.response.writableFinished) socket.destroy();
    }, graceMs).unref();
    done();
  });
}
