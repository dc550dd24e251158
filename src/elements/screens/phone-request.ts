import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { mayAddDevice } from '../../machine/index.ts';
import type { Approved, ConfirmRequest, EnterAccessNumber, IdentityOptions, RequestDeclined } from '../../machine/index.ts';
import { millisecondsLeft } from '../../machine/states/phone-request.ts';
import { linkButton, once, primaryButton, softButton, submitButton } from '../parts/buttons.ts';
import { option } from '../parts/option.ts';
import { asciiDigits } from '../parts/digits.ts';
import { heading } from '../parts/frame.ts';
import { alert, check, cross, down, icon } from '../parts/icons.ts';
import { add, key, pencil, phone } from '../parts/icons-set-up.ts';
import { message } from '../parts/message.ts';
import { countdown, richText } from '../parts/rich-text.ts';
import type { PhoneView } from '../parts/view.ts';

const chip = (userId: string, act: () => void): TemplateResult => html`<div class="lead" part="lead"><button type="button" class="chip" part="identity"
  @click=${once(act)}><bdi>${userId}</bdi>${icon(down, 18)}</button></div>`;

/** What may be done with an identity on a phone. */
export function identityOptions({ state, texts, send }: PhoneView<IdentityOptions>): TemplateResult {
  const { context, identity } = state;
  return html`<div class="screen" part="screen">
    ${chip(identity.userId, () => send({ type: 'show-identities' }))}
    ${heading(texts.optionsTitle)}
    <div class="stack">
      ${option(phone, texts.signInWith, () => send({ type: 'sign-in' }))}
      ${context.visit.makesPasswords === true ? option(key, texts.generateOtp, () => send({ type: 'make-password' })) : nothing}
      ${option(pencil, texts.editIdentity(identity.userId), () => send({ type: 'edit', identityId: identity.id }))}
      ${mayAddDevice(context) ? option(add, texts.addDevice, () => send({ type: 'add-device' })) : nothing}
    </div>
  </div>`;
}

/**
 * The number that another device shows: one field for all digits, which are no secret (WCAG 3.3.8, failure F109).
 *
 * @csspart access-number - The field for an access number; also `input`.
 */
export function enterAccessNumber({ state, texts, send }: PhoneView<EnterAccessNumber>): TemplateResult {
  const { accessNumber, problem, busy } = state;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('accessNumber') as HTMLInputElement;
    if (!busy) send({ type: 'submit-number', accessNumber: field.value });
  };
  const onInput = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    field.value = asciiDigits(field.value).slice(0, 7);
  };
  return html`<form class="screen" part="screen form" novalidate @submit=${onSubmit}>
    ${chip(state.identity.userId, () => send({ type: 'show-identities' }))}
    ${heading(texts.accessTitle, { focus: false })}
    <p part="text">${texts.accessHint}</p>
    <div class="field" part="field"><label for="accessNumber">${texts.accessLabel}</label>
      <input id="accessNumber" name="accessNumber" class="input code" part="input access-number" data-focus dir="ltr" inputmode="numeric" autocomplete="off" autocapitalize="off"
        spellcheck="false" translate="no" .value=${accessNumber} ?readonly=${busy} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? 'accessNumber-error' : nothing} @input=${onInput}>
      ${problem === undefined ? nothing : html`<p class="error" part="error" id="accessNumber-error">${numberText(problem, texts)}</p>`}</div>
    <span class="fill"></span>
    ${submitButton(texts.next, { busy })}
    ${linkButton(texts.scanQr, () => send({ type: 'scan' }), { off: busy })}
  </form>`;
}

/** What is wrong with a number, in words. */
export const numberText = (problem: NonNullable<EnterAccessNumber['problem']>, texts: PhoneView['texts']): string =>
  problem.kind === 'incomplete' ? texts.accessIncomplete : texts.accessInvalid(problem.triesLeft);

/**
 * Who asks, before any PIN is asked for. Everything that the other device says of itself is plain text.
 *
 * @csspart facts - What is known of the device that asks.
 * @csspart note - A line of news in a box.
 */
export function confirmRequest(view: PhoneView<ConfirmRequest>): TemplateResult {
  const { state, texts, send } = view;
  const { identity, request, busy } = state;
  const left = millisecondsLeft(state);
  return html`<div class="screen" part="screen">
    ${identity === undefined ? nothing : chip(identity.userId, () => send({ type: 'show-identities' }))}
    ${heading(texts.requestTitle)}
    ${request.hash === '' ? nothing : html`<p part="text">${texts.requestSigns}</p>`}
    <dl class="facts" part="facts">
      ${fact(texts.requestService, request.projectName)}
      ${fact(texts.requestOrigin, request.origin, 'ltr')}
      ${fact(texts.requestDevice, request.deviceName)}
      ${fact(texts.requestPlace, country(request.place, texts.$code))}
      ${fact(texts.requestFor, request.description)}
      ${fact(texts.validFor, left === undefined ? '' : countdown(Math.ceil(left / 1000)))}
    </dl>
    ${request.otherNetwork ? html`<p class="note bad" part="note">${icon(alert, 20)}<span>${texts.otherNetwork}</span></p>` : html`<p part="text">${texts.requestCheck}</p>`}
    ${identity === undefined ? html`<p part="text"><b>${texts.noIdentityHere}</b> ${texts.noIdentityHint}</p>` : nothing}
    <span class="fill"></span>
    <div class="stack">
      ${primaryButton(identity === undefined ? texts.setupMpin : texts.proceed, () => send({ type: 'confirm' }), { off: busy })}
      ${softButton(texts.notMe, () => send({ type: 'decline' }), { busy })}
    </div>
  </div>`;
}

const fact = (name: string, value: string, dir: 'auto' | 'ltr' = 'auto'): TemplateResult | typeof nothing =>
  value === '' ? nothing : html`<div><dt>${name}</dt><dd><bdi dir=${dir}>${value}</bdi></dd></div>`;

/** A country by its name; where the browser has none, by its code. */
const country = (code: string, language: string): string => (code === '' ? '' : new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code);

/** "This is not me". */
export const requestDeclined = ({ texts, send }: PhoneView<RequestDeclined>): TemplateResult => message({
  picture: cross, look: 'plain', title: texts.requestDeclined, says: [texts.requestDeclinedHint],
  ways: primaryButton(texts.done, () => send({ type: 'back' })),
});

/** "Success": the other device is signed in. */
export function approved({ state, texts, send }: PhoneView<Approved>): TemplateResult {
  const { userId, busy, note } = state;
  const over = note === 'signed-out';
  return message({
    picture: check,
    title: over ? texts.signedOutTitle : texts.approvedTitle,
    says: [richText(over ? texts.signedOutText : texts.approvedText, { userId }), ...(note === 'failed' ? [texts.signOutFailed] : [])],
    ways: html`
      ${over ? nothing : softButton(texts.signOut, () => send({ type: 'sign-out' }), { busy })}
      ${linkButton(texts.done, () => send({ type: 'back' }), { off: busy })}`,
  });
}
