/** The forms of a text by the plural categories of its language (CLDR); `#` is the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Chooses a form by the plural rules of a language. Digits are Western, as everywhere in the elements. */
export function plural(lang: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(lang);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
}

/** Says a number of seconds in full, as the language does: "1 second", "5 sekund", "12 ثانية". */
export function seconds(lang: string): (count: number) => string {
  const format = new Intl.NumberFormat(`${lang}-u-nu-latn`, { style: 'unit', unit: 'second', unitDisplay: 'long' });
  return (count) => format.format(count);
}
