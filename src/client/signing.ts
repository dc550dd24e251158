import { MpinError } from '../errors.ts';
import { assertPin, sign } from '../protocol/browser.ts';
import { encodeBytes } from '../protocol/encoding.ts';
import { seconds, type Context } from './context.ts';
import type { SignIn } from './sign-in.ts';
import type { Signature } from './types.ts';

const MAX_TIMESTAMP = 0xffff_ffff;

/**
 * Signs a message: see `MpinClient.sign`.
 *
 * @param attempt - a sign-in with the scope `dvs-auth`
 */
export async function signMessage(
  context: Context, attempt: SignIn, pin: string, { message, timestamp = seconds(context) }: { message: Uint8Array; timestamp?: number },
): Promise<Signature> {
  assertPin(pin);
  if (!(message instanceof Uint8Array) || message.length === 0) {
    throw new MpinError('INVALID_ARGUMENT', 'message must be a Uint8Array of at least one byte');
  }
  if (!Number.isInteger(timestamp) || timestamp < 1 || timestamp > MAX_TIMESTAMP) {
    throw new MpinError('INVALID_TIMESTAMP', 'timestamp must be whole Unix seconds');
  }
  const { identity } = await attempt.signIn(pin);
  const { mpinId, publicKey, dtas, token } = identity;
  const { u, v } = sign({ mpinId, publicKey }, token, pin, message, timestamp, context.random);
  return { hash: encodeBytes(message), u, v, mpinId, publicKey, dtas, timestamp };
}
