import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Authenticating, ConfirmReset, EnterPin, Locked, SetUp, SignedIn } from '../../machine/index.ts';
import { linkButton, once, primaryButton, softButton } from '../parts/buttons.ts';
import { icon } from '../parts/icons.ts';
import { heading } from '../parts/frame.ts';
import { richText } from '../parts/rich-text.ts';
import type { Texts } from '../texts/texts.ts';
import type { View } from '../parts/view.ts';
import { padScreen } from './pad.ts';

/** "Sign in as: X", and the check of the PIN: one template, so that nothing jumps. */
export function signIn(view: View<EnterPin | Authenticating>): TemplateResult {
  const { state, texts, send } = view;
  const busy = state.name === 'authenticating';
  const total = state.identity.pinLength;
  return padScreen(view, {
    lead: html`<button type="button" class="chip" part="identity" aria-label=${texts.signInAs(state.identity.userId)} aria-disabled=${busy ? 'true' : 'false'}
      @click=${once(() => send({ type: 'show-identities' }))}><bdi>${state.identity.userId}</bdi>${icon('down', 18)}</button>`,
    leadFirst: true,
    title: texts.enterPin,
    total,
    length: busy ? total : state.length,
    message: signInMessage(state, texts),
    wrong: !busy && state.note?.kind === 'wrong',
    busy,
    action: texts.login,
    below: linkButton(texts.forgot, () => send({ type: 'forgot-pin' }), { off: busy }),
  });
}

/** The message line; also what is announced. The dots already show how many digits there are. */
export function signInMessage(state: EnterPin | Authenticating, texts: Texts): string {
  if (state.name === 'authenticating') return texts.checking;
  if (state.note === undefined) return '';
  return state.note.kind === 'wrong' ? texts.wrongPin(state.note.attemptsLeft) : texts.incomplete(state.identity.pinLength);
}

/** "Congratulations!" */
export const setUp = ({ state, texts, send }: View<SetUp>): TemplateResult => html`
  <div class="screen" part="screen">
    <span class="fill"></span>
    <span class="badge" part="badge">${icon('check', 34)}</span>
    ${heading(texts.congratulations, { middle: true })}
    <p class="middle" part="text">${richText(texts.canSignIn, { userId: state.identity.userId })}</p>
    <span class="fill"></span>
    ${primaryButton(texts.signInNow, () => send({ type: 'sign-in' }))}
  </div>`;

/** A short confirmation; the page goes on. */
export const signedIn = ({ state, texts, send, withSignOut }: View<SignedIn>): TemplateResult => html`
  <div class="screen" part="screen">
    <span class="fill"></span>
    <span class="badge" part="badge">${icon('check', 34)}</span>
    ${heading(texts.signedInTitle, { middle: true })}
    <p class="middle" part="text">${richText(texts.signedInAs, { userId: state.userId })}</p>
    <span class="fill"></span>
    ${withSignOut ? softButton(texts.signOut, () => send({ type: 'sign-out' })) : nothing}
  </div>`;

/** Revoked on this device: only a new registration helps. */
export const locked = ({ state, texts, send }: View<Locked>): TemplateResult => html`
  <div class="screen" part="screen">
    <span class="fill"></span>
    <span class="badge bad" part="badge">${icon('cross', 32)}</span>
    ${heading(texts.revokedTitle, { middle: true })}
    <p class="middle" part="text">${richText(texts.revokedText(state.context.project?.pinAttempts ?? 3), { userId: state.identity.userId })}</p>
    <span class="fill"></span>
    ${primaryButton(texts.registerNew, () => send({ type: 'register-again' }))}
    ${linkButton(texts.backToList, () => send({ type: 'show-identities' }))}
  </div>`;

/** "Are you sure…?": the old PIN works until the new one is set. */
export const confirmReset = ({ state, texts, send }: View<ConfirmReset>): TemplateResult => html`
  <div class="screen" part="screen">
    <span class="fill"></span>
    <span class="badge plain" part="badge">${icon('mail', 30)}</span>
    ${heading(texts.resetTitle, { middle: true })}
    <p class="middle" part="text">${texts.resetQuestion}</p>
    <p class="middle" part="text">${richText(texts.resetHint, { userId: state.identity.userId })}</p>
    <span class="fill"></span>
    <div class="stack">
      ${primaryButton(texts.resetYes, () => send({ type: 'confirm' }), { busy: state.busy })}
      ${softButton(texts.cancel, () => send({ type: 'back' }))}
    </div>
  </div>`;
