import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { primaryButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import { purposeLine } from '../parts/purpose.ts';
import type { Purpose, View } from '../parts/view.ts';

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
  /** What the PIN confirms. */
  readonly purpose?: Purpose | undefined;
}

/**
 * One layout for every screen with a keypad: lead, heading, dots, message line, keys, button, and one line below. Nothing moves between
 * them, nor when the message comes and goes.
 *
 * @csspart screen - One screen.
 * @csspart lead - The line above the heading of a keypad's screen.
 * @csspart pin-area - Dots and message.
 * @csspart message - The message line below the dots.
 * @csspart below - The line below the button of a keypad's screen.
 */
export const padScreen = ({ texts, keypad, pin, send }: View, options: PadOptions): TemplateResult =>
  html`<div class="screen pad ${options.wrong ? 'wrong' : ''} ${options.busy ? 'busy' : ''}" part="screen">
    <div class="lead" part="lead">${options.lead}</div>
    ${heading(options.title, { middle: true, focus: false })}
    ${options.purpose === undefined ? nothing : purposeLine(options.purpose)}
    <div class="pin" part="pin-area">
      ${pin.render(texts, options.total, options.length, options.wrong, keypad.folded)}
      <p class="message" part="message" id="message">${options.message}</p>
    </div>
    ${keypad.render(texts, options.busy)}
    ${primaryButton(options.action, () => send({ type: 'submit' }), { busy: options.busy })}
    <div class="actions" part="below">${options.below}</div>
  </div>`;
