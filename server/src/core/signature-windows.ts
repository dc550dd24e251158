import { auditApplication } from './applications.ts';
import type { Core } from './core.ts';
import { invalidParameters, PlatformError } from './errors.ts';

/** Which timestamps of signatures an application takes (docs/protocol.md 7.2), seconds before and after our clock. */
export interface SignatureWindow {
  readonly pastSeconds: number;
  readonly futureSeconds: number;
}

/** What a window may be. */
export const WINDOW_LIMITS = { pastSeconds: { min: 1, max: 86_400 }, futureSeconds: { min: 0, max: 3600 } } as const;

type Store = Pick<Core, 'db' | 'config'>;

function platformWindow({ config }: Store): SignatureWindow {
  return { pastSeconds: config.signaturePastSeconds, futureSeconds: config.signatureFutureSeconds };
}

/** The window of an application, where it has one of its own. */
export async function ownSignatureWindow({ db }: Pick<Core, 'db'>, applicationId: string): Promise<SignatureWindow | undefined> {
  const row = await db.queries.selectFrom('signature_windows').selectAll().where('application_id', '=', applicationId).executeTakeFirst();
  return row && { pastSeconds: row.past_seconds, futureSeconds: row.future_seconds };
}

/** The window that counts: the application's own, else the platform's; `undefined` is whoever is no application. */
export async function signatureWindowOf(store: Store, applicationId: string | undefined): Promise<SignatureWindow> {
  return (applicationId === undefined ? undefined : await ownSignatureWindow(store, applicationId)) ?? platformWindow(store);
}

/** For how long a signature of a project can be within anybody's window: so long it is remembered that it was a guess. */
export async function longestPast(store: Store, projectId: string): Promise<number> {
  const row = await store.db.queries.selectFrom('signature_windows').innerJoin('applications', 'applications.id', 'signature_windows.application_id')
    .select((eb) => eb.fn.max('past_seconds').as('longest')).where('applications.project_id', '=', projectId).executeTakeFirst();
  return Math.max(row?.longest ?? 0, store.config.signaturePastSeconds);
}

/** Whether a window may be like this. */
export function isSignatureWindow(window: SignatureWindow): boolean {
  return (['pastSeconds', 'futureSeconds'] as const).every((name) => Number.isSafeInteger(window[name]) && window[name] >= WINDOW_LIMITS[name].min && window[name] <= WINDOW_LIMITS[name].max);
}

/**
 * Gives an application a window of its own, or with `undefined` the platform's again; effective with the next signature.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS, NOT_FOUND
 */
export async function setSignatureWindow(store: Pick<Core, 'db' | 'now'>, applicationId: string, window: SignatureWindow | undefined, actor: string): Promise<void> {
  if (window !== undefined && !isSignatureWindow(window)) throw invalidParameters('pastSeconds', 'futureSeconds');
  await store.db.transaction(async (queries) => {
    const row = await queries.updateTable('applications').set((eb) => ({ name: eb.ref('name') })).where('id', '=', applicationId).returning('id').executeTakeFirst();
    if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no application ${applicationId}.`);
    await queries.deleteFrom('signature_windows').where('application_id', '=', applicationId).execute();
    if (window !== undefined) await queries.insertInto('signature_windows').values({ application_id: applicationId, past_seconds: window.pastSeconds, future_seconds: window.futureSeconds }).execute();
    await auditApplication(queries, 'applicationChanged', applicationId, actor, store.now());
  });
}
