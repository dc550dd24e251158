import type { Database, Queries } from '../store/database.ts';
import type { AuditEvent } from './audit.ts';

/** What came true. */
export interface Noted {
  readonly event: AuditEvent;
  /** Whether a webhook is to be told of it. */
  readonly queued: boolean;
}

/** Where events of a connection or transaction go until they are true. */
const sinks = new WeakMap<Queries, (noted: Noted) => void>();

/** Says that an event was recorded through these queries. */
export function noteEvent(queries: Queries, noted: Noted): void {
  sinks.get(queries)?.(noted);
}

/**
 * A database that tells which events were recorded through it, each after its transaction was committed: one that was undone or repeated tells nothing, or once.
 */
export function observeAudit(db: Database, listener: (noted: Noted) => void): Database {
  sinks.set(db.queries, listener);
  return {
    ...db,
    async transaction(work) {
      let made: Noted[] = [];
      const result = await db.transaction(async (queries) => {
        made = [];
        sinks.set(queries, (noted) => made.push(noted));
        return work(queries);
      });
      made.forEach(listener);
      return result;
    },
  };
}
