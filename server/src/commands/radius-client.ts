import { readFileSync } from 'node:fs';
import { addRadiusClient, listRadiusClients, removeRadiusClient } from '../radius/clients.ts';
import type { NamedAttribute } from '../radius/clients.ts';
import { RadiusClientError } from '../radius/errors.ts';
import { ACTOR, optionalOption } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';
import type { Options } from './arguments.ts';

function readAttribute(text: string): NamedAttribute {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--attribute must be NAME=VALUE, as in Filter-Id=staff; got ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A secret on the command line would show in the list of processes, so it comes in a file. */
function readSecret(options: Options): { secret?: string } {
  const file = optionalOption(options, 'secret-file');
  try {
    return file === undefined ? {} : { secret: readFileSync(file, 'utf8').trim() };
  } catch {
    throw new UsageError('--secret-file must name a file that can be read');
  }
}

/** `mpin-platform radius-client …`: who may ask the RADIUS server (docs/radius.md); a secret is told once. */
export const radiusClientCommands: Readonly<Record<string, AdministrationCommand>> = {
  add: {
    usage: '--application ID --name NAME --address ADDRESS|RANGE [--secret-file FILE]\n              [--message-authenticator required|optional] [--attribute NAME=VALUE…]',
    options: ['application', 'name', 'address', 'secret-file', 'message-authenticator', 'attribute'],
    async run(foundation, options) {
      const messageAuthenticator = optionalOption(options, 'message-authenticator') ?? 'required';
      if (messageAuthenticator !== 'required' && messageAuthenticator !== 'optional') throw new UsageError('--message-authenticator must be required or optional');
      const client = {
        applicationId: requireOption(options, 'application'), name: requireOption(options, 'name'), address: requireOption(options, 'address'),
        ...readSecret(options), messageAuthenticator, attributes: (options.get('attribute') ?? []).map(readAttribute), actor: ACTOR,
      } as const;
      return addRadiusClient(foundation, client).catch((error: unknown) => {
        throw error instanceof RadiusClientError ? new UsageError(`radius-client add: ${error.message}`) : error;
      });
    },
  },
  list: { usage: '', options: [], run: (foundation) => listRadiusClients(foundation) },
  remove: {
    usage: '--id ID', options: ['id'],
    async run(foundation, options) {
      const id = requireOption(options, 'id');
      await removeRadiusClient(foundation, id, ACTOR);
      return { removed: id };
    },
  },
};
