import { atOnce } from './states/at-once.ts';
import { later } from './states/later.ts';
import { phone } from './states/phone.ts';
import { phonePage } from './states/phone-page.ts';
import { transitionIn } from './transition.ts';

/**
 * The PIN-pad's whole behaviour (docs/machine.md): what follows from an event in a state, and what is to be done about it. Pure: no
 * clock, no I/O, no secret. An event that means nothing in a state changes nothing, which is also how late answers are ignored.
 */
export const transition = transitionIn({ ...atOnce, ...later, ...phonePage, ...phone });
