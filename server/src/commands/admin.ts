import { listAdministrators } from '../core/administration-grants.ts';
import { makeFirstLink } from '../core/administration-invitations.ts';
import { CONSOLE_PROJECT, requireProject } from '../core/projects.ts';
import { ACTOR, optionalOption } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';

/** `mpin-platform admin …`: the way into the web console for whoever holds the platform's host (docs/console.md). */
export const adminCommands: Readonly<Record<string, AdministrationCommand>> = {
  link: {
    usage: '', options: [],
    run: async (foundation) => ({ link: await makeFirstLink(foundation, ACTOR), validForMinutes: 15, use: 'Open it and sign in: that account becomes an owner of the platform.' }),
  },
  list: {
    usage: '[--project ID]', options: ['project'],
    async run(foundation, options) {
      const project = optionalOption(options, 'project');
      return listAdministrators(foundation, project === undefined ? CONSOLE_PROJECT : (await requireProject(foundation, project)).id);
    },
  },
};
