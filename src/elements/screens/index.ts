import type { TemplateResult } from 'lit';
import type { State, StateName, StateOf } from '../../machine/index.ts';
import type { View } from '../parts/view.ts';
import { addIdentity } from './add-identity.ts';
import { choosePin } from './choose-pin.ts';
import { confirmEmail } from './confirm.ts';
import { home, identities } from './lists.ts';
import { confirmReset, locked, setUp, signedIn, signIn } from './sign-in.ts';
import { starting, trouble } from './trouble.ts';

type Screens = { readonly [Name in StateName]: (view: View<StateOf<Name>>) => TemplateResult };

const screens: Screens = {
  starting, home, 'add-identity': addIdentity, 'confirm-email': confirmEmail, 'not-active': confirmEmail, 'choose-pin': choosePin,
  registering: choosePin, 'set-up': setUp, 'enter-pin': signIn, authenticating: signIn, 'signed-in': signedIn, locked,
  'confirm-reset': confirmReset, identities, trouble,
};

/** The screen of a state. */
export const screenOf = (view: View): TemplateResult => (screens[view.state.name] as (view: View<State>) => TemplateResult)(view);
