import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { networkOf } from './network.ts';
import { markConfirmed, verificationByLink } from './verification-confirm.ts';
import type { Verification } from './verification-confirm.ts';

/** Who opened the page. */
export interface Visitor {
  readonly ip: string;
  /** Value of the cookie that marks a browser, if it has one. */
  readonly browser: string | undefined;
}

/** What the page of a mailed link says (docs/protocol.md 4.4). */
export type PageView =
  | { readonly kind: 'ask'; readonly verification: Verification; readonly numbers: readonly string[] | undefined; readonly hasDevices: boolean; readonly otherNetwork: boolean; readonly numberMissing: boolean }
  | { readonly kind: 'continue-in-app' | 'confirmed' | 'cancelled' | 'wrong-number'; readonly verification: Verification }
  | { readonly kind: 'expired'; readonly verification: Verification | undefined };

async function sameBrowser(core: Core, verification: Verification, visitor: Visitor): Promise<boolean> {
  if (visitor.browser === undefined || verification.access_digest === null) return false;
  const session = await core.db.queries.selectFrom('sessions').select('browser_digest').where('access_digest', '=', verification.access_digest).executeTakeFirst();
  return session?.browser_digest === core.hasher.digest('browser', visitor.browser);
}

async function ask(core: Core, verification: Verification, visitor: Visitor, numberMissing: boolean): Promise<PageView> {
  const device = await core.db.queries.selectFrom('identities').select('id').where('project_id', '=', verification.project_id)
    .where('user_id', '=', verification.user_id).where('state', '=', 'active').executeTakeFirst();
  const numbers = (await sameBrowser(core, verification, visitor)) || verification.match_choices === null ? undefined : (JSON.parse(verification.match_choices) as string[]);
  return { kind: 'ask', verification, numbers, hasDevices: device !== undefined, otherNetwork: networkOf(visitor.ip) !== verification.network, numberMissing };
}

/** The view of a request, which changes nothing: mail scanners open links too. */
export async function viewVerification(core: Core, visitor: Visitor, userId: string, code: string): Promise<PageView> {
  const verification = await verificationByLink(core, userId, code);
  if (verification === undefined) return { kind: 'expired', verification };
  if (verification.handed_over === 1 && verification.state === 'confirmed') return { kind: 'confirmed', verification };
  if (verification.state === 'cancelled') return { kind: 'cancelled', verification };
  if (verification.state !== 'sent' || verification.expires_at <= core.now()) return { kind: 'expired', verification };
  return verification.handed_over === 0 ? { kind: 'continue-in-app', verification } : ask(core, verification, visitor, false);
}

/** What a person decided on the page. */
export interface Decision {
  readonly decision: 'confirm' | 'cancel';
  readonly number: string;
}

/** Takes the decision; it counts once. A wrong number refuses the request: whoever guesses does not get a second guess. */
export async function decideVerification(core: Core, visitor: Visitor, userId: string, code: string, decision: Decision): Promise<PageView> {
  const view = await viewVerification(core, visitor, userId, code);
  if (view.kind === 'continue-in-app' && decision.decision === 'cancel') return refuse(core, visitor, view.verification, 'cancelled');
  if (view.kind !== 'ask') return view;
  const { verification, numbers } = view;
  if (decision.decision === 'cancel') return refuse(core, visitor, verification, 'cancelled');
  if (numbers !== undefined && decision.number === '') return ask(core, verification, visitor, true);
  if (numbers !== undefined && decision.number !== verification.match_number) return refuse(core, visitor, verification, 'wrong-number');
  const confirmed = await core.db.transaction((queries) => markConfirmed(core, queries, verification, visitor.ip));
  if (!confirmed) return viewVerification(core, visitor, userId, code);
  if (verification.access_digest !== null) core.wakeups.wake(verification.access_digest);
  return { kind: 'confirmed', verification };
}

async function refuse(core: Core, visitor: Visitor, verification: Verification, kind: 'cancelled' | 'wrong-number'): Promise<PageView> {
  await core.db.transaction(async (queries) => {
    const changed = await queries.updateTable('verifications').set({ state: 'cancelled' })
      .where('id', '=', verification.id).where('state', '=', 'sent').returning('id').executeTakeFirst();
    if (changed === undefined) return;
    if (verification.handed_over === 1) {
      await queries.updateTable('verifications').set({ state: 'cancelled' }).where('access_digest', '=', verification.access_digest).where('state', '=', 'sent').execute();
      await queries.updateTable('sessions').set({ verification_id: verification.id }).where('access_digest', '=', verification.access_digest).execute();
    }
    const subject = { projectId: verification.project_id, userId: verification.user_id, deviceName: verification.device_name, ip: visitor.ip };
    await audit(queries, kind === 'cancelled' ? 'verificationCancelled' : 'verificationWrongNumber', subject, core.now());
  });
  if (verification.access_digest !== null) core.wakeups.wake(verification.access_digest);
  return { kind, verification };
}
