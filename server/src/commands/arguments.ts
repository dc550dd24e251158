/** A command line that makes no sense; its message says what would. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Options of the form `--name value`, each as often as given. */
export type Options = ReadonlyMap<string, readonly string[]>;

function taken(known: readonly string[]): string {
  return known.length === 0 ? 'this command takes none' : `known are ${known.map((option) => `--${option}`).join(', ')}`;
}

/**
 * Reads `--name value` pairs.
 *
 * @throws UsageError for anything else, or a name that the command does not know
 */
export function readOptions(words: readonly string[], known: readonly string[]): Options {
  const options = new Map<string, string[]>();
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i]?.replace(/^--/, '') ?? '';
    const value = words[i + 1];
    if (!words[i]?.startsWith('--')) throw new UsageError(`unexpected argument "${words[i]}"; ${taken(known)}`);
    if (!known.includes(name)) throw new UsageError(`unknown option ${words[i]}; ${taken(known)}`);
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return options;
}

/** The one value of an option. @throws UsageError where it is absent or given twice */
export function requireOption(options: Options, name: string): string {
  const [value, ...more] = options.get(name) ?? [];
  if (value === undefined || more.length > 0) throw new UsageError(`--${name} must be given once`);
  return value;
}
