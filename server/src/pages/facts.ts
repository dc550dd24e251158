import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';

/** A list of terms and what they are here; the values may be of another direction than the page. */
export function factList(facts: readonly (readonly [term: string, value: string])[]): Html {
  return html`<dl>${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
}
