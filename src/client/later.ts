import { MpinError } from '../errors.ts';
import type * as SetUp from './set-up.ts';

/**
 * Fetches what a returning person does not need. It begins as soon as it is known that nobody is set up here.
 *
 * @throws MpinError OFFLINE
 */
export function loadSetUp(): Promise<typeof SetUp> {
  return import('./set-up.ts').catch((cause: unknown) => {
    throw new MpinError('OFFLINE', 'A part of mpin-pinpad cannot be fetched; all files of its build have to lie beside each other', { cause });
  });
}
