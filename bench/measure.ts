/** One line of the result. */
export interface Measured {
  readonly name: string;
  /** Median, milliseconds. */
  readonly oursMs: number;
  /** Median of the other implementation in the same rounds, milliseconds. */
  readonly theirsMs?: number;
}

interface Task<State> {
  /** Makes what `ours` consumes, outside the measured time. */
  readonly setUp: () => State;
  readonly ours: (state: State) => unknown;
  readonly theirs?: () => unknown;
  /** Over how many operations a round of ours is shared out. Default 1. */
  readonly share?: number;
  readonly rounds?: number;
}

const WARM_UP_ROUNDS = 4;
const DEFAULT_ROUNDS = 15;

function elapsed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Runs both implementations by turns and gives the medians. */
export function measure<State>(name: string, task: Task<State>): Measured {
  const { setUp, ours, theirs, share = 1, rounds = DEFAULT_ROUNDS } = task;
  const oursMs: number[] = [];
  const theirsMs: number[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
    const state = setUp();
    const mine = elapsed(() => ours(state)) / share;
    const other = theirs === undefined ? undefined : elapsed(theirs);
    if (round < WARM_UP_ROUNDS) continue;
    oursMs.push(mine);
    if (other !== undefined) theirsMs.push(other);
  }
  return { name, oursMs: median(oursMs), ...(theirs === undefined ? {} : { theirsMs: median(theirsMs) }) };
}
