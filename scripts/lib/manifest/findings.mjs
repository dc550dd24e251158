/**
 * What the elements have and do not describe, and what they describe and do not have.
 *
 * @param analysis - what `analyze` returns
 * @returns one line each; none is the only good answer
 */
export function findings({ elements, states, events }) {
  const inElements = elements.flatMap(({ declaration, used, exported }) => {
    const { tagName, members, attributes, cssParts, cssProperties, slots = [], events: fired = [] } = declaration;
    return [
      ...(exported ? [] : ['its class, which src/elements/index.ts does not export']),
      ...members.filter(lacksWords).map(({ kind, name }) => `the ${kind} ${name}`),
      ...attributes.filter(lacksWords).map(({ name }) => `the attribute ${name}`),
      ...undescribed(used.parts, cssParts).map((name) => `the part ${name}`),
      ...undescribed(used.tokens, cssProperties).map((name) => `the custom property ${name}`),
      ...undescribed(used.slots, slots).map((name) => `the slot ${name}`),
      ...fired.filter(lacksWords).map(({ name }) => `the event ${name}`),
      ...slots.filter(({ name }) => !used.slots.includes(name)).map(({ name }) => `the slot ${name}, which it does not have`),
      ...fired.filter(({ name }) => !events.some((one) => one.name === name)).map(({ name }) => `the event ${name}, whose type no page can learn`),
      ...(cssProperties.length > 40 ? [`${cssProperties.length} custom properties: at most 40`] : []),
    ].map((what) => `<${tagName}>: ${what}`);
  });
  const fired = new Set(elements.flatMap(({ declaration }) => (declaration.events ?? []).map(({ name }) => name)));
  return [
    ...inElements,
    ...events.filter(({ name }) => !fired.has(name)).map(({ name }) => `the event ${name}: no element says that it fires it`),
    ...states.filter(lacksWords).map(({ name }) => `the state ${name}`),
  ];
}

const lacksWords = ({ description = '' }) => description.trim() === '';

const undescribed = (names, described) => names.filter((name) => !described.some((one) => one.name === name && !lacksWords(one)));
