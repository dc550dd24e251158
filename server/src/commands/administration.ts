import { PlatformError } from '../core/errors.ts';
import { SettingError } from '../core/settings.ts';
import { openFoundation } from '../foundation.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { readOptions, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';

type Verbs = Readonly<Record<string, AdministrationCommand>>;

/** Each is loaded when it is called: what all of them need takes longer to read than most take to run. */
const GROUPS: Readonly<Record<string, () => Promise<Verbs>>> = {
  project: async () => (await import('./projects.ts')).projectCommands,
  application: async () => (await import('./applications.ts')).applicationCommands,
  'openid-application': async () => (await import('./openid.ts')).openidCommands,
  'otp-application': async () => (await import('./otp.ts')).otpCommands,
  'radius-client': async () => (await import('./radius-client.ts')).radiusClientCommands,
  'service-account': async () => (await import('./service-accounts.ts')).serviceAccountCommands,
  identity: async () => (await import('./identities.ts')).identityCommands,
  person: async () => (await import('./person.ts')).personCommands,
  webhook: async () => (await import('./webhook.ts')).webhookCommands,
  audit: async () => (await import('./audit.ts')).auditCommands,
  keys: async () => (await import('./keys.ts')).keyCommands,
  authorities: async () => (await import('./authorities.ts')).authorityCommands,
  admin: async () => (await import('./admin.ts')).adminCommands,
};

/** What an error calls a parameter, as the option of that command, where it has one: `redirectUris` is given as `--redirect-uri`. */
function optionOf(parameter: string, known: readonly string[]): string {
  const name = parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const option = [name, name.replace(/s$/, ''), name.replace(/-(?:uri|url)s?$/, '')].find((one) => known.includes(one));
  return option === undefined ? parameter : `--${option}`;
}

/** One line for each command. */
export async function administrationUsage(): Promise<string> {
  const groups = await Promise.all(Object.entries(GROUPS).map(async ([noun, load]) => ({ noun, verbs: await load() })));
  return groups.flatMap(({ noun, verbs }) => Object.entries(verbs).map(([verb, { usage }]) => ['mpin-platform', noun, verb, usage, '[--json]'].filter((part) => part !== '').join(' '))).join('\n');
}

/** Whether a word is the first of a command of administration. */
export function isAdministration(word: string | undefined): boolean {
  return word !== undefined && Object.hasOwn(GROUPS, word);
}

/**
 * Runs a command that works on the database: `mpin-platform <noun> <verb> --option value… [--json]`. Results are JSON: indented for people, on
 * one line with `--json`.
 *
 * @throws UsageError saying what would be right
 */
export async function administer([noun = '', verb = '', ...words]: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const verbs = (await (Object.hasOwn(GROUPS, noun) ? GROUPS[noun] : undefined)?.()) ?? {};
  const command = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (command === undefined) throw new UsageError(`there are ${Object.keys(verbs).map((known) => `"${noun} ${known}"`).join(', ')}`);
  const json = words.includes('--json');
  const options = readOptions(words.filter((word) => word !== '--json'), command.options);
  const config = configuration(environment);
  const foundation = await openFoundation(config);
  try {
    const result = await command.run({ ...foundation, config }, options, { print, json });
    if (result !== undefined) print(JSON.stringify(result, null, json ? 0 : 2));
  } catch (error) {
    if (error instanceof PlatformError || error instanceof SettingError) {
      const params = error instanceof PlatformError ? error.context['params'] : undefined;
      throw new UsageError(params === undefined ? error.message : `${error.message} (${optionOf(params, command.options)})`);
    }
    throw error;
  } finally {
    await foundation.db.close();
  }
}
