import { fieldsOf } from './editors.mjs';

/** Where frameworks look for the elements that JSX knows. React up to 18 looks in the global namespace. */
const MODULES = ['react', 'preact', 'solid-js'];

/**
 * The types of `mpin-pinpad/jsx`: attributes, properties and events of every element, typed, in JSX. Importing it once is enough.
 *
 * @param analysis - what `analyze` returns
 */
export function jsxTypes({ elements }) {
  const names = elements.map(({ declaration }) => declaration.name);
  return `import type { MpinEventMap, ${names.join(', ')} } from '../types/src/elements/index.js';

/** Listeners as React 19 and Preact take them, and as Solid does. */
type Listeners = { [Name in keyof MpinEventMap as \`on\${Name}\` | \`on:\${Name}\`]?: (event: MpinEventMap[Name]) => void };

/** What every element takes. */
interface Common<Element> extends Listeners {
  id?: string | undefined;
  class?: string | undefined;
  className?: string | undefined;
  slot?: string | undefined;
  lang?: string | undefined;
  hidden?: boolean | undefined;
  part?: string | undefined;
  key?: string | number | bigint | null | undefined;
  ref?: ((element: Element | null) => void) | { current: Element | null } | null | undefined;
  children?: unknown;
}

${elements.map(attributes).join('\n')}
/** The elements by their tags. */
export interface MpinIntrinsicElements {
${elements.map(({ declaration: { name, tagName } }) => `  '${tagName}': ${name}Attributes;`).join('\n')}
}

declare global {
  namespace JSX {
    interface IntrinsicElements extends MpinIntrinsicElements {}
  }
}
${MODULES.map(augmentation).join('')}`;
}

/** Attributes are typed as the properties that follow them; what has none is a text. */
function attributes({ declaration }) {
  const { name, tagName } = declaration;
  const properties = fieldsOf(declaration).filter(({ name: field, readonly }) => !readonly && field !== 'state').map((field) => field.name);
  const own = declaration.attributes.filter((attribute) => !properties.includes(attribute.name) && attribute.name !== 'lang');
  const line = (attribute) => `  /** ${attribute.description} */\n  '${attribute.name}'?: ${attribute.fieldName ? `${name}['${attribute.fieldName}']` : 'string'} | undefined;`;
  return `/** What <${tagName}> takes. */
export interface ${name}Attributes extends Common<${name}>, Partial<Pick<${name}, ${properties.map((property) => `'${property}'`).join(' | ')}>> {
${own.map(line).join('\n')}
}
`;
}

/** A project has one of these modules; the comment is for those that it has not. */
const augmentation = (module) => `
// @ts-ignore: only where ${module} is installed.
declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements extends MpinIntrinsicElements {}
  }
}
`;
