import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { primaryButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import type { View } from '../parts/view.ts';

/** What distinguishes one keypad screen from another. */
export interface PadOptions {
  /** Whose PIN it is: the line above the heading. */
  readonly lead: unknown;
  readonly title: string;
  readonly total: number;
  readonly length: number;
  readonly message: string;
  readonly wrong: boolean;
  readonly busy: boolean;
  /** The button's label. */
  readonly action: string;
  /** What stands below the button. */
  readonly below: unknown;
}

/**
 * One layout for every screen with a keypad: lead, heading, dots, message line, keys, button, and one line below. Nothing moves between
 * them, nor when the message comes and goes.
 */
export const padScreen = ({ texts, keypad, pin, send }: View, options: PadOptions): TemplateResult =>
  html`<div class="screen pad ${options.wrong ? 'wrong' : ''} ${options.busy ? 'busy' : ''}" part="screen">
    <div class="lead" part="lead">${options.lead}</div>
    ${heading(options.title, { middle: true, focus: false })}
    <div class="pin" part="pin-area">
      ${pin.render(texts, options.total, options.length, options.wrong)}
      <p class="message" part="message" id="message">${options.message}</p>
    </div>
    ${keypad.render(texts, options.busy)}
    ${primaryButton(options.action, () => send({ type: 'submit' }), { busy: options.busy })}
    <div class="lead" part="below">${options.below}</div>
  </div>`;
