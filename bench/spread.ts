import { median } from './measure.ts';

/** How long one operation takes, by a secret that must not show in its time. */
export interface Spread {
  readonly medians: readonly { readonly secret: string; readonly microseconds: number }[];
  /** The longest median over the shortest, less 100 %. */
  readonly percent: number;
}

/**
 * Times an operation for several secrets by turns, so that a change of the machine's speed meets all of them.
 *
 * @param prepare - what is not timed: makes the operation for one secret in one round
 */
export function spreadOf(secrets: readonly string[], rounds: number, prepare: (secret: string, round: number) => () => unknown): Spread {
  const times = secrets.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < secrets.length; turn++) {
      const which = (turn + round) % secrets.length;
      const operation = prepare(secrets[which]!, round);
      const before = performance.now();
      operation();
      times[which]!.push(1000 * (performance.now() - before));
    }
  }
  const medians = secrets.map((secret, which) => ({ secret, microseconds: median(times[which]!) }));
  const all = medians.map(({ microseconds }) => microseconds);
  return { medians, percent: 100 * (Math.max(...all) / Math.min(...all) - 1) };
}

/** A spread in one line. */
export const describeSpread = ({ medians, percent }: Spread): string =>
  `${medians.map(({ secret, microseconds }) => `${secret} ${microseconds.toFixed(2)}`).join(', ')} µs; spread ${percent.toFixed(1)} %`;
