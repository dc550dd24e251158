import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../paths.mjs';

/** The files of ours whose values a module uses, itself first; what is only a type is left out. */
export function reachable(entry) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path) || !existsSync(inRoot(path))) return;
    seen.add(path);
    for (const [, isType, from, later] of source(path).matchAll(/^(?:import|export) (type )?[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gmu)) {
      if (isType === undefined) visit(join(dirname(path), from ?? later));
    }
  };
  visit(entry);
  return [...seen];
}

export const source = (path) => readFileSync(inRoot(path), 'utf8');

/**
 * The parts that templates give: literals, whatever stands in an expression, and, where it is a parameter, the literals of its type.
 */
export function partsIn(text) {
  const values = [...text.matchAll(/\bpart=(?:"([^"]*)"|\$\{([^}]*)\})/gu)].flatMap(([, literal, expression]) => {
    if (expression !== undefined) return literalsOf(expression, text);
    const dynamic = [...literal.matchAll(/\$\{([^}]*)\}/gu)].flatMap(([, inner]) => literalsOf(inner, text));
    return [literal.replaceAll(/\$\{[^}]*\}/gu, ' '), ...dynamic];
  });
  return words(values);
}

/** An expression's own literals, or those of the type of the parameter that it names. */
function literalsOf(expression, text) {
  const typed = text.match(new RegExp(`\\b${expression.trim().replaceAll(/[^\w]/gu, '')}: ((?:'[^']+'(?: \\| )?)+)`, 'u'));
  return [...(typed?.[1] ?? expression).matchAll(/'([^']*)'/gu)].map(([, value]) => value);
}

/** The slots that templates have for the page; the element's own are named after a tag of ours. */
export const slotsIn = (text) => [...new Set([...text.matchAll(/<slot(?: name="([\w-]*)")?/gu)].map(([, name]) => name ?? ''))].filter((name) => !name.startsWith('mpin-'));

/** The custom properties that styles read. */
export const tokensIn = (text) => [...new Set([...text.matchAll(/var\((--mpin-[\w-]+)/gu)].map(([, name]) => name))];

/** What comments say of parts and custom properties: `@csspart name - words`, `@cssproperty [--name=default] - words`. */
export function describedIn(text) {
  const parts = [...text.matchAll(/@csspart ([\w-]+) - ([^\n@]+)/gu)].map(([, name, words]) => ({ name, description: tidy(words) }));
  const tokens = [...text.matchAll(/@cssproperty \[(--[\w-]+)(?:=([^\]]*))?\] - ([^\n@]+)/gu)]
    .map(([, name, value, words]) => ({ name, ...(value && { default: value }), description: tidy(words) }));
  return { parts, tokens };
}

/** The machine's states, each with the comment of its type. */
export function statesOf(text = source('src/machine/state.ts')) {
  return [...text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?export (?:interface \w+ extends|type \w+ =) \w+<'([a-z-]+)'>/gu)]
    .map(([, comment = '', name]) => ({ name, description: tidy(comment.replaceAll(/^\s*\* ?/gmu, ' ')) }));
}

/** The events that pages can learn the types of. */
export const eventsOf = (text = source('src/elements/events.ts')) => [...text.matchAll(/^ {2}'(mpin-[\w-]+)': (\w+);/gmu)].map(([, name, type]) => ({ name, type }));

const words = (values) => [...new Set(values.flatMap((value) => value.trim().split(/\s+/u)).filter((name) => /^[a-z][a-z-]*$/u.test(name)))].sort();

const tidy = (text) => text.replaceAll(/\*\/.*/gsu, '').replaceAll(/\s+/gu, ' ').trim();
