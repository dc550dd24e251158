import type { MpinError } from '../../src/errors.ts';
import type { PhoneClient } from '../../src/elements/access-number/request.ts';
import { loadAccessNumber, loadOtp } from '../../src/elements/index.ts';
import type { PhoneRequest, PhoneStatus, ProjectConfiguration } from '../../src/client/index.ts';

/** A screen of one of the two elements that are used inside the PIN-pad and alone: `<mpin-access-number>` and `<mpin-otp>`. */
export interface Piece {
  readonly name: string;
  readonly make: () => Promise<HTMLElement>;
}

const LIFETIME_MS = 99_000;

/** Plays the server and the phone. */
interface Act {
  readonly status?: PhoneStatus;
  readonly signedIn?: string;
  readonly fails?: MpinError['code'];
}

class PlayedPhone implements PhoneClient {
  readonly #act: Act;

  constructor(act: Act) {
    this.#act = act;
  }

  discover = (): Promise<ProjectConfiguration> => Promise.resolve({ name: 'Northwind Bank' } as ProjectConfiguration);

  signInByPhone: PhoneClient['signInByPhone'] = async ({ onRequest, onStatus, signal }) => {
    const { MpinError } = await import('../../src/errors.ts');
    const request: PhoneRequest = { accessNumber: '3141594', link: 'https://auth.example.com/mobile-login/#b7c1e0', expiresAtMs: Date.now() + LIFETIME_MS, lifetimeMs: LIFETIME_MS };
    const { status, signedIn, fails } = this.#act;
    if (fails !== undefined && fails !== 'REQUEST_DECLINED') throw new MpinError(fails, 'As the script says.', { requestId: 'req-7f3a' });
    onRequest(request);
    if (status !== undefined) onStatus?.(status);
    if (fails !== undefined) throw new MpinError(fails, 'As the script says.');
    if (signedIn === undefined) return new Promise((_, reject) => { signal?.addEventListener('abort', () => reject(new MpinError('ABORTED', 'Given up.'))); });
    return { userId: signedIn, token: 'a.b.c', signOut: () => Promise.resolve(), untilSignedOut: () => new Promise(() => undefined) };
  };
}

const phone = (act: Act = {}) => async (): Promise<HTMLElement> => {
  await loadAccessNumber();
  const element = document.createElement('mpin-access-number');
  element.client = new PlayedPhone(act);
  return element;
};

const password = (seconds: number) => async (): Promise<HTMLElement> => {
  await loadOtp();
  const element = document.createElement('mpin-otp');
  element.password = '482915';
  element.expiresAt = Date.now() / 1000 + seconds;
  return element;
};

/** Every screen of both. */
export const pieces: readonly Piece[] = [
  { name: 'number: waiting', make: phone() },
  { name: 'number: scanned', make: phone({ status: 'scanned' }) },
  { name: 'number: authenticating', make: phone({ status: 'authenticating' }) },
  { name: 'number: signed in', make: phone({ signedIn: 'ada@example.com' }) },
  { name: 'number: declined', make: phone({ fails: 'REQUEST_DECLINED' }) },
  { name: 'number: paused', make: phone({ fails: 'REQUEST_EXPIRED' }) },
  { name: 'number: offline', make: phone({ fails: 'OFFLINE' }) },
  { name: 'password', make: password(90) },
  { name: 'password: nearly over', make: password(9) },
  { name: 'password: expired', make: password(-1) },
];
