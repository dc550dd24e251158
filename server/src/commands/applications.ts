import { APPLICATION_TYPES, createApplication, grantRights, listApplications, regenerateSecret, setApplicationActive, withdrawRights } from '../core/applications.ts';
import { requireOrigin } from '../core/project-changes.ts';
import { setLogoutUri } from '../core/logout-uris.ts';
import { requireProject } from '../core/projects.ts';
import { ACTOR, countOf, optionalOption, rightsOf } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

/** `mpin-platform application …`; secrets are told once, when they are made. */
export const applicationCommands: Readonly<Record<string, AdministrationCommand>> = {
  create: {
    usage: '--project ID --name NAME [--type sign-in|openid] [--origin ORIGIN]… [--grant RIGHT,…]', options: ['project', 'name', 'type', 'origin', 'grant'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      const wanted = optionalOption(options, 'type') ?? 'sign-in';
      const type = APPLICATION_TYPES.find((known) => known === wanted);
      if (type === undefined) throw new UsageError('--type must be sign-in or openid');
      if (type === 'otp') throw new UsageError('an application for one-time passwords is made by "otp-application create"');
      const origins = (options.get('origin') ?? []).map(requireOrigin);
      return createApplication(foundation, { projectId: project.id, name: requireOption(options, 'name'), type, origins, rights: rightsOf(options, 'grant'), actor: ACTOR });
    },
  },
  list: {
    usage: '--project ID', options: ['project'],
    run: async (foundation, options) => listApplications(foundation, (await requireProject(foundation, requireOption(options, 'project'))).id),
  },
  'logout-uri': {
    usage: '--id ID --uri URL', options: ['id', 'uri'],
    async run(foundation, options) {
      await setLogoutUri(foundation, { applicationId: requireOption(options, 'id'), uri: optionalOption(options, 'uri') ?? '', dev: foundation.config.dev, actor: ACTOR });
      return { id: requireOption(options, 'id'), logoutUri: optionalOption(options, 'uri') ?? '' };
    },
  },
  'regenerate-secret': {
    usage: '--id ID [--overlap SECONDS]', options: ['id', 'overlap'],
    run: (foundation, options) => regenerateSecret(foundation, requireOption(options, 'id'), countOf(options, 'overlap', 0), ACTOR),
  },
  grant: {
    usage: '--id ID --right verify|read|revoke|sign|otp…', options: ['id', 'right'],
    run: (foundation, options) => grantRights(foundation, requireOption(options, 'id'), rightsOf(options, 'right'), ACTOR),
  },
  revoke: {
    usage: '--id ID --right RIGHT…', options: ['id', 'right'],
    run: (foundation, options) => withdrawRights(foundation, requireOption(options, 'id'), rightsOf(options, 'right'), ACTOR),
  },
  disable: {
    usage: '--id ID', options: ['id'],
    run: (foundation, options) => setApplicationActive(foundation, requireOption(options, 'id'), false, ACTOR),
  },
  enable: {
    usage: '--id ID', options: ['id'],
    run: (foundation, options) => setApplicationActive(foundation, requireOption(options, 'id'), true, ACTOR),
  },
};
