import type { StateName } from '../state.ts';
import type { Handlers } from '../transition.ts';
import { addIdentity } from './add-identity.ts';
import type { StateAtOnce } from './at-once.ts';
import { choosePin, registering, setUp } from './choose-pin.ts';
import { confirming } from './confirm.ts';
import { confirmRemove, confirmReset, editIdentity } from './edit-identity.ts';
import { home } from './home.ts';
import { identities } from './identities.ts';
import { otp } from './otp.ts';
import type { StateOfPhone } from './phone.ts';
import type { StateOfPhonePage } from './phone-page.ts';
import { confirmSigning } from './sign-document.ts';
import { unconfirmed } from './unconfirmed.ts';

/** All other states, which a page fetches with their screens. */
export type StateOfLater = Exclude<StateName, StateAtOnce | StateOfPhone | StateOfPhonePage>;

/** What they make of events, and troubles of those that only they lead to. */
export const later: Handlers<StateOfLater | 'trouble'> = {
  home, 'add-identity': addIdentity, 'confirm-email': confirming, 'not-active': confirming, 'choose-pin': choosePin, registering, 'set-up': setUp, otp,
  'confirm-reset': confirmReset, 'confirm-signing': confirmSigning, identities, 'edit-identity': editIdentity, 'confirm-remove': confirmRemove,
  trouble: unconfirmed,
};
