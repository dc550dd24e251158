import { AUDIT_COLUMNS, exportAudit } from '../core/audit-log.ts';
import { requireProject } from '../core/projects.ts';
import { normaliseUserId } from '../core/user-ids.ts';
import { openCountries } from '../country-database.ts';
import { csvLine } from '../text/csv.ts';
import { optionalOption } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';
import type { Options } from './arguments.ts';

function timeOf(options: Options, name: string): number | undefined {
  const text = optionalOption(options, name);
  const time = text === undefined ? undefined : Date.parse(text);
  if (time !== undefined && Number.isNaN(time)) throw new UsageError(`--${name} must be a moment, as in 2026-06-01T00:00:00Z`);
  return time;
}

/** `mpin-platform audit export`: the whole log, newest first, as CSV, or as one JSON object a line. */
export const auditCommands: Readonly<Record<string, AdministrationCommand>> = {
  export: {
    usage: '--project ID [--from MOMENT] [--to MOMENT] [--user USER] (CSV; JSON Lines with --json)', options: ['project', 'from', 'to', 'user'],
    async run(foundation, options, { print, json }) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      const user = optionalOption(options, 'user');
      const store = { ...foundation, countries: openCountries(foundation.config.countryDatabase) };
      const filter = { from: timeOf(options, 'from'), to: timeOf(options, 'to'), userId: user === undefined ? undefined : normaliseUserId(user) };
      if (!json) print(AUDIT_COLUMNS.join(','));
      for await (const part of exportAudit(store, project.id, filter)) {
        for (const record of part) print(json ? JSON.stringify(record) : csvLine(AUDIT_COLUMNS.map((column) => record[column])));
      }
      return undefined;
    },
  },
};
