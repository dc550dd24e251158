import type { MpinOtp } from './mpin-otp.ts';

/**
 * Fetches and registers `<mpin-otp>`. The PIN-pad does so where it is to make one-time passwords, and the script where a page that it loads on
 * holds the element; a page that adds one later calls this.
 */
export async function loadOtp(): Promise<typeof MpinOtp> {
  return (await import('./mpin-otp.ts')).MpinOtp.define();
}
