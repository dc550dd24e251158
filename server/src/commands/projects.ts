import { changeProject, requireOrigin } from '../core/project-changes.ts';
import { createProject, listProjects, requireProject } from '../core/projects.ts';
import type { Project } from '../core/projects.ts';
import { ACTOR, rightsOf } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';
import { wordingCommands } from './project-wording.ts';

/** A project as it is shown: every setting by the name under which it is set. */
function shown({ settings, ...columns }: Project): object {
  return { ...columns, ...settings };
}

/** `name=value`; the value is JSON where it reads as such, else a text. */
function assignment(text: string): readonly [string, unknown] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError('--set takes name=value, as in --set pinLength=6 or --set \'ways=["browser"]\'');
  const value = text.slice(equals + 1);
  try {
    return [text.slice(0, equals), JSON.parse(value) as unknown];
  } catch {
    return [text.slice(0, equals), value];
  }
}

/** `mpin-platform project …` */
export const projectCommands: Readonly<Record<string, AdministrationCommand>> = {
  create: {
    usage: '--name NAME [--origin ORIGIN]… [--method link|code] [--pin-length 4|5|6] [--grant RIGHT,…]', options: ['name', 'origin', 'method', 'pin-length', 'grant'],
    async run(foundation, options) {
      const method = options.get('method')?.[0] ?? 'link';
      if (method !== 'link' && method !== 'code') throw new UsageError('--method must be link or code');
      const pinLength = Number(options.get('pin-length')?.[0] ?? 4);
      if (![4, 5, 6].includes(pinLength)) throw new UsageError('--pin-length must be 4, 5 or 6');
      const origins = (options.get('origin') ?? []).map(requireOrigin);
      return createProject(foundation, { name: requireOption(options, 'name'), origins, verificationMethod: method, pinLength, rights: rightsOf(options, 'grant'), actor: ACTOR });
    },
  },
  list: {
    usage: '', options: [],
    run: async (foundation) => (await listProjects(foundation)).map(({ id, name, origins }) => ({ id, name, origins })),
  },
  show: {
    usage: '--id ID', options: ['id'],
    run: async (foundation, options) => shown(await requireProject(foundation, requireOption(options, 'id'))),
  },
  set: {
    usage: '--id ID --set NAME=VALUE…', options: ['id', 'set'],
    async run(foundation, options) {
      const changes = (options.get('set') ?? []).map(assignment);
      if (changes.length === 0) throw new UsageError('--set must be given; "project show" lists the names');
      return shown(await changeProject(foundation, requireOption(options, 'id'), Object.fromEntries(changes), ACTOR));
    },
  },
  ...wordingCommands,
};
