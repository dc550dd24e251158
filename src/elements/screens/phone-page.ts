import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { phonePage } from '../../machine/states/phone-page.ts';
import type { PhoneSetup, PhoneSignIn, SignedIn } from '../../machine/index.ts';
import type { Sayings } from '../announcements.ts';
import { polite } from '../announcements.ts';
import type { TextsController } from '../controllers/texts.ts';
import type { MpinSignedInEvent, MpinSignedOutEvent } from '../events.ts';
import { MpinAccessNumber } from '../mpin-access-number.ts';
import { adopt } from '../parts/adopt.ts';
import { linkButton, softButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import { QrCode } from '../parts/qr-code.ts';
import type { PhoneView } from '../parts/view.ts';
import { phoneStyles } from '../styles/phone.ts';
import { qrStyles } from '../styles/qr.ts';
import type { LaterTexts } from '../texts/texts.ts';
import { LaterScreens } from './later-screens.ts';

/** The screens of a page that a phone signs in, in a module of their own: a phone does not show them. */
export function phonePageScreens(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, texts: TextsController): LaterScreens {
  const code = new QrCode(host);
  MpinAccessNumber.define();
  for (const styles of [phoneStyles, qrStyles]) adopt(host.renderRoot as ShadowRoot, styles);
  return new LaterScreens(texts, {
    handlers: phonePage,
    screens: { 'phone-sign-in': phoneSignIn, 'signed-in': phoneSignIn, 'phone-setup': (view: PhoneView<PhoneSetup>) => phoneSetup(view, code) },
    sayings,
  });
}

/**
 * The number, its code and its ring, in an element that renews them; once a phone has answered it says who is signed in, and hears when the
 * phone ends that. One template for both states, so that it stays what it is.
 */
function phoneSignIn({ state, texts, send, byPhone }: PhoneView<PhoneSignIn | SignedIn>): TemplateResult {
  const { context } = state;
  const onSignedIn = (event: MpinSignedInEvent): void => {
    // The PIN-pad says so itself.
    event.stopPropagation();
    byPhone?.onSignedIn(event.userId, event.token);
  };
  const onSignedOut = (event: MpinSignedOutEvent): void => {
    event.stopPropagation();
    send({ type: 'phone-signed-out', userId: event.userId });
  };
  return html`<div class="screen" part="screen">
    <h2 id="title" class="visually-hidden" tabindex="-1" data-focus>${texts.phoneWay}</h2>
    <mpin-access-number bare class="grow" lang=${texts.$code} theme=${byPhone?.theme ?? 'auto'} .texts=${texts} .client=${byPhone?.client} .signInNonce=${byPhone?.nonce ?? ''} .accessId=${byPhone?.accessId ?? ''}
      @mpin-signed-in=${onSignedIn} @mpin-signed-out=${onSignedOut}></mpin-access-number>
    ${state.name === 'signed-in' ? nothing : html`<div class="actions">
      ${context.project?.mobileUrl === undefined ? nothing : linkButton(texts.setupPhone, () => send({ type: 'setup-phone' }))}
      ${context.ways.includes('browser') ? linkButton(texts.signInHere, () => send({ type: 'choose-way', way: 'browser' })) : nothing}
    </div>`}
  </div>`;
}

/**
 * "Scan this QR Code or open this URL on your Smartphone".
 *
 * @csspart address - An address to open on another device.
 */
function phoneSetup({ state, texts, send }: PhoneView<PhoneSetup>, code: QrCode): TemplateResult {
  const { mobileUrl = '' } = state.context.project ?? {};
  return html`<div class="screen" part="screen">
    ${heading(texts.setupPhoneTitle)}
    <p part="text">${texts.setupPhoneHint}</p>
    ${code.render(mobileUrl, texts.setupPhoneQr)}
    <p class="address" part="address" dir="ltr">${mobileUrl}</p>
    <span class="fill"></span>
    <p part="text">${texts.setupPhoneNext}</p>
    ${softButton(texts.signInWithPhone, () => send({ type: 'choose-way', way: 'phone' }))}
  </div>`;
}

/** The number's element speaks for itself. */
const sayings: Sayings<LaterTexts> = {
  noteOf: () => undefined,
  titleOf: ({ name }, texts) => (name === 'phone-setup' ? polite(`${texts.setupPhoneTitle}. ${texts.setupPhoneHint}`) : undefined),
};
