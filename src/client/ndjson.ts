import { MpinError } from '../errors.ts';
import { accepted, send, unreachable, withDeadline, type Transport } from './http.ts';
import { isObject, type Json } from './shape.ts';

/** The server sends a line at least every 15 s (docs/protocol.md 3.3); after this long the connection is dead. */
const SILENCE_MS = 40_000;
const MAX_LINE = 65_536;

/**
 * The lines of a streamed answer, each a JSON object; empty lines are left out.
 *
 * @throws MpinError as `requestJson`; OFFLINE or TIMEOUT when the connection breaks or falls silent
 */
export async function* ndjson(transport: Transport, url: string, body: Json, signal: AbortSignal): AsyncGenerator<Json, void> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  signal.addEventListener('abort', stop);
  try {
    const response = await withDeadline(transport.timeoutMs, signal, async () => {
      const answer = await send(transport, url, { body }, controller.signal);
      if (answer.status !== 200) await accepted(transport, answer, {});
      return answer;
    });
    yield* lines(response, transport.timeoutMs, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function* lines(response: Response, firstMs: number, signal: AbortSignal): AsyncGenerator<Json, void> {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new MpinError('INVALID_RESPONSE', 'The server\'s stream has no body');
  const decoder = new TextDecoder();
  let rest = '';
  let patience = firstMs;
  for (;;) {
    const { done, value } = await withDeadline(patience, signal, () => reader.read().catch(unreachable({})));
    patience = SILENCE_MS;
    rest += decoder.decode(value, { stream: !done });
    const complete = rest.split('\n');
    rest = done ? '' : complete.pop() ?? '';
    for (const line of complete) if (line.trim() !== '') yield parseLine(line);
    if (done) return;
    if (rest.length > MAX_LINE) throw new MpinError('INVALID_RESPONSE', 'The server\'s stream has a line without end');
  }
}

function parseLine(line: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  if (!isObject(value)) throw new MpinError('INVALID_RESPONSE', 'A line of the server\'s stream is not a JSON object');
  return value;
}
