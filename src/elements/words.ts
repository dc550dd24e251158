import type { PropertyDeclaration } from 'lit';

/** A text: without its attribute it is empty, as before the attribute was set, and never the `null` that Lit would make of it. */
export const words: PropertyDeclaration<string> = { converter: { fromAttribute: (value) => value ?? '' } };
