import { offline } from '../client/later.ts';
import type { MpinAccessNumber } from './mpin-access-number.ts';

/**
 * Fetches and registers `<mpin-access-number>`, which the script does by itself for one that is on the page when it runs.
 *
 * @throws MpinError OFFLINE
 */
export async function loadAccessNumber(): Promise<typeof MpinAccessNumber> {
  const { MpinAccessNumber: element } = await import('./mpin-access-number.ts').catch(offline);
  return element.define();
}
