/** HTML that was made by {@link html}: every value in it has been escaped or was itself made so. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For {@link html} alone: marks a string as finished markup. */
  static ofMarkup(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text is escaped, finished markup is kept, lists are joined, nothing is nothing. */
export type HtmlValue = string | number | Html | undefined | readonly HtmlValue[];

/**
 * A template tag for HTML in which no value can become markup: the five characters that matter in text and in quoted
 * attributes are escaped. Attribute values must be quoted in the template.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.ofMarkup(strings.reduce((markup, part, index) => markup + render(values[index - 1]) + part));
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
