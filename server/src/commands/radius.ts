import { readFileSync } from 'node:fs';
import { openFoundation } from '../foundation.ts';
import type { Foundation } from '../foundation.ts';
import { addRadiusClient, listRadiusClients, removeRadiusClient } from '../radius/clients.ts';
import type { NamedAttribute } from '../radius/clients.ts';
import { RadiusClientError } from '../radius/errors.ts';
import { listenRadius } from '../radius/server.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';
import { untilStopped } from './until-stopped.ts';

const ACTOR = 'command line';

/** `mpin-platform radius`: runs the RADIUS server alone, on the platform's database, until it is told to stop. */
export async function radius(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  readOptions(words, []);
  const config = configuration(environment);
  const foundation = await openFoundation(config);
  const server = await listenRadius({ ...foundation, config });
  untilStopped(async () => {
    await server.close();
    await foundation.db.close();
  }, foundation.log);
}

function readAttribute(text: string): NamedAttribute {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--attribute must be NAME=VALUE, as in Filter-Id=staff; got ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A secret on the command line would show in the list of processes, so it comes in a file. */
function readSecret(file: string | undefined): { secret?: string } {
  return file === undefined ? {} : { secret: readFileSync(file, 'utf8').trim() };
}

async function add(words: readonly string[], foundation: Foundation): Promise<unknown> {
  const options = readOptions(words, ['application', 'name', 'address', 'secret-file', 'message-authenticator', 'attribute']);
  const messageAuthenticator = options.get('message-authenticator')?.[0] ?? 'required';
  if (messageAuthenticator !== 'required' && messageAuthenticator !== 'optional') throw new UsageError('--message-authenticator must be required or optional');
  const client = {
    applicationId: requireOption(options, 'application'), name: requireOption(options, 'name'), address: requireOption(options, 'address'),
    ...readSecret(options.get('secret-file')?.[0]), messageAuthenticator, attributes: (options.get('attribute') ?? []).map(readAttribute), actor: ACTOR,
  } as const;
  try {
    return await addRadiusClient(foundation, client);
  } catch (error) {
    throw error instanceof RadiusClientError ? new UsageError(`radius-client add: ${error.message}`) : error;
  }
}

async function perform(action: string | undefined, words: readonly string[], foundation: Foundation): Promise<unknown> {
  switch (action) {
    case 'add':
      return add(words, foundation);
    case 'list':
      readOptions(words, []);
      return listRadiusClients(foundation);
    case 'remove': {
      const id = requireOption(readOptions(words, ['id']), 'id');
      await removeRadiusClient(foundation, id, ACTOR);
      return { removed: id };
    }
    default:
      throw new UsageError('there are "radius-client add", "radius-client list" and "radius-client remove"');
  }
}

/** `mpin-platform radius-client …`: who may ask the RADIUS server (docs/radius.md); a secret is told once. */
export async function radiusClient([action, ...words]: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const foundation = await openFoundation(configuration(environment));
  try {
    print(JSON.stringify(await perform(action, words, foundation), null, 2));
  } finally {
    await foundation.db.close();
  }
}
