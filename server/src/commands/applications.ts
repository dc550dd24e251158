import { APPLICATION_TYPES, createApplication, grantRights, listApplications, regenerateSecret, setApplicationActive, withdrawRights } from '../core/applications.ts';
import { requireOrigin } from '../core/project-changes.ts';
import { setLogoutUri } from '../core/logout-uris.ts';
import { requireProject } from '../core/projects.ts';
import { isSignatureWindow, setSignatureWindow, signatureWindowOf, WINDOW_LIMITS } from '../core/signature-windows.ts';
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
  'signature-window': {
    usage: '--id ID [--past SECONDS --future SECONDS]', options: ['id', 'past', 'future'],
    async run(foundation, options) {
      const id = requireOption(options, 'id');
      const given = options.has('past') || options.has('future');
      const window = given ? { pastSeconds: countOf(options, 'past', foundation.config.signaturePastSeconds), futureSeconds: countOf(options, 'future', foundation.config.signatureFutureSeconds) } : undefined;
      const { pastSeconds, futureSeconds } = WINDOW_LIMITS;
      if (window !== undefined && !isSignatureWindow(window)) throw new UsageError(`--past takes ${pastSeconds.min} to ${pastSeconds.max} seconds, --future ${futureSeconds.min} to ${futureSeconds.max}; without both the platform's window counts`);
      await setSignatureWindow(foundation, id, window, ACTOR);
      return { id, ...await signatureWindowOf(foundation, id) };
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
