export type Values = Readonly<Record<string, unknown>>;

/**
 * Sets what has changed: an element begins anew when it is given another client. What was given and is given no more is taken back.
 *
 * @param former - what was given the last time
 */
export function assign(element: object, former: Values, values: Values): void {
  const gone = Object.keys(former).filter((name) => !(name in values)).map((name) => [name, undefined] as const);
  for (const [name, value] of [...gone, ...Object.entries(values)]) {
    if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
  }
}
