import type { Handlers } from '../transition.ts';
import { starting } from './begin.ts';
import { authenticating, enterPin, locked, signedIn } from './sign-in.ts';
import { trouble } from './trouble.ts';

/** The states of a returning person, whose behaviour and screens are there at once. */
export type StateAtOnce = 'starting' | 'enter-pin' | 'authenticating' | 'signed-in' | 'locked' | 'trouble';

/** What they make of events. */
export const atOnce: Handlers<StateAtOnce> = { starting, 'enter-pin': enterPin, authenticating, 'signed-in': signedIn, locked, trouble };
