/** Which part of a list is asked for (docs/protocol.md 10.2). */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Part of a list, and how many entries it has in all. */
export interface Listed<T> {
  readonly total: number;
  readonly list: readonly T[];
}

/** Entries given where a request does not say how many, and at most. */
export const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 1000;
