import type { TemplateResult } from 'lit';
import { isEasyPin } from '../../client/easy-pin.ts';
import type { SecretEntry } from '../../client/secret-entry.ts';
import type { State, StateName, StateOf } from '../../machine/index.ts';
import { later } from '../../machine/states/later.ts';
import type { StateOfLater } from '../../machine/states/later.ts';
import { announcementOf, signInSayings } from '../announcements.ts';
import type { Announcement } from '../announcements.ts';
import { setUpSayings } from '../announcements-set-up.ts';
import { adopt } from '../parts/adopt.ts';
import { CodeField } from '../parts/code-field.ts';
import type { FieldHost } from '../parts/pin-field.ts';
import { ignoreSecondClicks } from '../parts/second-click.ts';
import type { SetUpView, View } from '../parts/view.ts';
import { setUpStyles } from '../styles/set-up.ts';
import type { TextsController } from '../controllers/texts.ts';
import { completed } from '../texts/english.ts';
import { fetchPart } from '../texts/load-parts.ts';
import type { Part, TextsAtHand } from '../texts/texts.ts';
import { addIdentity } from './add-identity.ts';
import { choosePin } from './choose-pin.ts';
import { confirmEmail } from './confirm.ts';
import { confirmSigning } from './confirm-signing.ts';
import { hasScreen, screenOf } from './index.ts';
import { confirmRemove, confirmReset, editIdentity } from './edit-identity.ts';
import { home, identities } from './lists.ts';
import { otp } from './otp.ts';
import { setUp } from './outcomes.ts';
import { starting } from './trouble.ts';
import { unconfirmed } from './unconfirmed.ts';

/** The parts of a language that a screen shows; what a returning person's screens say is there at once. */
const PARTS: Readonly<Partial<Record<StateName, readonly Part[]>>> = {
  home: ['set-up'], 'add-identity': ['set-up'], 'confirm-email': ['set-up'], 'not-active': ['set-up'], 'choose-pin': ['set-up'], registering: ['set-up'],
  'set-up': ['set-up'], otp: ['otp'], identities: ['identities'], 'edit-identity': ['identities', 'set-up'], 'confirm-remove': ['identities'],
  'confirm-reset': ['identities'], 'confirm-signing': ['identities'], locked: ['identities'], trouble: ['troubles', 'set-up'],
};

type Screens = { readonly [Name in StateOfLater | 'trouble']: (view: SetUpView<StateOf<Name>>) => TemplateResult };

/** The screens that a returning person does not see, in one module that is fetched when the first of them is shown. */
export class SetUpScreens {
  /** The behaviour of their states. */
  readonly handlers = later;
  readonly #screens: Screens;
  readonly #texts: TextsController;

  constructor(host: FieldHost, entry: SecretEntry, texts: TextsController) {
    entry.isEasy = isEasyPin;
    this.#texts = texts;
    const code = new CodeField(host, entry);
    adopt(host.renderRoot as ShadowRoot, setUpStyles);
    ignoreSecondClicks(host.renderRoot);
    const confirm: Screens['confirm-email'] & Screens['not-active'] = (view) => confirmEmail(view, code);
    this.#screens = {
      home, identities, 'add-identity': addIdentity, 'confirm-email': confirm, 'not-active': confirm, 'choose-pin': choosePin,
      registering: choosePin, 'set-up': setUp, otp, 'confirm-reset': confirmReset, 'confirm-signing': confirmSigning,
      'edit-identity': editIdentity, 'confirm-remove': confirmRemove, trouble: unconfirmed,
    };
  }

  /** Whether all that a state's screen says is there; what is not is fetched. */
  has(state: State): boolean {
    // Who has just typed a wrong PIN is told with what is there.
    return this.#texts.has((state.name === 'locked' && state.byWrongPin ? undefined : PARTS[state.name]) ?? [], fetchPart);
  }

  /** The screen of any state, with everything said that a language or the site has left out. */
  draw(view: View): TemplateResult {
    if (!this.has(view.state)) return starting(view.texts);
    const complete: SetUpView = { ...view, texts: completed(view.texts) };
    const screen = (this.#screens as Partial<Record<StateName, unknown>>)[view.state.name] as ((view: SetUpView) => TemplateResult) | undefined;
    return (screen ?? screenOf)(complete);
  }

  /** What is worth saying of a change to any state. */
  announcementOf(previous: State, state: State, texts: TextsAtHand, focusMoved: boolean): Announcement | undefined {
    const sayings = hasScreen(state) ? signInSayings : setUpSayings;
    return announcementOf(previous, state, completed(texts), focusMoved, sayings);
  }
}
