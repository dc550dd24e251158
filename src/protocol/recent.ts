/** Keeps the results of an expensive pure function for the arguments used last. */
export class Recent<Value> {
  readonly #values = new Map<string, Value>();
  readonly #capacity: number;
  readonly #compute: (key: string) => Value;

  /**
   * @param capacity - how many results to keep; 0 keeps none
   * @param compute - the function; what it throws is not kept
   */
  constructor(capacity: number, compute: (key: string) => Value) {
    this.#capacity = capacity;
    this.#compute = compute;
  }

  /** How many results are kept now. */
  get size(): number {
    return this.#values.size;
  }

  /** The function's result for this key. */
  get(key: string): Value {
    const known = this.#values.get(key);
    const value = known ?? this.#compute(key);
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#capacity) {
      const oldest = this.#values.keys().next();
      if (!oldest.done) this.#values.delete(oldest.value);
    }
    return value;
  }
}
