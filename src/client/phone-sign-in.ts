import { MpinError, type MpinErrorCode } from '../errors.ts';
import type { Context } from './context.ts';
import { defaultDeviceName } from './device-name.ts';
import { aborted } from './http.ts';
import { pause, whileShown } from './interval.ts';
import { isHidden, untilCalled, untilShown } from './pause.ts';
import { abortSession, collect, openPhoneSession, signOut, signOutStream, type Collected, type PhoneSession } from './phone-wire.ts';
import { accessAnswers } from './waiting.ts';
import type { Wire } from './wire.ts';

/** How far a phone is: it has not come yet, it has opened the request, or its PIN is being typed. */
export type PhoneStatus = 'waiting' | 'scanned' | 'authenticating';

/** What a page shows for phones to answer. */
export interface PhoneRequest {
  /** Seven digits; undefined where the server has no numbers, or none for this session. */
  readonly accessNumber: string | undefined;
  /** For the QR code, and as a link. */
  readonly link: string;
  /** Until when, Unix milliseconds by this device's clock, right or wrong; and for how long in all. */
  readonly expiresAtMs: number;
  readonly lifetimeMs: number;
}

/** Choices of `MpinClient.signInByPhone`. */
export interface PhoneSignInOptions {
  /** Another number is to be shown: the first, and one after each that expired. */
  readonly onRequest: (request: PhoneRequest) => void;
  readonly onStatus?: (status: PhoneStatus) => void;
  /** Asked when a number expired; with `false` none takes its place. Always renewed unless given. */
  readonly mayRenew?: () => boolean;
  /** Comes back inside the token; at most 256 characters. Read when the phone has answered, so that a page may change it meanwhile. */
  readonly nonce?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The public name of a session that somebody else started: that one is shown, nobody is signed in to this page, and the call ends only in an error. */
  readonly accessId?: string | undefined;
}

/** Somebody signed in by phone. */
export interface PhoneSignIn {
  readonly userId: string;
  /** For the site's server; undefined where the server makes none for this, and then the user id proves nothing there. */
  readonly token: string | undefined;
  /** "Not you?": ends the sign-in at the platform, and at the site where it has a back-channel. */
  signOut(): Promise<void>;
  /**
   * Waits until the phone, or somebody else, ends the sign-in.
   *
   * @throws MpinError ABORTED; SESSION_EXPIRED when nobody can end it any more
   */
  untilSignedOut(options?: { signal?: AbortSignal | undefined }): Promise<void>;
}

const STATUS: Readonly<Record<string, PhoneStatus>> = { new: 'waiting', wid: 'scanned', user: 'authenticating' };
/** How soon to ask again where the server's last word is missing. */
const AGAIN_MS = 1000;
const PASSING: readonly MpinErrorCode[] = ['OFFLINE', 'TIMEOUT', 'SERVER_ERROR', 'RATE_LIMITED'];

/**
 * Shows numbers until a phone has answered one (docs/protocol.md 3.5 to 3.7). Rests while the page is hidden, and goes by the server's clock.
 *
 * @throws MpinError REQUEST_DECLINED, REQUEST_EXPIRED where no number may take the place of one that expired, ABORTED; the way to the server
 */
export async function signInByPhone(context: Context, options: PhoneSignInOptions): Promise<PhoneSignIn> {
  const signal = options.signal ?? new AbortController().signal;
  const wire = await context.wire(signal);
  for (;;) {
    await untilShown(signal);
    const session = await openPhoneSession(wire, defaultDeviceName(undefined, context.deviceOn), context.now, signal, options.accessId);
    const { accessNumber, link, expiresAtMs, lifetimeMs } = session;
    options.onRequest({ accessNumber, link, expiresAtMs, lifetimeMs });
    if (options.accessId) await untilOver(context, session, signal);
    else {
      const answer = await answerOf(context, wire, session, options, signal);
      if (answer.status === 'authenticated') return finished(wire, session, answer);
      if (answer.status === 'abort') throw new MpinError('REQUEST_DECLINED', 'The sign-in was declined on the phone');
    }
    if (options.mayRenew?.() === false) throw new MpinError('REQUEST_EXPIRED', 'The access number expired and is not to be renewed');
  }
}

/** The session's last state: told as it comes, and asked for when the number is over. */
async function answerOf(context: Context, wire: Wire, session: PhoneSession, options: PhoneSignInOptions, signal: AbortSignal): Promise<Collected> {
  const waiting = new AbortController();
  const stop = (): void => waiting.abort();
  signal.addEventListener('abort', stop);
  try {
    const told = untilTold(wire, session.webOTT, options, waiting.signal);
    await Promise.race([told, untilOver(context, session, waiting.signal)]);
    waiting.abort();
    await told.catch(() => undefined);
    return await lastWord(wire, session, options, signal);
  } catch (error) {
    // Whoever gives up takes the number with them, so that no phone signs in to a page that has gone on.
    if (signal.aborted) abortSession(wire, session.accessId).catch(() => undefined);
    throw error;
  } finally {
    waiting.abort();
    signal.removeEventListener('abort', stop);
  }
}

async function untilTold(wire: Wire, webOTT: string, { onStatus }: PhoneSignInOptions, signal: AbortSignal): Promise<void> {
  for await (const { status } of accessAnswers(wire, webOTT, signal)) {
    const known = STATUS[status];
    if (known === undefined) return;
    onStatus?.(known);
  }
}

async function untilOver({ now }: Context, { expiresAtMs }: PhoneSession, signal: AbortSignal): Promise<void> {
  while (now() < expiresAtMs) await pause(expiresAtMs - now(), signal);
}

/** Asks until the server has said something final, which also collects. */
async function lastWord(wire: Wire, { webOTT }: PhoneSession, options: PhoneSignInOptions, signal: AbortSignal): Promise<Collected> {
  for (;;) {
    await untilShown(signal);
    try {
      const answer = await collect(wire, webOTT, options.nonce, signal);
      if (STATUS[answer.status] === undefined) return answer;
    } catch (error) {
      if (!(error instanceof MpinError) || !PASSING.includes(error.code)) throw error;
    }
    await pause(AGAIN_MS, signal);
  }
}

function finished(wire: Wire, { webOTT }: PhoneSession, { userId, jwt }: Collected): PhoneSignIn {
  if (jwt === undefined && wire.offers('accessToken')) throw new MpinError('REQUEST_EXPIRED', 'The sign-in was collected or ended before');
  return {
    userId, token: jwt,
    signOut: async () => wire.offers('remoteSignOut') ? signOut(wire, { webOTT }) : undefined,
    untilSignedOut: ({ signal = new AbortController().signal } = {}) => untilSignedOut(wire, webOTT, signal),
  };
}

async function untilSignedOut(wire: Wire, webOTT: string, signal: AbortSignal): Promise<void> {
  if (!wire.offers('remoteSignOut')) return untilCalled(signal, () => () => undefined);
  for (;;) {
    await untilShown(signal);
    const shown = whileShown(signal);
    try {
      for await (const signedOut of signOutStream(wire, webOTT, shown.signal)) if (signedOut) return;
    } catch (error) {
      if (signal.aborted) throw aborted();
      const passing = isHidden() || shown.signal.aborted || (error instanceof MpinError && PASSING.includes(error.code));
      if (!passing) throw error;
    } finally {
      shown.release();
    }
    await pause(AGAIN_MS, signal);
  }
}
