import { approveOpenidApplication, createOpenidApplication } from '../core/openid-applications.ts';
import { requireProject } from '../core/projects.ts';
import { ACTOR, optionalOption } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';
import type { Options } from './arguments.ts';

function choice(options: Options, name: string, words: readonly [usual: string, other: string]): boolean {
  const given = optionalOption(options, name) ?? words[0];
  if (!words.includes(given)) throw new UsageError(`--${name} must be ${words.join(' or ')}`);
  return given === words[1];
}

/** `mpin-platform openid-application …`: applications that sign people in by OpenID Connect (docs/connect.md); a secret is told once. */
export const openidCommands: Readonly<Record<string, AdministrationCommand>> = {
  create: {
    usage: `--name NAME --redirect-uri URI… [--project ID] [--type confidential|public] [--mpin-id allowed]
              [--post-logout-uri URI…] [--logout-uri URI] [--start-url URL] [--initiate-login-uri URL] [--logo URL]`,
    options: ['project', 'name', 'redirect-uri', 'post-logout-uri', 'logout-uri', 'start-url', 'initiate-login-uri', 'logo', 'type', 'mpin-id'],
    async run(foundation, options) {
      const one = (name: string): string => optionalOption(options, name) ?? '';
      const project = await requireProject(foundation, one('project'));
      const isPublic = choice(options, 'type', ['confidential', 'public']);
      const maker = { projectId: project.id, account: undefined, actor: ACTOR, mpinIdAllowed: choice(options, 'mpin-id', ['refused', 'allowed']) };
      const created = await createOpenidApplication(foundation, maker, {
        name: requireOption(options, 'name'), redirectUris: options.get('redirect-uri') ?? [], postLogoutUris: options.get('post-logout-uri') ?? [], isPublic,
        logoutUri: one('logout-uri'), startUrl: one('start-url'), initiateLoginUri: one('initiate-login-uri'), logoUrl: one('logo'),
      });
      return isPublic ? { clientId: created.clientId } : created;
    },
  },
  approve: {
    usage: '--id ID', options: ['id'],
    async run(foundation, options) {
      const id = requireOption(options, 'id');
      await approveOpenidApplication(foundation, id, true, ACTOR);
      return { approved: id };
    },
  },
};
