import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConfirmSigning } from '../../machine/index.ts';
import { linkButton, primaryButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import { purposeLine } from '../parts/purpose.ts';
import type { SetUpView } from '../parts/view.ts';

/**
 * What is about to be signed, before the PIN is asked for: the text itself where the page gave one, and in any case the fingerprint that
 * the signature covers.
 *
 * @csspart document - The text that is signed.
 * @csspart fingerprint - The fingerprint that the signature covers.
 */
export function confirmSigning({ state, texts, send, purpose, close }: SetUpView<ConfirmSigning>): TemplateResult {
  const { text, fingerprint = '' } = purpose?.document ?? {};
  return html`<div class="screen" part="screen">
    <div class="lead" part="lead"><span class="chip still" part="identity"><bdi>${state.identity.userId}</bdi></span></div>
    ${heading(texts.signTitle, { middle: true })}
    ${purpose === undefined ? nothing : purposeLine(purpose)}
    ${text === undefined ? nothing : html`<div class="document" part="document" tabindex="0" role="region" aria-labelledby="title" dir="auto">${text}</div>`}
    <p part="fingerprint"><small>${texts.fingerprint} <bdi class="fingerprint" dir="ltr">${fingerprint.match(/.{1,8}/gu)?.join(' ')}</bdi></small></p>
    <span class="fill"></span>
    <p part="text">${texts.signHint}</p>
    ${primaryButton(texts.signNext, () => send({ type: 'confirm' }))}
    ${close === undefined ? nothing : linkButton(texts.cancel, close)}
  </div>`;
}
