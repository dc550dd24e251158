import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Otp } from '../../machine/index.ts';
import { loadOtp } from '../load-otp.ts';
import { heading } from '../parts/frame.ts';
import { richText } from '../parts/rich-text.ts';
import type { SetUpView } from '../parts/view.ts';

/** The one-time password with its timer; its element has been on its way since the flow began. */
export function otp({ state, texts, send, oneTimePassword, forget }: SetUpView<Otp>): TemplateResult {
  loadOtp().catch(() => undefined);
  const own = state.context.flow === 'phone' ? { ...texts, otpRetry: texts.otpNew } : texts;
  return html`
    <div class="screen" part="screen">
      ${heading(texts.otpTitle, { middle: true })}
      <p class="middle" part="text">${richText(texts.otpHint, { userId: state.userId })}</p>
      <mpin-otp class="grow" lang=${texts.$code} .texts=${own} .password=${oneTimePassword?.password ?? ''} .expiresAt=${oneTimePassword?.expiresAt ?? 0}
        @mpin-retry=${() => send({ type: 'retry' })} @mpin-expired=${forget}></mpin-otp>
    </div>`;
}
