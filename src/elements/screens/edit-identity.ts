import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { deviceNameLimit, mayAddDevice } from '../../machine/index.ts';
import type { ConfirmRemove, ConfirmReset, EditIdentity, FieldProblem, State } from '../../machine/index.ts';
import { linkButton, primaryButton, softButton, submitButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import { icon, mail } from '../parts/icons.ts';
import { bin, laptop } from '../parts/icons-set-up.ts';
import { message } from '../parts/message.ts';
import { richText } from '../parts/rich-text.ts';
import { textField } from '../parts/text-field.ts';
import type { SetUpView } from '../parts/view.ts';
import type { Texts } from '../texts/texts.ts';
import { newsOf } from './lists.ts';

/** One identity: whose it is, what its device is called, and what else can be done with it. */
export function editIdentity({ state, texts, send }: SetUpView<EditIdentity>): TemplateResult {
  const { identity, problem, busy, context } = state;
  const readable = identity.state !== 'damaged';
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = new FormData(event.target as HTMLFormElement).get('deviceName');
    if (!busy) send({ type: 'rename', deviceName: typeof name === 'string' ? name : '' });
  };
  return html`<div class="screen" part="screen">
    ${heading(texts.editTitle, { focus: problem === undefined })}
    <div class="option quiet still" part="identity-row"><span class="tile" part="tile">${icon(laptop)}</span>
      <span class="label"><bdi>${identity.userId}</bdi><small>${newsOf(identity, context.now, texts)}</small></span></div>
    ${readable ? html`<form class="stack" part="form" novalidate @submit=${onSubmit}>
      ${textField({
        name: 'deviceName', label: texts.deviceName, value: state.deviceName, error: problem && deviceText(problem, texts, context), autocomplete: 'off', inputmode: 'text',
        focus: problem !== undefined, readonly: busy,
      })}
      ${submitButton(texts.save, { busy })}
    </form>` : nothing}
    <span class="fill"></span>
    <div class="stack">
      ${softButton(texts.resetPin, () => send({ type: 'ask-reset' }), { off: busy })}
      ${mayAddDevice(context) && identity.state === 'active' ? linkButton(texts.addDevice, () => send({ type: 'add-device' }), { off: busy }) : nothing}
      ${linkButton(texts.removeIdentity, () => send({ type: 'ask-remove' }), { off: busy, danger: true })}
    </div>
  </div>`;
}

/** What is wrong with a device's name, in words. */
export const deviceText = (problem: FieldProblem, texts: Texts, context: State['context']): string =>
  ({ missing: texts.deviceMissing, invalid: texts.deviceInvalid, 'too-long': texts.tooLong(deviceNameLimit(context)) })[problem];

/** "Are you sure…?": the old PIN works until the new one is set. */
export const confirmReset = ({ state, texts, send }: SetUpView<ConfirmReset>): TemplateResult => message({
  picture: mail,
  look: 'plain',
  asks: true,
  title: state.from === 'enter-pin' ? texts.resetTitle : texts.resetPin,
  says: [texts.resetQuestion, richText(state.identity.state === 'active' ? texts.resetHint : texts.resetHintUnusable, { userId: state.identity.userId })],
  ways: html`<div class="stack">
    ${primaryButton(texts.resetYes, () => send({ type: 'confirm' }), { busy: state.busy })}
    ${softButton(texts.cancel, () => send({ type: 'back' }), { off: state.busy })}
  </div>`,
});

/** "Are you sure…?": the identity leaves this browser; or what was begun for one, which could never sign in. */
export const confirmRemove = ({ state, texts, send }: SetUpView<ConfirmRemove>): TemplateResult => message({
  picture: bin,
  look: 'bad',
  asks: true,
  title: texts.removeTitle,
  says: [texts.removeQuestion, richText(state.identity === undefined ? '{userId}' : texts.removeHint, { userId: state.userId })],
  ways: html`<div class="stack">
    ${primaryButton(texts.removeYes, () => send({ type: 'confirm' }), { busy: state.busy, danger: true })}
    ${softButton(texts.cancel, () => send({ type: 'back' }), { off: state.busy })}
  </div>`,
});
