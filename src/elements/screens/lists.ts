import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { IdentitySummary } from '../../client/types.ts';
import type { Home, Identities } from '../../machine/index.ts';
import { once } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import { check, icon } from '../parts/icons.ts';
import { add, laptop, next, phone } from '../parts/icons-set-up.ts';
import type { SetUpView } from '../parts/view.ts';
import type { Texts } from '../texts/texts.ts';

/** "Choose a sign in option". */
export const home = ({ state, texts, send }: SetUpView<Home>): TemplateResult => html`
  <div class="screen" part="screen">
    ${heading(texts.homeTitle)}
    <div class="stack">
      ${state.context.ways.map((way) => (way === 'browser'
        ? option(laptop, texts.browserWay, texts.browserHint, () => send({ type: 'choose-way', way }))
        : option(phone, texts.phoneWay, texts.phoneHint, () => send({ type: 'choose-way', way }))))}
    </div>
  </div>`;

const option = (picture: TemplateResult<2>, label: string, hint: string, act: () => void): TemplateResult => html`<button type="button" class="option" part="option" @click=${once(act)}>
  <span class="tile" part="tile">${icon(picture)}</span><span class="label">${label}${hint === '' ? nothing : html`<small>${hint}</small>`}</span>${icon(next, 18, true)}</button>`;

/** The identities on this device, the current one marked. */
export const identities = ({ state, texts, send }: SetUpView<Identities>): TemplateResult => {
  const { context, currentId } = state;
  return html`<div class="screen" part="screen">
    ${heading(texts.listTitle)}
    <ul part="list">
      ${context.identities.map((one) => row(one.userId, detail(one, texts), one.id === currentId, () => send({ type: 'select', identityId: one.id })))}
      ${context.pending === undefined ? nothing : row(context.pending.userId, texts.notActive, false, () => send({ type: 'select-pending' }))}
    </ul>
    ${option(add, texts.addNew, '', () => send({ type: 'add-identity' }))}
  </div>`;
};

const row = (userId: string, about: string, current: boolean, act: () => void): TemplateResult => html`<li><button type="button" class="option quiet ${current ? 'current' : ''}" part="identity-row"
  aria-current=${current ? 'true' : nothing} @click=${once(act)}><span class="label"><bdi>${userId}</bdi><small>${about}</small></span>${current ? icon(check, 20) : icon(next, 18, true)}</button></li>`;

function detail({ state, deviceName }: IdentitySummary, texts: Texts): string {
  if (state === 'active') return deviceName;
  return { revoked: texts.revoked, expired: texts.expired, damaged: texts.damaged }[state];
}
