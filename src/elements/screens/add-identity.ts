import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asksDeviceName, mayAddDevice } from '../../machine/index.ts';
import type { AddIdentity } from '../../machine/index.ts';
import { defaultDeviceName } from '../../client/device-name.ts';
import { linkButton, submitButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import { textField } from '../parts/text-field.ts';
import { userIdField } from '../parts/user-id-field.ts';
import type { SetUpView } from '../parts/view.ts';
import { deviceText } from './edit-identity.ts';

/**
 * The form for an address and, where the project asks for it, the device's name.
 *
 * @csspart form - A screen, or a part of one, with fields to send.
 */
export function addIdentity({ state, texts, send }: SetUpView<AddIdentity>): TemplateResult {
  const { context, problems, busy } = state;
  // A name that was deleted is asked for; one that was never given is proposed.
  const deviceName = state.deviceName === '' && problems.deviceName === undefined ? defaultDeviceName(navigator, texts.deviceOn, context.project?.limits.deviceNameLength) : state.deviceName;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    send({ type: 'submit-identity', userId: text(fields, 'userId'), deviceName: text(fields, 'deviceName', deviceName) });
  };
  return html`<form class="screen" part="screen form" novalidate @submit=${onSubmit}>
    ${heading(texts.addTitle, { focus: false })}
    ${userIdField(context, texts, { value: state.userId, problem: problems.userId, focus: problems.userId !== undefined || problems.deviceName === undefined, readonly: busy })}
    ${asksDeviceName(context) ? textField({
      name: 'deviceName', label: texts.deviceName, value: deviceName, error: problems.deviceName && deviceText(problems.deviceName, texts, context),
      autocomplete: 'off', inputmode: 'text', focus: problems.userId === undefined && problems.deviceName !== undefined, readonly: busy,
    }) : nothing}
    <span class="fill"></span>
    ${submitButton(texts.setupMpin, { busy })}
    ${mayAddDevice(context) ? linkButton(texts.haveQuickCode, () => send({ type: 'have-quick-code' }), { off: busy }) : nothing}
  </form>`;
}

const text = (fields: FormData, name: string, otherwise = ''): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : otherwise;
};
