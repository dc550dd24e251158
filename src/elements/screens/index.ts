import type { TemplateResult } from 'lit';
import type { State, StateOf } from '../../machine/index.ts';
import type { StateAtOnce } from '../../machine/states/at-once.ts';
import type { View } from '../parts/view.ts';
import { locked, signedIn, signIn } from './sign-in.ts';
import { starting, trouble } from './trouble.ts';

type Screens = { readonly [Name in StateAtOnce]: (view: View<StateOf<Name>>) => TemplateResult };

const screens: Screens = { starting: ({ texts }) => starting(texts), 'enter-pin': signIn, authenticating: signIn, 'signed-in': signedIn, locked, trouble };

/** Whether a state is one of those. */
export const hasScreen = (state: State): boolean => Object.hasOwn(screens, state.name);

/** The screen of one of those states. */
export const screenOf = (view: View): TemplateResult => (screens[view.state.name as StateAtOnce] as (view: View) => TemplateResult)(view);
