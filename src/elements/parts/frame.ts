import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { canGoBack } from '../../machine/index.ts';
import type { State } from '../../machine/index.ts';
import { once } from './buttons.ts';
import { back, cross, icon, lock, menu } from './icons.ts';
import type { View } from './view.ts';

/**
 * The card around every screen: whose it is, the way back or to the identities, the content, and the site's own words.
 *
 * @csspart frame - The card.
 * @csspart header - The card's first line.
 * @csspart mark - The lock, where the site gives no logo.
 * @csspart service - The project's name.
 * @csspart icon-button - A button of the first line.
 * @csspart menu - The button that leads to the identities.
 * @csspart back - The button that leads back.
 * @csspart close - The button that gives up a dialog or a confirmation.
 * @csspart content - What changes from screen to screen.
 */
export const frame = (view: View, content: TemplateResult, onKeydown: (event: KeyboardEvent) => void): TemplateResult => {
  const { state, texts } = view;
  return html`<div class="frame" part="frame" role="group" aria-labelledby="title" lang=${texts.$code} dir=${texts.$dir} @keydown=${onKeydown}>
    <div class="top" part="header">
      <slot name="logo"><span class="mark" part="mark">${icon(lock, 18)}</span></slot>
      <span class="service" part="service"><bdi>${state.context.project?.name ?? nothing}</bdi></span>
      ${corner(view)}
      ${view.close === undefined ? nothing : iconButton('close', icon(cross), texts.close, view.close)}
    </div>
    <slot name="header"></slot>
    <div class="content" part="content">${content}</div>
    <slot name="help" ?hidden=${!isStuck(state)}></slot>
    <slot name="footer"></slot>
  </div>`;
};

function corner({ state, texts, send }: View): TemplateResult | typeof nothing {
  if (state.name === 'enter-pin') return iconButton('menu', icon(menu), texts.menu, () => send({ type: 'show-identities' }));
  return canGoBack(state) ? iconButton('back', icon(back, 22, true), texts.back, () => send({ type: 'back' })) : nothing;
}

/** Whether somebody may need the site's help to go on. */
const isStuck = ({ name }: State): boolean => name === 'trouble' || name === 'locked';

const iconButton = (part: 'menu' | 'back' | 'close', picture: TemplateResult, label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="icon" part="icon-button ${part}" aria-label=${label} @click=${once(act)}>${picture}</button>`;

/**
 * A screen's heading: what the frame is named by, and where focus goes when the screen has no field.
 *
 * @csspart title - The heading.
 */
export const heading = (text: string, { middle = false, focus = true } = {}): TemplateResult =>
  html`<h2 id="title" class=${middle ? 'middle' : ''} part="title" tabindex="-1" ?data-focus=${focus}>${text}</h2>`;
