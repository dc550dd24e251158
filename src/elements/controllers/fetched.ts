/** A part of the script that is fetched when it is needed: once, or once more after it could not be. */
export class Fetched<Part> {
  readonly #bring: () => Promise<Part>;
  readonly #onThere: (part: Part) => void;
  readonly #onFailure: () => void;
  #state: 'unasked' | 'asked' | 'failed' = 'unasked';
  #part: Part | undefined;

  constructor(bring: () => Promise<Part>, onThere: (part: Part) => void, onFailure: () => void) {
    this.#bring = bring;
    this.#onThere = onThere;
    this.#onFailure = onFailure;
  }

  /** Undefined as long as it is not there. */
  get part(): Part | undefined {
    return this.#part;
  }

  get failed(): boolean {
    return this.#state === 'failed';
  }

  /** Fetches it, unless it is there, on its way, or could not be fetched. */
  load(): void {
    if (this.#state !== 'unasked') return;
    this.#state = 'asked';
    this.#bring().then(
      (part) => {
        this.#part = part;
        this.#onThere(part);
      },
      () => {
        this.#state = 'failed';
        this.#onFailure();
      },
    );
  }

  /** Lets it be fetched once more; whether it could not be. */
  retry(): boolean {
    if (!this.failed) return false;
    this.#state = 'unasked';
    return true;
  }
}
