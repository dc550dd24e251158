/** VS Code's custom data for HTML: tags and attributes, with the values that an attribute may have. */
export const vsCodeHtml = ({ elements }) => ({
  version: 1.1,
  tags: elements.map(({ declaration: { tagName, description, attributes } }) => ({
    name: tagName,
    description,
    attributes: attributes.map((attribute) => ({ name: attribute.name, description: attribute.description, ...valuesOf(attribute) })),
  })),
});

/** VS Code's custom data for CSS: custom properties, and parts as pseudo-elements. */
export const vsCodeCss = ({ elements }) => ({
  version: 1.1,
  properties: once(elements, 'cssProperties').map(({ name, description, default: value }) => ({ name, description: value === undefined ? description : `${description} Default: ${value}` })),
  pseudoElements: once(elements, 'cssParts').map(({ name, description }) => ({ name: `::part(${name})`, description })),
});

/** JetBrains' web-types. */
export const webTypes = ({ elements, states }, { name, version }) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map(({ declaration }) => ({
        name: declaration.tagName,
        description: declaration.description,
        attributes: declaration.attributes.map((attribute) => ({ name: attribute.name, description: attribute.description, value: valueOf(attribute) })),
        slots: (declaration.slots ?? []).map(named),
        js: { properties: fieldsOf(declaration).map(({ name: property, description, type }) => ({ name: property, description, type: type?.text })), events: (declaration.events ?? []).map(named) },
      })),
    },
    css: {
      properties: once(elements, 'cssProperties').map(named),
      'pseudo-elements': once(elements, 'cssParts').map(({ name: part, description }) => ({ name: `part(${part})`, description })),
      'pseudo-classes': states.map(({ name: state, description }) => ({ name: `state(${state})`, description })),
    },
  },
});

/** The fields that a page may set or read. */
export const fieldsOf = ({ members }) => members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);

/** What several elements share, each once. */
export const once = (elements, list) => [...new Map(elements.flatMap(({ declaration }) => declaration[list] ?? []).map((one) => [one.name, one])).values()];

const named = ({ name, description }) => ({ name, description });

const literals = (type) => [...(type?.text ?? '').matchAll(/'([^']+)'/gu)].map(([, value]) => value);

const valuesOf = ({ type }) => (literals(type).length === 0 ? {} : { values: literals(type).map((name) => ({ name })) });

const valueOf = ({ type }) => (type?.text === 'boolean' ? { kind: 'no-value', type: 'boolean' } : { kind: 'plain', type: literals(type).length === 0 ? 'string' : literals(type) });
