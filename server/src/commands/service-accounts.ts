import { requireProject } from '../core/projects.ts';
import { createServiceAccount, listServiceAccounts, setServiceAccountActive } from '../core/service-accounts.ts';
import { ACTOR, rightsOf } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption } from './arguments.ts';

/** `mpin-platform service-account …`; a token is told once, when it is made. */
export const serviceAccountCommands: Readonly<Record<string, AdministrationCommand>> = {
  create: {
    usage: '--project ID --name NAME --right verify|read|revoke|sign|otp…', options: ['project', 'name', 'right'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      const { account, token } = await createServiceAccount(foundation, { projectId: project.id, name: requireOption(options, 'name'), rights: rightsOf(options, 'right') }, ACTOR);
      return { ...account, token };
    },
  },
  list: {
    usage: '--project ID', options: ['project'],
    run: async (foundation, options) => listServiceAccounts(foundation, (await requireProject(foundation, requireOption(options, 'project'))).id),
  },
  disable: {
    usage: '--id ID', options: ['id'],
    run: (foundation, options) => setServiceAccountActive(foundation, requireOption(options, 'id'), false, ACTOR),
  },
  enable: {
    usage: '--id ID', options: ['id'],
    run: (foundation, options) => setServiceAccountActive(foundation, requireOption(options, 'id'), true, ACTOR),
  },
};
