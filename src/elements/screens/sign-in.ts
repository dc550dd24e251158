import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { offersPhone } from '../../machine/index.ts';
import type { Authenticating, EnterPin, Locked, SignedIn } from '../../machine/index.ts';
import { linkButton, once, primaryButton, softButton } from '../parts/buttons.ts';
import { check, cross, down, icon } from '../parts/icons.ts';
import { message } from '../parts/message.ts';
import { richText } from '../parts/rich-text.ts';
import type { SignInTexts } from '../texts/texts.ts';
import type { View } from '../parts/view.ts';
import { padScreen } from './pad.ts';

/**
 * "Sign in as: X", and the check of the PIN: one template, so that nothing jumps.
 *
 * @csspart identity - Who signs in.
 */
export function signIn(view: View<EnterPin | Authenticating>): TemplateResult {
  const { state, texts, send, purpose } = view;
  const busy = state.name === 'authenticating';
  const total = state.identity.pinLength;
  return padScreen(view, {
    lead: html`<button type="button" class="chip" part="identity" aria-label=${texts.signInAs(state.identity.userId)} aria-disabled=${busy ? 'true' : 'false'}
      @click=${once(() => send({ type: 'show-identities' }))}><bdi>${state.identity.userId}</bdi>${icon(down, 18)}</button>`,
    title: purpose === undefined ? texts.enterPin : texts.confirmWithPin,
    purpose,
    total,
    length: busy ? total : state.length,
    message: signInMessage(state, texts) || (view.autoSubmit && state.name === 'enter-pin' ? texts.byItself : ''),
    wrong: !busy && state.note?.kind === 'wrong',
    busy,
    action: purpose === undefined ? texts.login : texts.confirmNow,
    below: html`${linkButton(texts.forgot, () => send({ type: 'forgot-pin' }), { off: busy })}
      ${offersPhone(state.context) && state.context.errand === undefined ? linkButton(texts.withPhone, () => send({ type: 'choose-way', way: 'phone' }), { off: busy }) : nothing}`,
  });
}

/** The message line; also what is announced. The dots already show how many digits there are. */
export function signInMessage(state: EnterPin | Authenticating, texts: SignInTexts): string {
  if (state.name === 'authenticating') return texts.checking;
  if (state.note === undefined) return '';
  switch (state.note.kind) {
    case 'wrong': return texts.wrongPin(state.note.attemptsLeft);
    case 'incomplete': return texts.incomplete(state.identity.pinLength);
    case 'replaced': return texts.pinReplaced;
  }
}

/** A short confirmation; the page goes on. */
export const signedIn = ({ state, texts, send, withSignOut, purpose }: View<SignedIn>): TemplateResult => message({
  picture: check,
  title: purpose === undefined ? texts.signedInTitle : texts.confirmed,
  says: [purpose === undefined ? richText(texts.signedInAs, { userId: state.userId }) : purpose.reason],
  ways: withSignOut && purpose === undefined ? softButton(texts.signOut, () => send({ type: 'sign-out' })) : nothing,
});

/** Why, as far as it is known: somebody else may have revoked the identity. What is said of that comes with the list of identities. */
export const lockedText = ({ byWrongPin, context }: Locked, texts: SignInTexts): string =>
  byWrongPin ? texts.revokedText(context.project?.pinAttempts ?? 3) : texts.revokedElsewhere ?? '';

/** Revoked on this device: only a new registration helps. */
export const locked = ({ state, texts, send }: View<Locked>): TemplateResult => message({
  picture: cross,
  look: 'bad',
  title: texts.revokedTitle,
  says: [richText(lockedText(state, texts), { userId: state.identity.userId })],
  ways: html`
    ${primaryButton(texts.registerNew, () => send({ type: 'register-again' }))}
    ${linkButton(texts.backToList, () => send({ type: 'show-identities' }))}`,
});
