import { MpinError } from '../errors.ts';
import { isObject, type Json } from './shape.ts';
import { answerError, retryTime, type Meanings } from './wire-errors.ts';

/** What timers can count to; with more they end at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How requests leave. */
export interface Transport {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Sent with every request, but for discovery. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RequestOptions {
  /** POSTed as JSON; without it the request is a GET. */
  readonly body?: Json;
  readonly signal?: AbortSignal | undefined;
  /** The URL is a capability: nothing that might quote it may be kept, not even as a cause. */
  readonly secret?: boolean;
  /** It is to arrive even when the page is left at this moment (Fetch, "keepalive"). */
  readonly lasting?: boolean;
  readonly meanings?: Meanings;
}

/**
 * Sends one request and reads its answer, a JSON object with status 200 (docs/protocol.md 1.1).
 *
 * @throws MpinError ABORTED, TIMEOUT, OFFLINE, INVALID_RESPONSE, SERVER_ERROR or the meaning of the server's code
 */
export function requestJson(transport: Transport, url: string, options: RequestOptions): Promise<Json> {
  return withDeadline(transport.timeoutMs, options.signal, async (signal) => {
    const response = await send(transport, url, options, signal);
    const body = await accepted(transport, response, options);
    if (!isObject(body)) throw new MpinError('INVALID_RESPONSE', 'The server\'s answer is not a JSON object; check the server\'s address');
    return body;
  });
}

/** The request itself; the answer's status is still unchecked, its body unread. */
export async function send(transport: Transport, url: string, options: RequestOptions, signal: AbortSignal): Promise<Response> {
  const { body } = options;
  const init: RequestInit = { headers: transport.headers, redirect: 'manual', cache: 'no-store', keepalive: options.lasting === true, signal };
  const post = { method: 'POST', body: JSON.stringify(body), headers: { ...transport.headers, 'Content-Type': 'application/json' } };
  let response: Response;
  try {
    response = await transport.fetch(url, body === undefined ? init : { ...init, ...post });
  } catch (cause) {
    return unreachable(options)(cause);
  }
  // A redirect could take a secret to another host; browsers show it as an answer of status 0.
  if (response.status === 0 || (response.status >= 300 && response.status < 400)) {
    throw new MpinError('INVALID_RESPONSE', 'The server redirects; give its final address');
  }
  return response;
}

/** The JSON of an answer with status 200; `undefined` when it is none. @throws MpinError for another status */
export async function accepted({ now }: Pick<Transport, 'now'>, response: Response, options: RequestOptions): Promise<unknown> {
  const body = parse(await response.text().catch(unreachable(options)));
  if (response.status === 200) return body;
  throw answerError(response.status, body, retryTime(response.headers.get('retry-after'), now), options.meanings);
}

/** Names a failure of the connection. */
export function unreachable(options: RequestOptions): (cause: unknown) => never {
  return (cause) => {
    throw new MpinError('OFFLINE', 'The server cannot be reached', options.secret === true ? {} : { cause });
  };
}

/** No cause: a parser's message would quote what it read. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Ends work that takes too long or that the caller gives up, also when the work itself does not listen.
 *
 * @throws MpinError TIMEOUT, ABORTED
 */
export async function withDeadline<T>(
  timeoutMs: number, outer: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer?.aborted === true) throw aborted();
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (error: MpinError): void => {
      reject(error);
      controller.abort();
    };
    onAbort = () => {
      end(aborted());
    };
    timer = setTimeout(() => {
      end(new MpinError('TIMEOUT', `The server did not answer within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    if (onAbort !== undefined) outer?.addEventListener('abort', onAbort);
    return await Promise.race([ended, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) outer?.removeEventListener('abort', onAbort);
  }
}

/** Lets a caller give up on work that others share. @throws MpinError ABORTED */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return signal === undefined ? work : withDeadline(LONGEST_TIMER_MS, signal, () => work);
}

/** What a caller that gave up gets. */
export function aborted(): MpinError {
  return new MpinError('ABORTED', 'Cancelled by the caller');
}
