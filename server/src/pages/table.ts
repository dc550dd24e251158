import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';

/**
 * A table whose rows stand as blocks on narrow screens, each cell under its column's name (stylesheet.ts). The roles are said, because blocks would
 * lose them. Columns from `numbersFrom` on end where numbers end; `named` says that the first cell names its row.
 */
export function dataTable(columns: readonly string[], rows: readonly (readonly Html[])[], { numbersFrom = columns.length, named = false } = {}): Html {
  const kind = (index: number): Html | undefined => (index >= numbersFrom ? html`class="num"` : undefined);
  const cell = (content: Html, index: number): Html => {
    const label = columns[index] ?? '';
    return index === 0 && named
      ? html`<th scope="row" role="rowheader" data-label="${label}">${content}</th>`
      : html`<td role="cell" data-label="${label}" ${kind(index)}>${content}</td>`;
  };
  return html`<table role="table"><thead role="rowgroup"><tr role="row">${columns.map((column, index) => html`<th scope="col" role="columnheader" ${kind(index)}>${column}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((cells) => html`<tr role="row">${cells.map(cell)}</tr>`)}</tbody></table>`;
}
