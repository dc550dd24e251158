import type { Core } from './core.ts';
import { MAX_LIMIT } from './paging.ts';
import type { Listed, Page } from './paging.ts';

/** Which events are asked for; what is left out does not restrict. Times in Unix milliseconds. */
export interface AuditFilter {
  readonly applicationId?: string | undefined;
  /** The first moment that counts. */
  readonly from?: number | undefined;
  /** The first moment that counts no more. */
  readonly to?: number | undefined;
  readonly userId?: string | undefined;
  /** Hash of the M-Pin id. */
  readonly identityId?: string | undefined;
  readonly deviceName?: string | undefined;
  /** A status of the closed list (docs/audit.md). */
  readonly status?: string | undefined;
}

/** An event as the wire tells it (docs/protocol.md 10.3). */
export interface AuditRecord {
  readonly IPAddress: string;
  readonly appID: string;
  readonly appName: string;
  readonly country: string;
  readonly createdAt: string;
  readonly deviceName: string;
  readonly eventStatus: string;
  readonly eventType: string;
  readonly mpinID: string;
  readonly userID: string;
  readonly actor: string;
}

/** The columns of an exported log, in their order. */
export const AUDIT_COLUMNS = ['createdAt', 'eventType', 'eventStatus', 'userID', 'deviceName', 'mpinID', 'appID', 'appName', 'IPAddress', 'country', 'actor'] as const satisfies readonly (keyof AuditRecord)[];

type Store = Pick<Core, 'db' | 'countries'>;

function selected({ db }: Store, projectId: string, filter: AuditFilter) {
  let query = db.queries.selectFrom('audit').leftJoin('applications', 'applications.id', 'audit.application_id').where('audit.project_id', '=', projectId);
  if (filter.applicationId !== undefined) query = query.where('audit.application_id', '=', filter.applicationId);
  if (filter.from !== undefined) query = query.where('audit.created_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('audit.created_at', '<', filter.to);
  if (filter.userId !== undefined) query = query.where('audit.user_id', '=', filter.userId);
  if (filter.identityId !== undefined) query = query.where('audit.identity_id', '=', filter.identityId);
  if (filter.deviceName !== undefined) query = query.where('audit.device_name', '=', filter.deviceName);
  if (filter.status !== undefined) query = query.where('audit.status', '=', filter.status);
  return query;
}

const newestFirst = (query: ReturnType<typeof selected>) =>
  query.selectAll('audit').select('applications.name as application_name').orderBy('audit.created_at', 'desc').orderBy('audit.id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof newestFirst>['execute']>>[number];

function toRecord({ countries }: Store, row: Row): AuditRecord {
  return {
    IPAddress: row.ip, appID: row.application_id ?? '', appName: row.application_name ?? '', country: row.country || countries.of(row.ip),
    createdAt: new Date(row.created_at).toISOString(), deviceName: row.device_name, eventStatus: row.status, eventType: row.type,
    mpinID: row.identity_id ?? '', userID: row.user_id, actor: row.actor,
  };
}

/** A part of the audit log of a project, newest first. */
export async function readAudit(store: Store, projectId: string, filter: AuditFilter, page: Page): Promise<Listed<AuditRecord>> {
  const query = selected(store, projectId, filter);
  const { total } = await query.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
  const rows = await newestFirst(query).offset(page.offset).limit(page.limit).execute();
  return { total: Number(total), list: rows.map((row) => toRecord(store, row)) };
}

/**
 * The whole audit log of a project, newest first, some at a time: each part is found where the last one ended, so that a long log takes neither
 * memory nor ever longer, and what happens meanwhile neither repeats an entry nor leaves one out.
 */
export async function* exportAudit(store: Store, projectId: string, filter: AuditFilter, size = MAX_LIMIT): AsyncGenerator<readonly AuditRecord[]> {
  const query = selected(store, projectId, filter);
  let rows = await newestFirst(query).limit(size).execute();
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    yield rows.map((row) => toRecord(store, row));
    if (rows.length < size) return;
    const { created_at: at, id } = last;
    // The first condition says nothing that the second does not, but it is one that an index answers.
    const older = query.where('audit.created_at', '<=', at).where((eb) => eb.or([eb('audit.created_at', '<', at), eb('audit.id', '<', id)]));
    rows = await newestFirst(older).limit(size).execute();
  }
}
