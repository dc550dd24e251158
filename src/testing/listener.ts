import type { Answer, Asked } from './api.ts';

/** What of Node's `IncomingMessage` is read. */
export interface IncomingLike extends AsyncIterable<Uint8Array | string> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
}

/** What of Node's `ServerResponse` is used. */
export interface OutgoingLike {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
  destroy(): unknown;
}

/** A handler for `http.createServer`, and for servers that take the same, such as Express and Vite's. */
export type Listener = (incoming: IncomingLike, outgoing: OutgoingLike) => void;

/** @param ask - gives the answer; `undefined` for a connection that breaks */
export const listenerOf = (ask: (asked: Asked) => Promise<Answer | undefined>): Listener => (incoming, outgoing) => {
  void respond(ask, incoming, outgoing).catch(() => outgoing.destroy());
};

async function respond(ask: (asked: Asked) => Promise<Answer | undefined>, incoming: IncomingLike, outgoing: OutgoingLike): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const origin = typeof headers['origin'] === 'string' ? headers['origin'] : undefined;
  const host = typeof headers['host'] === 'string' ? headers['host'] : 'localhost';
  const answer = await ask({ method, url: new URL(url, `http://${host}`).href, origin, body: await textOf(incoming) });
  if (answer === undefined) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(answer.status, { ...answer.headers });
  outgoing.end(answer.body);
}

async function textOf(incoming: IncomingLike): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of incoming) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
