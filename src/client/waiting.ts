import { MpinError, type MpinErrorCode } from '../errors.ts';
import { aborted } from './http.ts';
import { pause, whileShown } from './interval.ts';
import { isHidden, untilShown } from './pause.ts';
import { access, accessStream, type AccessAnswer } from './registration-wire.ts';
import type { Wire } from './wire.ts';

/** The API's interval of polling (docs/protocol.md 3.3). */
const INTERVAL_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;
/** After so many streams that brought nothing, something between swallows them, and asking again and again remains. */
const STREAM_TRIES = 2;

/** A stream may break once, as when a proxy ends it: people are told when the next try fails as well. */
const LOST_AFTER = 2;

/** What passes when one waits; everything else is an answer. */
const PASSING: readonly MpinErrorCode[] = ['OFFLINE', 'TIMEOUT', 'SERVER_ERROR', 'RATE_LIMITED', 'INVALID_RESPONSE'];

/**
 * The states of a session as they come, without end: streamed where the server offers it, else polled. Waits while
 * the page is hidden and asks at once when it is shown; outlasts a server that is away.
 *
 * @param onConnection - hears when the connection is lost, and when it is back
 * @throws MpinError ABORTED
 */
export async function* accessAnswers(
  wire: Wire, webOTT: string, signal: AbortSignal, onConnection?: (online: boolean) => void,
): AsyncGenerator<AccessAnswer, never> {
  let failures = 0;
  let emptyStreams = 0;
  for (;;) {
    await untilShown(signal);
    const streamed = wire.offers('accessStream') && emptyStreams < STREAM_TRIES;
    const shown = whileShown(signal);
    try {
      emptyStreams += streamed ? 1 : 0;
      const answers = streamed ? accessStream(wire, webOTT, shown.signal) : once(access(wire, webOTT, false, shown.signal));
      for await (const answer of answers) {
        if (failures > 0) onConnection?.(true);
        failures = 0;
        if (streamed) emptyStreams = 0;
        yield answer;
      }
    } catch (error) {
      if (signal.aborted) throw aborted();
      if (isHidden() || shown.signal.aborted) continue;
      if (!(error instanceof MpinError) || !PASSING.includes(error.code)) throw error;
      failures += 1;
      if (failures === LOST_AFTER) onConnection?.(false);
    } finally {
      shown.release();
    }
    await pause(failures === 0 ? INTERVAL_MS : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures), signal);
  }
}

async function* once<T>(answer: Promise<T>): AsyncGenerator<T, void> {
  yield await answer;
}
