import type { Config } from '../config/load.ts';
import { RIGHTS, isRight } from '../core/rights.ts';
import type { Right } from '../core/rights.ts';
import type { Foundation } from '../foundation.ts';
import { requireOption, UsageError } from './arguments.ts';
import type { Options } from './arguments.ts';

/** Who the audit log says it was. */
export const ACTOR = 'command line';

/** Where a command's output goes. */
export interface Output {
  readonly print: (line: string) => void;
  /** True where a program reads it. */
  readonly json: boolean;
}

/** One command of administration. */
export interface AdministrationCommand {
  /** Its options, as the usage shows them. */
  readonly usage: string;
  /** Their names. */
  readonly options: readonly string[];
  /** @returns what is printed, or nothing where it printed by itself */
  readonly run: (foundation: Foundation & { readonly config: Config }, options: Options, output: Output) => Promise<unknown>;
}

/** The one value of an option that may be left out. @throws UsageError where it is given twice */
export function optionalOption(options: Options, name: string): string | undefined {
  return options.has(name) ? requireOption(options, name) : undefined;
}

/** Rights, separated by commas or given one by one. @throws UsageError */
export function rightsOf(options: Options, name: string): readonly Right[] {
  return (options.get(name) ?? []).flatMap((text) => text.split(',')).map((text) => {
    if (!isRight(text)) throw new UsageError(`--${name} takes ${RIGHTS.join(', ')}`);
    return text;
  });
}

/** A whole number, zero or more. @throws UsageError */
export function countOf(options: Options, name: string, fallback: number): number {
  const text = optionalOption(options, name);
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} must be a whole number of at most 9 digits, 0 or more`);
  return Number(text);
}

/** Whether `--force yes` was given. @throws UsageError for any other word */
export function isForced(options: Options): boolean {
  const word = optionalOption(options, 'force');
  if (word !== undefined && word !== 'yes') throw new UsageError('--force takes "yes"');
  return word === 'yes';
}
