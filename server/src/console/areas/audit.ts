import { listApplications } from '../../core/applications.ts';
import { AUDIT_COLUMNS, exportAudit, readAudit } from '../../core/audit-log.ts';
import type { AuditFilter, AuditRecord } from '../../core/audit-log.ts';
import { AUDIT_EVENTS } from '../../core/audit.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { eventName } from '../../pages/account-texts.ts';
import { pageCatalogue } from '../../pages/index.ts';
import { csvLine } from '../../text/csv.ts';
import { html } from '../../text/html.ts';
import { oneLine, unlinkable } from '../../text/untrusted.ts';
import { dateOf, offsetOf } from '../fields.ts';
import { projectPath } from '../frame.ts';
import { apart, button, code, moment, networkPlace, pager, personId, selectField, table, textField } from '../parts.ts';
import type { Named, Scope } from '../scope.ts';
import { consoleEvents } from '../texts/events.ts';
import { consoleLanguage } from '../texts/texts.ts';

const LIMIT = 50;
const DAY_MS = 86_400_000;
const STATUSES: ReadonlySet<string> = new Set(Object.values(AUDIT_EVENTS).map(([, status]) => status));
const FILTERS = ['user', 'device', 'event', 'application', 'from', 'to'] as const;

const given = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

/** What a query asks for; days count whole, the last one included. What makes no sense does not restrict. */
function filterOf(query: Named): AuditFilter {
  const user = given(query['user']);
  const to = dateOf(query['to'] ?? '');
  const event = given(query['event']);
  return {
    userId: user === undefined ? undefined : normaliseUserId(user), deviceName: given(query['device']), applicationId: given(query['application']), from: dateOf(query['from'] ?? ''),
    to: to === undefined ? undefined : to + DAY_MS, status: event !== undefined && STATUSES.has(event) ? event : undefined,
  };
}

const kept = (query: Named): Record<string, string> => Object.fromEntries(FILTERS.flatMap((name) => (given(query[name]) === undefined ? [] : [[name, query[name] ?? '']])));

/** The file, part by part. */
async function* csvOf(parts: AsyncIterable<readonly AuditRecord[]>): AsyncGenerator<string> {
  yield `${AUDIT_COLUMNS.join(',')}\r\n`;
  for await (const part of parts) yield part.map((record) => `${csvLine(AUDIT_COLUMNS.map((column) => record[column]))}\r\n`).join('');
}

/** The audit log, filtered, in pages, and as a file. */
export function auditRoutes({ core, page, file }: Scope): void {
  page('/audit', 'audit', async ({ texts, project, lang }, query) => {
    const path = `${projectPath(project.id)}/audit`;
    const at = { offset: offsetOf(query['offset']), limit: LIMIT };
    const found = await readAudit(core, project.id, filterOf(query), at);
    const { account } = pageCatalogue[consoleLanguage(lang)];
    const { audit } = texts;
    const others: Readonly<Record<string, string>> = consoleEvents[consoleLanguage(lang)];
    const named = (event: string): string => eventName(account, event) ?? others[event] ?? event;
    const applications = (await listApplications(core, project.id)).map(({ id, name }) => [id, oneLine(name)] as const);
    const value = (name: string): string => query[name] ?? '';
    const rows = found.list.map((record) => [
      moment(Date.parse(record.createdAt), texts), html`${named(record.eventStatus)} ${code(record.eventStatus)}`, personId(record.userID || '–'),
      apart(unlinkable(record.deviceName) || '–'), apart(oneLine(record.appName) || '–'), networkPlace(record.IPAddress, record.country), personId(oneLine(record.actor) || '–'),
    ]);
    return {
      title: audit.title,
      content: html`<form class="line" method="get" action="${path}" role="search">${textField({ name: 'user', label: audit.user, value: value('user') })}${textField({ name: 'device', label: audit.device, value: value('device') })}
${selectField({ name: 'event', label: audit.event, value: value('event') }, [['', texts.all], ...[...STATUSES].map((status) => [status, named(status)] as const)])}
${selectField({ name: 'application', label: audit.application, value: value('application') }, [['', texts.all], ...applications])}
${textField({ name: 'from', label: audit.from, value: value('from') }, { type: 'date' })}${textField({ name: 'to', label: audit.to, value: value('to') }, { type: 'date' })}${button(texts.filter, 'primary')}</form>
<div class="panel">${rows.length === 0 ? html`<p>${audit.nothing}</p>` : table(audit.title, [texts.when, audit.what, audit.user, audit.device, audit.application, audit.address, audit.actor], rows)}
${pager(texts, path, kept(query), at, found)}<p><a href="${path}.csv?${new URLSearchParams(kept(query)).toString()}">${texts.csv}</a></p></div>`,
    };
  });

  file('/audit.csv', 'audit', async ({ project }, query) => ({ name: 'audit.csv', csv: csvOf(exportAudit(core, project.id, filterOf(query))) }));
}
