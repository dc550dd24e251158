import type { PersonEvent, State } from '../../machine/index.ts';
import type { SignInTexts, Texts } from '../texts/texts.ts';
import type { KeypadController } from './keypad.ts';
import type { PinField } from './pin-field.ts';

/** What a screen is drawn from. It decides nothing: it shows a state and sends what people do. */
export interface View<S extends State = State, T extends SignInTexts = SignInTexts> {
  readonly state: S;
  readonly texts: T;
  readonly send: (event: PersonEvent) => void;
  readonly keypad: KeypadController;
  readonly pin: PinField;
  /** Whether the page wants "Sign out" to be offered here. */
  readonly withSignOut: boolean;
}

/** A view of a screen that is fetched when it is needed, with all texts. */
export type SetUpView<S extends State = State> = View<S, Texts>;
