import type { interactionPolicy, KoaContextWithOIDC } from 'oidc-provider';
import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import { readAccountName } from './accounts.ts';

/** The subject that a request insists on: by an earlier ID token, or by the claim's value. */
function wantedSubjects({ oidc }: KoaContextWithOIDC): readonly string[] {
  const hinted = oidc.entities.IdTokenHint?.payload.sub;
  return hinted === undefined ? [] : [String(hinted)];
}

/** What the rules ask the platform. */
export interface SessionFacts {
  /** The project that an application belongs to. */
  projectOf(clientId: string): Promise<string | undefined>;
  /** Whether the identity that proved the PIN of a session may still sign in. */
  isDeviceActive(identityId: string): Promise<boolean>;
}

/**
 * When people are asked for their PIN or for consent (docs/protocol.md 11.2). Beside what OpenID Connect demands: a sign-in counts for the
 * applications of its project alone, a hint names the subject that applications know, not our name of the account, and a session is worth nothing
 * without the device that made it.
 */
export function interactionRules({ projectOf, isDeviceActive }: SessionFacts): interactionPolicy.DefaultPolicy {
  const policy = base();
  const login = policy.get('login');
  if (login === undefined) throw new Error('The library has no prompt `login`.');
  login.checks.remove('id_token_hint');
  login.checks.add(new Check('other_subject', 'id_token_hint and authenticated subject do not match', 'login_required', (ctx) => {
    const account = ctx.oidc.session?.accountId;
    if (account === undefined) return Check.NO_NEED_TO_PROMPT;
    const { userId } = readAccountName(account);
    return wantedSubjects(ctx).every((subject) => subject === userId) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  }));
  login.checks.add(new Check('other_project', 'End-User authentication is required', 'login_required', async (ctx) => {
    const account = ctx.oidc.session?.accountId;
    const clientId = ctx.oidc.client?.clientId;
    if (account === undefined || clientId === undefined) return Check.NO_NEED_TO_PROMPT;
    return readAccountName(account).projectId === await projectOf(clientId) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  }));
  login.checks.add(new Check('device', 'The device that signed in here was revoked', 'login_required', async ({ oidc: { session } }) =>
    (session?.accountId === undefined || (session.acr !== undefined && await isDeviceActive(session.acr)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT)));
  login.checks.add(new Check('activation', 'A registration is under way', 'login_required', (ctx) =>
    // A token to register with is for somebody who is about to choose a PIN, whoever is signed in here.
    (ctx.oidc.params?.['acttoken'] !== undefined && ctx.oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT)));
  return policy;
}
