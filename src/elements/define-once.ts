/** Classes that have a name in some registry. */
const named = new WeakSet<CustomElementConstructor>();

/**
 * Registers an element under a name that is free: a second copy of the script, or a second call, changes nothing. A constructor belongs to one
 * name in one registry, so that every further name gets a class of its own.
 */
export function defineOnce<Element extends CustomElementConstructor>(element: Element, tag: string, registry: CustomElementRegistry): Element {
  if (registry.get(tag) === undefined) {
    registry.define(tag, named.has(element) ? class extends element {} : element);
    named.add(element);
  }
  return element;
}
