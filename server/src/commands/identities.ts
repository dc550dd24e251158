import { listIdentities, renameIdentity, revokeByAdministrator } from '../core/identity-administration.ts';
import { DEFAULT_LIMIT } from '../core/paging.ts';
import { requireProject } from '../core/projects.ts';
import { normaliseUserId } from '../core/user-ids.ts';
import { openCountries } from '../country-database.ts';
import { ACTOR, countOf, optionalOption } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

const AGENT = { ip: '', actor: ACTOR };

/** `mpin-platform identity …`; ids are hashes of M-Pin ids. */
export const identityCommands: Readonly<Record<string, AdministrationCommand>> = {
  list: {
    usage: '--project ID [--user USER] [--revoked true|false] [--offset N] [--limit N]', options: ['project', 'user', 'revoked', 'offset', 'limit'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      const [user, revoked] = [optionalOption(options, 'user'), optionalOption(options, 'revoked')];
      if (revoked !== undefined && revoked !== 'true' && revoked !== 'false') throw new UsageError('--revoked must be true or false');
      const filter = { userId: user === undefined ? undefined : normaliseUserId(user), revoked: revoked === undefined ? undefined : revoked === 'true' };
      const page = { offset: countOf(options, 'offset', 0), limit: countOf(options, 'limit', DEFAULT_LIMIT) };
      return listIdentities({ ...foundation, countries: openCountries(foundation.config.countryDatabase) }, project.id, filter, page);
    },
  },
  rename: {
    usage: '--project ID --id HASH --name NAME', options: ['project', 'id', 'name'],
    run: (foundation, options) => renameIdentity({ ...foundation, countries: openCountries(foundation.config.countryDatabase) }, requireOption(options, 'project'),
      requireOption(options, 'id').toLowerCase(), requireOption(options, 'name'), AGENT),
  },
  revoke: {
    usage: '--project ID --id HASH [--reason TEXT]', options: ['project', 'id', 'reason'],
    async run(foundation, options) {
      const id = requireOption(options, 'id').toLowerCase();
      return { hashMPinID: id, reason: await revokeByAdministrator(foundation, requireOption(options, 'project'), id, optionalOption(options, 'reason') ?? '', AGENT) };
    },
  },
};
