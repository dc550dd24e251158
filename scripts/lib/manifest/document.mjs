import { fieldsOf, once } from './editors.mjs';

const BEGIN = '<!-- generated: node scripts/manifest.mjs --docs -->';
const END = '<!-- end -->';

/** The reference of docs/elements.md, between its marks, written anew. */
export function withReference(document, analysis) {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/elements.md has to hold ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${reference(analysis)}\n${END}${after}`;
}

function reference({ elements, states }) {
  const declarations = elements.map(({ declaration }) => declaration);
  const isBase = ({ superclass }) => !declarations.some(({ name }) => name === superclass?.name);
  return [
    ...declarations.filter(isBase).flatMap((base) => [section(base), ...declarations.filter(({ superclass }) => superclass?.name === base.name).map((one) => section(one, base))]),
    '### Parts\n', table(['part', 'what it is'], once(elements, 'cssParts').map(({ name, description }) => [`\`${name}\``, description])),
    '\n### Custom properties\n', table(['custom property', 'default', 'what it is'], once(elements, 'cssProperties').map(({ name, default: value, description }) => [`\`${name}\``, value === undefined ? '' : `\`${value}\``, description])),
    '\n### States\n', table(['`:state(…)`', 'what is shown'], states.map(({ name, description }) => [`\`${name}\``, description])),
    '',
  ].join('\n');
}

/** One element; of one that extends another, what it adds. */
function section(declaration, base) {
  const { tagName, description, attributes, events = [], slots = [], members } = declaration;
  const adds = (list) => ({ name }) => !(base?.[list] ?? []).some((one) => one.name === name);
  const readOnly = fieldsOf(declaration).filter(({ name }) => !attributes.some(({ fieldName }) => fieldName === name));
  return [
    `### \`<${tagName}>\``, description.replaceAll('\n', ' '), base && `It has everything that \`<${base.tagName}>\` has.`,
    table(['attribute', 'property', 'type', 'what it is'], attributes.filter(adds('attributes')).map(({ name, fieldName, type, description: words }) => [`\`${name}\``, fieldName ? `\`${fieldName}\`` : '', type ? `\`${type.text}\`` : '', words])),
    table(['property alone', 'type', 'what it is'], readOnly.filter(adds('members')).map(({ name, type, description: words }) => [`\`${name}\``, type ? `\`${type.text}\`` : '', words])),
    table(['method', 'what it does'], members.filter(({ kind }) => kind === 'method').filter(adds('members')).map((method) => [`\`${signature(method)}\``, method.description])),
    table(['event', 'when'], events.filter(adds('events')).map(({ name, description: words }) => [`\`${name}\``, words])),
    table(['slot', 'what it is for'], slots.filter(adds('slots')).map(({ name, description: words }) => [`\`${name}\``, words])),
    '',
  ].filter((piece) => piece !== undefined).join('\n\n').replaceAll(/\n{3,}/gu, '\n\n');
}

const signature = ({ name, parameters = [], return: result, static: isStatic }) =>
  `${isStatic ? 'static ' : ''}${name}(${parameters.map((one) => `${one.name.startsWith('{') ? 'options' : one.name}${one.optional || one.default !== undefined ? '?' : ''}`).join(', ')})${result ? `: ${result.type.text}` : ''}`;

const cell = (text = '') => text.replaceAll(/\s+/gu, ' ').replaceAll('|', String.raw`\|`);

const table = (heads, rows) => (rows.length === 0 ? undefined : [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n'));
