import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';

/** A chart of bars, one for each day. */
export interface BarChart {
  readonly title: string;
  /** Says in words what the picture shows. */
  readonly summary: string;
  readonly total: number;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  /** True where many are bad news. */
  readonly bad: boolean;
}

const WIDTH = 320;
const HEIGHT = 96;
const TOP = 14;
const BOTTOM = 18;

/** The picture runs from left to right in every language, as its dates do; the table beside it holds the same numbers. */
export function barChart({ title, summary, total, bars, bad }: BarChart): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const floor = HEIGHT - BOTTOM;
  const shape = bars.flatMap(({ value }, index) => {
    const height = (value / most) * (floor - TOP);
    return value === 0 ? [] : [`M${(index * step + step * 0.1).toFixed(1)} ${floor}v${(-height).toFixed(1)}h${(step * 0.8).toFixed(1)}V${floor}z`];
  }).join('');
  const [first, last] = [bars[0]?.label ?? '', bars.at(-1)?.label ?? ''];
  return html`<figure><figcaption><span>${title}</span><b>${total}</b></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary}" direction="ltr"><path class="bar${bad ? ' bad' : ''}" d="${shape === '' ? 'M0 0' : shape}"/><path class="axis" d="M0 ${floor}.5H${WIDTH}"/>
<text x="0" y="11">${most}</text><text x="0" y="${HEIGHT - 4}">${first}</text><text x="${WIDTH}" y="${HEIGHT - 4}" text-anchor="end">${last}</text></svg></figure>`;
}
