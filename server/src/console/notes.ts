import type { Core } from '../core/core.ts';
import type { ConsoleTexts } from './texts/texts.ts';
import type { ConsoleSession } from './sessions.ts';

/** What the page after a form shows, once. */
export interface Note {
  readonly done: keyof ConsoleTexts['done'];
  /** Secrets that were just made: told here and never again. */
  readonly secrets?: readonly { readonly label: keyof ConsoleTexts['secrets']; readonly value: string }[];
}

/** How long a note waits for its page. */
const LIFE_MS = 10 * 60_000;

type Store = Pick<Core, 'db' | 'sealer' | 'now'>;

const labelOf = ({ digest }: ConsoleSession, path: string): string => `console note ${digest} ${path}`;

/** Leaves a note for the next time that this session opens a page. */
export async function leaveNote({ db, sealer, now }: Store, session: ConsoleSession, path: string, note: Note): Promise<void> {
  const row = { content_sealed: sealer.seal(labelOf(session, path), JSON.stringify(note)), expires_at: now() + LIFE_MS };
  await db.queries.insertInto('console_notes').values({ session_digest: session.digest, path, ...row })
    .onConflict((conflict) => conflict.columns(['session_digest', 'path']).doUpdateSet(row)).execute();
}

/** Takes the note that waits for a page, if one does. */
export async function takeNote({ db, sealer, now }: Store, session: ConsoleSession, path: string): Promise<Note | undefined> {
  const row = await db.queries.deleteFrom('console_notes').where('session_digest', '=', session.digest).where('path', '=', path).returning(['content_sealed', 'expires_at']).executeTakeFirst();
  if (row === undefined || row.expires_at <= now()) return undefined;
  return JSON.parse(sealer.open(labelOf(session, path), row.content_sealed)) as Note;
}
