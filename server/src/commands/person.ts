import { erasePerson, exportPerson } from '../core/people.ts';
import { requireProject } from '../core/projects.ts';
import { ACTOR } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

const AGENT = { ip: '', actor: ACTOR };

/** `mpin-platform person …`: what somebody may ask of whoever keeps their data (docs/operations.md). */
export const personCommands: Readonly<Record<string, AdministrationCommand>> = {
  export: {
    usage: '--project ID --user USER', options: ['project', 'user'],
    run: async (foundation, options) => exportPerson(foundation, (await requireProject(foundation, requireOption(options, 'project'))).id, requireOption(options, 'user'), AGENT),
  },
  erase: {
    usage: '--project ID --user USER', options: ['project', 'user'],
    async run(foundation, options) {
      const { id } = await requireProject(foundation, requireOption(options, 'project'));
      const rows = await erasePerson(foundation, id, requireOption(options, 'user'), AGENT);
      if (rows === 0) throw new UsageError('nothing is kept about this user in this project; nothing was erased');
      return { rows };
    },
  },
};
