import { approveOpenidApplication, createOpenidApplication } from '../core/openid-applications.ts';
import { requireProject } from '../core/projects.ts';
import { openFoundation } from '../foundation.ts';
import type { Foundation } from '../foundation.ts';
import type { Config } from '../config/load.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import type { Options } from './arguments.ts';
import { configuration } from './configuration.ts';

/** Whoever holds a shell on the platform's host, for the audit log. */
const ACTOR = 'command line';

function choice(options: Options, name: string, words: readonly [usual: string, other: string]): boolean {
  const given = options.get(name)?.[0] ?? words[0];
  if (!words.includes(given)) throw new UsageError(`--${name} must be ${words.join(' or ')}`);
  return given === words[1];
}

async function create(words: readonly string[], foundation: Foundation, config: Config): Promise<unknown> {
  const options = readOptions(words, ['project', 'name', 'redirect-uri', 'post-logout-uri', 'logout-uri', 'start-url', 'initiate-login-uri', 'logo', 'type', 'mpin-id']);
  const one = (name: string): string => options.get(name)?.[0] ?? '';
  const project = await requireProject(foundation, one('project'));
  const isPublic = choice(options, 'type', ['confidential', 'public']);
  const created = await createOpenidApplication({ ...foundation, config }, {
    projectId: project.id, account: undefined, actor: ACTOR, mpinIdAllowed: choice(options, 'mpin-id', ['refused', 'allowed']),
  }, {
    name: requireOption(options, 'name'), redirectUris: options.get('redirect-uri') ?? [], postLogoutUris: options.get('post-logout-uri') ?? [], isPublic,
    logoutUri: one('logout-uri'), startUrl: one('start-url'), initiateLoginUri: one('initiate-login-uri'), logoUrl: one('logo'),
  });
  return isPublic ? { clientId: created.clientId } : created;
}

/** `mpin-platform openid-application …`: makes applications that sign people in by OpenID Connect (docs/connect.md); the secret is told once. */
export async function openidApplication([action, ...words]: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const config = configuration(environment);
  const foundation = await openFoundation(config);
  try {
    if (action === 'create') return print(JSON.stringify(await create(words, foundation, config), null, 2));
    if (action !== 'approve') throw new UsageError('there are "openid-application create" and "openid-application approve"');
    await approveOpenidApplication(foundation, requireOption(readOptions(words, ['id']), 'id'), true, ACTOR);
  } finally {
    await foundation.db.close();
  }
}
