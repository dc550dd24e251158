import { offline } from '../client/later.ts';
import type { MpinScanner } from './scanner.ts';

/**
 * Fetches and registers `<mpin-scanner>`; what reads the codes is fetched when it is shown.
 *
 * @throws MpinError OFFLINE
 */
export async function loadScanner(): Promise<typeof MpinScanner> {
  const { MpinScanner: element } = await import('./scanner.ts').catch(offline);
  return element.define();
}
