import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * An address, id or URL that may be broken where people read a pause: after `@ . / _ - : ? & =`. What is read aloud or copied stays the same.
 */
export const breakable = (text: string): Html => html`${text.split(/(?<=[@./_:?&=-])(?=[^@./_:?&=-])/u).map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`))}`;
