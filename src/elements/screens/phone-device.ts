import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AddDevice, QuickCode } from '../../machine/index.ts';
import { secondsLeft } from '../../machine/states/phone-device.ts';
import { primaryButton, submitButton } from '../parts/buttons.ts';
import type { CodeField } from '../parts/code-field.ts';
import { heading } from '../parts/frame.ts';
import { clock } from '../parts/icons.ts';
import { message } from '../parts/message.ts';
import type { QrCode } from '../parts/qr-code.ts';
import { countdown } from '../parts/rich-text.ts';
import { userIdField } from '../parts/user-id-field.ts';
import type { PhoneView } from '../parts/view.ts';

/**
 * The code that sets one more device up, and where to type it. The address may be scanned; the code is in no address.
 *
 * @csspart quick-code - The digits that set one more device up.
 */
export function addDevice({ state, texts, send, quickCode }: PhoneView<AddDevice>, code: QrCode): TemplateResult {
  const seconds = secondsLeft(state);
  if (seconds === 0 || quickCode === undefined) return message({ picture: clock, look: 'plain', title: texts.quickCodeExpired, says: [], ways: primaryButton(texts.newQuickCode, () => send({ type: 'retry' })) });
  const address = state.context.project?.mobileUrl;
  const digits = quickCode.code;
  return html`<div class="screen" part="screen">
    ${heading(texts.addDeviceTitle)}
    <p part="text">${texts.addDeviceHint}</p>
    ${address === undefined ? nothing : html`${code.render(address, texts.setupPhoneQr)}<p class="address" part="address" dir="ltr">${address}</p>`}
    <p class="match" part="quick-code" dir="ltr"><span class="visually-hidden">${texts.quickCode([...digits].join(' '))}</span><span aria-hidden="true">${digits.slice(0, 3)} ${digits.slice(3)}</span></p>
    <p class="middle time" part="text" role="timer">${texts.validFor} ${countdown(seconds)}</p>
    <span class="fill"></span>
    ${primaryButton(texts.done, () => send({ type: 'back' }))}
  </div>`;
}

/** The code that another device shows, and whose it is. */
export function enterQuickCode({ state, texts, send }: PhoneView<QuickCode>, code: CodeField): TemplateResult {
  const { context, problems, busy, note } = state;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const userId = new FormData(event.target as HTMLFormElement).get('userId');
    send({ type: 'submit-quick-code', userId: typeof userId === 'string' ? userId : '' });
  };
  return html`<form class="screen" part="screen form" novalidate @submit=${onSubmit}>
    ${heading(texts.quickCodeTitle, { focus: false })}
    <p part="text">${texts.quickCodeEntry}</p>
    ${userIdField(context, texts, { value: state.userId, problem: problems.userId, focus: problems.userId !== undefined || note === undefined, readonly: busy })}
    ${code.render({ ...texts, codeLabel: texts.quickCodeLabel }, note !== undefined, busy)}
    <p class="error" part="error" id="note">${quickCodeText(state, texts)}</p>
    <span class="fill"></span>
    ${submitButton(texts.setupMpin, { busy })}
  </form>`;
}

/** What is wrong with a code, in words. */
export const quickCodeText = ({ note, triesLeft }: QuickCode, texts: PhoneView['texts']): string =>
  note === undefined ? '' : note === 'code-incomplete' ? texts.quickCodeIncomplete : texts.quickCodeWrong(triesLeft);
