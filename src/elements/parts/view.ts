import type { PersonEvent, State } from '../../machine/index.ts';
import type { Texts } from '../texts/texts.ts';
import type { CodeField } from './code-field.ts';
import type { KeypadController } from './keypad.ts';
import type { PinField } from './pin-field.ts';

/** What a screen is drawn from. It decides nothing: it shows a state and sends what people do. */
export interface View<S extends State = State> {
  readonly state: S;
  readonly texts: Texts;
  readonly send: (event: PersonEvent) => void;
  readonly keypad: KeypadController;
  readonly pin: PinField;
  readonly code: CodeField;
  /** Whether the page wants "Sign out" to be offered here. */
  readonly withSignOut: boolean;
}
