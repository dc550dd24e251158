import { lockVerification, mintActivation } from './activations.ts';
import type { Activation } from './activations.ts';
import type { Core } from './core.ts';
import { storedRedirect } from './custom-verification.ts';
import type { StoredRedirect } from './custom-verification.ts';
import { accessIdOf, markConfirmed, verificationByLink } from './verification-confirm.ts';
import type { Verification } from './verification-confirm.ts';

/** What the page behind a custom verification's URL needs to enrol this browser. */
export interface Enrolment {
  readonly verification: Verification;
  readonly activation: Activation;
  readonly accessId: string | undefined;
  readonly redirect: StoredRedirect | undefined;
}

async function isUsed(core: Core, verification: Verification): Promise<boolean> {
  const used = await core.db.queries.selectFrom('identities').select('id')
    .where('verification_id', '=', verification.id).where('first_used_at', 'is not', null).executeTakeFirst();
  return used !== undefined;
}

/** Whether this browser may still enrol with the request: nobody has begun, or this browser has and is not done. */
async function mayEnrol(core: Core, verification: Verification, browser: string | undefined): Promise<boolean> {
  if (verification.kind !== 'custom' || verification.expires_at <= core.now()) return false;
  if (verification.state === 'sent') return true;
  const here = browser !== undefined && verification.browser_digest === core.hasher.digest('browser', browser);
  return verification.state === 'confirmed' && here && !(await isUsed(core, verification));
}

/** The request behind a custom verification's URL, where this browser may go on with it; looking changes nothing. */
export async function viewEnrolment(core: Core, browser: string | undefined, userId: string, code: string): Promise<Verification | undefined> {
  const verification = await verificationByLink(core, userId, code);
  return verification !== undefined && (await mayEnrol(core, verification, browser)) ? verification : undefined;
}

/**
 * Gives this browser, and from then on no other, the activation behind a custom verification's URL; again until the identity made from it has
 * signed in once.
 *
 * @param browser - the mark of the browser that asks
 * @returns `undefined` where there is nothing to be had: used, expired, or begun elsewhere
 */
export async function enrolHere(core: Core, ip: string, browser: string, userId: string, code: string): Promise<Enrolment | undefined> {
  const found = await viewEnrolment(core, browser, userId, code);
  if (found === undefined) return undefined;
  return core.db.transaction(async (queries) => {
    const verification = await lockVerification(queries, found.id);
    if (verification === undefined) return undefined;
    const digest = core.hasher.digest('browser', browser);
    if (verification.state === 'sent') {
      if (!(await markConfirmed(core, queries, verification, ip))) return undefined;
      await queries.updateTable('verifications').set({ browser_digest: digest }).where('id', '=', verification.id).execute();
    } else if (verification.state !== 'confirmed' || verification.browser_digest !== digest) {
      return undefined;
    }
    const activation = await mintActivation(core, queries, {
      projectId: verification.project_id, userId: verification.user_id, verificationId: verification.id, kind: 'custom', addressProved: false,
      applicationId: verification.application_id ?? undefined, deviceName: verification.device_name,
    });
    return { verification, activation, accessId: accessIdOf(core, verification), redirect: storedRedirect(verification) };
  });
}
