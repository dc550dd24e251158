import { dataTable } from '../pages/table.ts';
import { breakable } from '../text/breakable.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import type { Listed, Page } from '../core/paging.ts';
import type { ConsoleTexts } from './texts/texts.ts';

/** The pieces that pages of the console are made of. */

/** What is wrong with fields, by their names; already in the reader's language. */
export type Problems = Readonly<Record<string, string>>;

/** A labelled control with its help, what is wrong with it, and what is in force where somebody else changed it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly help?: string | undefined;
  /** "In force now: …" */
  readonly now?: string | undefined;
}

const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`;

function described({ name, problem, help, now }: Field): Html | undefined {
  const ids = [...(help === undefined ? [] : ['help']), ...(now === undefined ? [] : ['now']), ...(problem === undefined ? [] : ['problem'])].map((kind) => `${idOf(name)}-${kind}`);
  return ids.length === 0 ? undefined : html`aria-describedby="${ids.join(' ')}"`;
}

function around(field: Field, control: Html): Html {
  const { name, label, problem, help, now } = field;
  const id = idOf(name);
  return html`<div class="field"><label for="${id}">${label}</label>${help === undefined ? undefined : html`<span class="help" id="${id}-help">${help}</span>`}
${control}${now === undefined ? undefined : html`<span class="now" id="${id}-now">${now}</span>`}${problem === undefined ? undefined : html`<span class="problem" id="${id}-problem">${problem}</span>`}</div>`;
}

const invalid = ({ problem }: Field): Html | undefined => (problem === undefined ? undefined : html`aria-invalid="true"`);

/** One line. `technical` reads from left to right in every language: addresses, ids, colours; `anyLanguage` as what is typed there does. */
export function textField(field: Field, options: { readonly type?: 'text' | 'email' | 'number' | 'date' | 'search'; readonly technical?: boolean; readonly anyLanguage?: boolean } = {}): Html {
  const { type = 'text', technical = false, anyLanguage = false } = options;
  return around(field, html`<input id="${idOf(field.name)}" name="${field.name}" type="${type}" value="${field.value}" autocomplete="off" ${technical ? html`dir="ltr" spellcheck="false"` : anyLanguage ? html`dir="auto"` : undefined} ${described(field)} ${invalid(field)}>`);
}

/** Several lines of addresses or the like. */
export function linesField(field: Field, rows = 3): Html {
  return around(field, html`<textarea id="${idOf(field.name)}" name="${field.name}" rows="${rows}" dir="ltr" spellcheck="false" ${described(field)} ${invalid(field)}>${field.value}</textarea>`);
}

/** A choice of one. */
export function selectField(field: Field, choices: readonly (readonly [value: string, label: string])[]): Html {
  return around(field, html`<select id="${idOf(field.name)}" name="${field.name}" ${described(field)} ${invalid(field)}>${choices.map(([value, label]) =>
    html`<option value="${value}" ${value === field.value ? html`selected` : undefined}>${label}</option>`)}</select>`);
}

/** A box to tick. */
export function checkField({ name, label, checked, help, now }: { readonly name: string; readonly label: string; readonly checked: boolean; readonly help?: string; readonly now?: string | undefined }): Html {
  return html`<label class="choice"><input type="checkbox" name="${name}" value="1" ${checked ? html`checked` : undefined}> <span>${label}${help === undefined ? undefined : html` <span class="help">${help}</span>`}</span></label>${now === undefined ? undefined : html`<span class="now">${now}</span>`}`;
}

/** Boxes of which several may be ticked; their names begin with the group's. */
export function checkGroup(group: { readonly name: string; readonly label: string; readonly help?: string; readonly problem?: string | undefined; readonly now?: string | undefined }, boxes: readonly { readonly value: string; readonly label: string; readonly checked: boolean }[]): Html {
  const id = idOf(group.name);
  const ids = [...(group.help === undefined ? [] : [`${id}-help`]), ...(group.problem === undefined ? [] : [`${id}-problem`])];
  return html`<fieldset ${ids.length === 0 ? undefined : html`aria-describedby="${ids.join(' ')}"`}><legend>${group.label}</legend>${group.help === undefined ? undefined : html`<span class="help" id="${id}-help">${group.help}</span>`}
<div>${boxes.map(({ value, label, checked }) => checkField({ name: `${group.name}.${value}`, label, checked }))}</div>
${group.now === undefined ? undefined : html`<span class="now">${group.now}</span>`}${group.problem === undefined ? undefined : html`<span class="problem" id="${id}-problem">${group.problem}</span>`}</fieldset>`;
}

/** What a form carries beside its fields. */
export interface FormKeys {
  readonly csrf: string;
  /** Its own name, so that sending it twice does nothing twice. */
  readonly once: () => string;
}

/** A form. */
export function form(keys: FormKeys, action: string, content: Html, inLine = false): Html {
  return html`<form method="post" action="${action}" ${inLine ? html`class="line"` : undefined}><input type="hidden" name="csrf" value="${keys.csrf}"><input type="hidden" name="once" value="${keys.once()}">
${content}</form>`;
}

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

/** A button that sends its form. */
export function button(label: string | Html, kind: 'primary' | 'danger' | 'plain' | 'usual' = 'usual'): Html {
  return html`<button type="submit" ${kind === 'usual' ? undefined : html`class="${kind}"`}>${label}</button>`;
}

/** A part of a page under a heading of its own. */
export function panel(id: string, title: string, content: Html): Html {
  return html`<section class="panel" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

/** A table that scrolls by itself where it is wider than the page. Columns whose cells are numbers end where numbers end. */
export function table(label: string, columns: readonly string[], rows: readonly (readonly Html[])[], numbersFrom = columns.length): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${dataTable(columns, rows, { numbersFrom, named: true })}</div>`;
}

/** Text that a stranger may have chosen, kept from turning the line around. */
export const apart = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A person's id, which may be long. */
export const personId = (id: string): Html => html`<bdi class="id">${breakable(id)}</bdi>`;

/** What programs call something. */
export const code = (text: string): Html => html`<code dir="ltr">${text}</code>`;

/** Where a list stands and the way through it; `query` is kept. */
export function pager(texts: ConsoleTexts, path: string, query: Readonly<Record<string, string>>, page: Page, { total, list }: Listed<unknown>): Html {
  const to = (offset: number): string => `${path}?${new URLSearchParams({ ...query, offset: String(offset) }).toString()}`;
  if (total === 0) return html``;
  return html`<nav class="head" aria-label="${texts.pages}"><span>${texts.shown(page.offset + 1, page.offset + list.length, total)}</span><span class="buttons">
${page.offset > 0 ? html`<a href="${to(Math.max(0, page.offset - page.limit))}" rel="prev">${texts.previous}</a>` : undefined}
${page.offset + list.length < total ? html`<a href="${to(page.offset + page.limit)}" rel="next">${texts.next}</a>` : undefined}</span></nav>`;
}

/** A network address with its country; one of IPv6 is as long as a line and may be broken. */
export const networkPlace = (address: string, country: string): Html => html`<span class="address"><bdi>${breakable([address, country].filter((part) => part !== '').join(' · ') || '–')}</bdi></span>`;

/** A moment as lists show it: to the minute, in UTC, which it says, in digits that are the same everywhere. */
export function moment(unixMs: number | undefined, texts: ConsoleTexts): Html {
  if (unixMs === undefined) return html`${texts.never}`;
  const iso = new Date(unixMs).toISOString();
  return html`<time datetime="${iso}" dir="ltr"><span>${iso.slice(0, 10)}</span> <span>${iso.slice(11, 16)} UTC</span></time>`;
}
