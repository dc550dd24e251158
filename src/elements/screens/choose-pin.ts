import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { newPinLength } from '../../machine/index.ts';
import type { ChoosePin, Registering } from '../../machine/index.ts';
import type { SetUpView } from '../parts/view.ts';
import type { Texts } from '../texts/texts.ts';
import { padScreen } from './pad.ts';

/** "Setup your PIN", once more, and the making of the identity: one template, so that nothing jumps. */
export function choosePin(view: SetUpView<ChoosePin | Registering>): TemplateResult {
  const { state, texts } = view;
  const total = newPinLength(state.context);
  const busy = state.name === 'registering';
  const again = busy || state.step === 'again';
  const note = busy ? undefined : state.note;
  return padScreen(view, {
    lead: html`<span class="chip still" part="identity"><bdi>${state.pending.userId}</bdi></span>`,
    title: again ? texts.againTitle : texts.chooseTitle,
    total,
    length: busy ? total : state.length,
    message: chooseMessage(state, texts),
    wrong: note === 'easy' || note === 'easy-refused' || note === 'different',
    busy,
    action: texts.setup,
    below: html`<p part="text" id="advice">${again ? texts.againHint : texts.advice}</p>`,
  });
}

/** The message line; also what is announced. */
export function chooseMessage(state: ChoosePin | Registering, texts: Texts): string {
  const total = newPinLength(state.context);
  if (state.name === 'registering') return texts.settingUp;
  switch (state.note) {
    case 'easy': return texts.easyPin;
    case 'easy-refused': return texts.easyPinRefused;
    case 'different': return texts.differentPin;
    case 'incomplete': return texts.incomplete(total);
    case undefined: return state.length === 0 ? '' : texts.entered(state.length, total);
  }
}
