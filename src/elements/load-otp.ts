import { offline } from '../client/later.ts';
import type { MpinOtp } from './mpin-otp.ts';

/**
 * Fetches and registers `<mpin-otp>`. The PIN-pad does so where it is to make one-time passwords, and the script where a page that it loads on
 * holds the element; a page that adds one later calls this.
 *
 * @throws MpinError OFFLINE
 */
export async function loadOtp(): Promise<typeof MpinOtp> {
  const { MpinOtp: element } = await import('./mpin-otp.ts').catch(offline);
  return element.define();
}
