import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { canListIdentities, codeLength, resendIn } from '../../machine/index.ts';
import type { ConfirmEmail, NotActive } from '../../machine/index.ts';
import { linkButton, primaryButton, submitButton } from '../parts/buttons.ts';
import type { CodeField } from '../parts/code-field.ts';
import { heading } from '../parts/frame.ts';
import { countdown, richText } from '../parts/rich-text.ts';
import type { SetUpView } from '../parts/view.ts';
import type { Texts } from '../texts/texts.ts';

type ConfirmView = SetUpView<ConfirmEmail | NotActive>;

/**
 * "Check your email": by its link, or by its code.
 *
 * @csspart match-number - The number to recognise when confirming elsewhere.
 * @csspart note - A line that says what was done, or what is waited for.
 */
export const confirmEmail = (view: ConfirmView, code: CodeField): TemplateResult => (view.state.pending.method === 'code' ? byCode(view, code) : byLink(view));

const byLink = (view: ConfirmView): TemplateResult => {
  const { state: { pending, busy }, texts, send } = view;
  const number = pending.matchNumber;
  const hint = number === undefined ? (pending.handedOver ? texts.openAnywhere : texts.openHere) : texts.openAndChoose;
  return html`<div class="screen" part="screen">
    ${heading(texts.confirmTitle)}
    <p part="text">${richText(texts.mailSent, { userId: pending.userId })} ${hint}</p>
    ${number === undefined ? nothing : html`<div class="match" part="match-number" dir="ltr" role="img" aria-label=${texts.matchNumber(number)} translate="no">${number}</div>`}
    ${note(view)}
    <span class="fill"></span>
    ${primaryButton(texts.iConfirmed, () => send({ type: 'check' }), { busy: busy === 'check' })}
    ${others(view)}
  </div>`;
};

const byCode = (view: ConfirmView, code: CodeField): TemplateResult => {
  const { state, texts, send } = view;
  const { pending, busy } = state;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    send({ type: 'submit' });
  };
  return html`<form class="screen" part="screen form" novalidate @submit=${onSubmit}>
    ${heading(texts.confirmTitle, { focus: false })}
    <p part="text">${richText(texts.mailSent, { userId: pending.userId })} ${texts.typeCode(codeLength(state.context))}</p>
    ${code.render(texts, state.note === 'code-wrong', busy === 'code')}
    ${state.note === 'waiting' ? html`<span id="note"></span>` : note(view)}
    <span class="fill"></span>
    ${submitButton(texts.confirmCode, { busy: busy === 'code' })}
    ${others(view)}
  </form>`;
};

/** Sending again, another address, the list. */
function others({ state, texts, send }: ConfirmView): TemplateResult {
  const seconds = resendIn(state);
  const label = seconds > 0 ? html`<span class="time">${texts.resendIn(countdown(seconds))}</span>` : texts.resend;
  return html`<div class="stack tight">
    ${linkButton(label, () => send({ type: 'resend' }), { busy: state.busy === 'resend', off: seconds > 0 })}
    ${linkButton(texts.changeAddress, () => send({ type: 'change-address' }))}
    ${canListIdentities(state) ? linkButton(texts.toIdentities, () => send({ type: 'show-identities' })) : nothing}
  </div>`;
}

const note = ({ state, texts }: ConfirmView): TemplateResult => {
  const look = state.note === 'code-wrong' ? 'bad' : state.note === 'sent-again' ? 'ok' : '';
  const waiting = state.note === 'waiting' || state.note === 'offline';
  return html`<div class="note ${look}" part="note" id="note">${waiting ? html`<span class="spinner"></span>` : nothing}<span>${confirmMessage(state, texts)}</span></div>`;
};

/** What the note says; also what is announced. */
export function confirmMessage(state: ConfirmEmail | NotActive, texts: Texts): string {
  switch (state.note) {
    case 'waiting': return texts.waiting;
    case 'not-yet': return texts.notYet;
    case 'sent-again': return texts.sentAgain;
    case 'offline': return texts.waitOffline;
    case 'code-wrong': return texts.codeWrong(state.triesLeft);
    case 'code-incomplete': return texts.incomplete(codeLength(state.context));
  }
}
