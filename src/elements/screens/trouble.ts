import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { canLeaveTrouble, recovery, retryIn, troubleKind } from '../../machine/index.ts';
import type { Trouble, TroubleKind } from '../../machine/index.ts';
import { linkButton, primaryButton } from '../parts/buttons.ts';
import { alert, clock, cloud, mail } from '../parts/icons.ts';
import type { Strokes } from '../parts/icons.ts';
import { message } from '../parts/message.ts';
import { countdown, richText } from '../parts/rich-text.ts';
import { supportCode } from '../parts/support-code.ts';
import type { View } from '../parts/view.ts';
import type { SignInTexts } from '../texts/texts.ts';

const pictures: Partial<Record<TroubleKind, Strokes>> = {
  offline: cloud, 'rate-limited': clock, expired: mail, cancelled: mail, 'session-expired': clock,
};

/**
 * One pattern for every trouble: what happened, what to do, a code for support, the way on.
 *
 * @param other - another way on, below it
 * @csspart support - The code for support.
 */
export function trouble({ state, texts, send }: View<Trouble>, other?: TemplateResult): TemplateResult {
  const kind = troubleKind(state.problem.code);
  const [title, help] = texts.troubles[kind] ?? texts.troubles.unexpected;
  const seconds = retryIn(state);
  return message({
    picture: pictures[kind] ?? alert,
    look: 'bad',
    title,
    says: [state.problem.reason ?? richText(help, { service: state.context.project?.name ?? '' }), html`<small part="support">${texts.support(supportCode(state.problem))}</small>`],
    ways: html`
      ${primaryButton(seconds > 0 ? html`<span class="time">${texts.tryAgainIn(countdown(seconds))}</span>` : wayOn(state, texts), () => send({ type: 'retry' }), { off: seconds > 0 })}
      ${other}
      ${canLeaveTrouble(state) ? linkButton(texts.backToList, () => send({ type: 'show-identities' })) : nothing}`,
  });
}

function wayOn(state: Trouble, texts: SignInTexts): string {
  switch (recovery(state)) {
    case 'send-again': return texts.sendNew;
    case 'register-again': return texts.registerAgain;
    case 'add-identity': return texts.setUpAgain;
    case 'retry':
    case 'wait': return texts.tryAgain;
  }
}

/** The frame at its final size; shapes where text will be. */
export const starting = (texts: SignInTexts): TemplateResult => html`
  <div class="screen" part="screen" aria-busy="true">
    <h2 id="title" class="visually-hidden" tabindex="-1">${texts.starting}</h2>
    <span class="skeleton line"></span>
    <span class="fill"></span>
    <span class="skeleton block"></span>
  </div>`;
