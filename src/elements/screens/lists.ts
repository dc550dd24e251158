import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { IdentitySummary } from '../../client/types.ts';
import { mayAdd, offersPhone } from '../../machine/index.ts';
import type { Home, Identities } from '../../machine/index.ts';
import { linkButton, once } from '../parts/buttons.ts';
import { option } from '../parts/option.ts';
import { heading } from '../parts/frame.ts';
import { check, icon } from '../parts/icons.ts';
import type { Strokes } from '../parts/icons.ts';
import { add, bin, laptop, pencil, phone } from '../parts/icons-set-up.ts';
import { richText } from '../parts/rich-text.ts';
import type { SetUpView } from '../parts/view.ts';
import { ago } from '../parts/when.ts';
import type { Texts } from '../texts/texts.ts';

/** "Choose a sign in option". */
export const home = ({ state, texts, send }: SetUpView<Home>): TemplateResult => html`
  <div class="screen" part="screen">
    ${heading(texts.homeTitle)}
    <div class="stack">
      ${state.context.ways.map((way) => (way === 'browser'
        ? option(laptop, texts.browserWay, () => send({ type: 'choose-way', way }), texts.browserHint)
        : option(phone, texts.phoneWay, () => send({ type: 'choose-way', way }), texts.phoneHint)))}
    </div>
    <span class="fill"></span>
    ${state.context.project?.mobileUrl === undefined || !offersPhone(state.context) ? nothing : linkButton(texts.setupPhone, () => send({ type: 'setup-phone' }))}
  </div>`;

/**
 * The identities on this device, the current one marked.
 *
 * @csspart list - The identities on this device.
 * @csspart identity-row - One of them.
 * @csspart edit - The button that opens one of them.
 * @csspart remove - The button that removes the one that was never confirmed.
 */
export const identities = ({ state, texts, send }: SetUpView<Identities>): TemplateResult => {
  const { context, currentId, note } = state;
  const { identities: all, pending } = context;
  const empty = all.length === 0 && pending === undefined;
  return html`<div class="screen" part="screen">
    ${heading(texts.listTitle)}
    ${note === undefined ? nothing : html`<p class="note ok" part="note"><span>${richText(texts[note.kind], { userId: note.userId })}</span></p>`}
    ${empty ? html`<p part="text">${texts.noIdentities}</p>` : html`<ul part="list">
      ${all.map((one) => row(one, one.id === currentId && one.state === 'active', context.now, texts, send))}
      ${pending === undefined ? nothing : html`<li class="row">${chooser(pending.userId, texts.notActive, false, () => send({ type: 'select-pending' }))}
        ${rowButton('remove', bin, texts.removeIdentity, () => send({ type: 'ask-remove' }))}</li>`}
    </ul>`}
    ${mayAdd(context) || all.length === 0 ? option(add, texts.addNew, () => send({ type: 'add-identity' })) : nothing}
  </div>`;
};

const row = (one: IdentitySummary, current: boolean, now: number, texts: Texts, send: SetUpView['send']): TemplateResult => html`<li class="row ${current ? 'current' : ''}">
  ${chooser(one.userId, detail(one, now, texts), current, () => send({ type: 'select', identityId: one.id }))}
  ${rowButton('edit', pencil, texts.editIdentity(one.userId), () => send({ type: 'edit', identityId: one.id }))}</li>`;

const rowButton = (part: 'edit' | 'remove', picture: Strokes, label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="icon" part="icon-button ${part}" aria-label=${label} @click=${once(act)}>${icon(picture, 20)}</button>`;

const chooser = (userId: string, about: unknown, current: boolean, act: () => void): TemplateResult => html`<button type="button" class="option quiet" part="identity-row"
  aria-current=${current ? 'true' : nothing} @click=${once(act)}><span class="label"><bdi>${userId}</bdi><small>${about}</small></span>${current ? icon(check, 20) : nothing}</button>`;

/** What is worth knowing of an identity at a glance: its device, and when it was used or what has become of it. */
function detail({ state, deviceName, lastUsedAt }: IdentitySummary, now: number, texts: Texts): unknown {
  if (deviceName === '') return newsOf({ state, lastUsedAt }, now, texts);
  return html`<bdi>${deviceName}</bdi> · ${state === 'active' ? ago(lastUsedAt, now, texts.$code) : newsOf({ state, lastUsedAt }, now, texts)}`;
}

/** When an identity was used, or what has become of it. */
export const newsOf = ({ state, lastUsedAt }: Pick<IdentitySummary, 'state' | 'lastUsedAt'>, now: number, texts: Texts): string =>
  state === 'active' ? texts.lastUsed(ago(lastUsedAt, now, texts.$code)) : { revoked: texts.revoked, expired: texts.expired, damaged: texts.damaged }[state];
