import type { Context } from './context.ts';
import { requestJson } from './http.ts';
import { integer, matching, read } from './shape.ts';
import { SignIn } from './sign-in.ts';

/** A code that sets one more device up (docs/protocol.md 10.7). A secret until it was used. */
export interface QuickCode {
  /** 6 digits. */
  readonly code: string;
  /** When it ends, Unix seconds of this device's clock: the server says how long it still lives. */
  readonly expiresAt: number;
}

/** Proves the PIN with scope `reg-code`, and has the token of it, which serves nobody else, turned into a code. Doc comment: `MpinClient`. */
export async function quickCode(context: Context, identityId: string, pin: string): Promise<QuickCode> {
  const wire = await context.wire();
  const attempt = new SignIn(context, identityId, { scope: 'reg-code' });
  const { identity, jwt } = await attempt.signIn(pin);
  const body = { projectId: wire.configuration.id, jwt, deviceName: identity.deviceName };
  const answer = await requestJson(wire.transport, `${wire.server}/verification/quickcode`, { body, secret: true });
  const { code, ttlSeconds } = read('QuickCode', answer, { code: matching(/^\d{6}$/u), ttlSeconds: integer(1, 86_400) });
  return { code, expiresAt: context.now() / 1000 + ttlSeconds };
}
