import type { Interaction, InteractionResults, Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import type { ConsentScope } from '../pages/index.ts';
import type { OpenidClient } from './clients.ts';
import { rememberConsent, withdrawConsent } from './consents.ts';
import { sessionsOf } from './payloads.ts';

const SCOPES: readonly ConsentScope[] = ['openid', 'email', 'profile', 'dvs', 'mpin_id', 'hash_mpin_id', 'offline_access'];

function requestedScopes({ params }: Interaction): readonly ConsentScope[] {
  const asked = String(params['scope'] ?? '').split(' ');
  return SCOPES.filter((scope) => asked.includes(scope));
}

/** What the consent page lists: what was asked for and can be given. M-Pin ids are an administrator's to allow (docs/security.md). */
export function scopesToAsk(interaction: Interaction, client: OpenidClient): readonly ConsentScope[] {
  return requestedScopes(interaction).filter((scope) => scope !== 'mpin_id' || client.mpinIdAllowed);
}

/** Somebody said no: what the application is told (RFC 6749, 4.1.2.1). */
export function refuse(why: string): InteractionResults {
  return { error: 'access_denied', error_description: why };
}

/** Somebody said yes: the grant, remembered for later visits. */
export async function decideConsent(core: Core, provider: Provider, interaction: Interaction, client: OpenidClient): Promise<InteractionResults> {
  const account = interaction.session?.accountId ?? '';
  const known = interaction.grantId === undefined ? undefined : await provider.Grant.find(interaction.grantId);
  const grant = known?.accountId === account ? known : new provider.Grant({ accountId: account, clientId: client.id });
  const asked = requestedScopes(interaction);
  const given = scopesToAsk(interaction, client);
  grant.addOIDCScope(given.join(' '));
  const withheld = asked.filter((scope) => !given.includes(scope));
  if (withheld.length > 0) grant.rejectOIDCScope(withheld.join(' '));
  const grantId = await grant.save();
  await rememberConsent(core, account, client.id, asked);
  return { consent: { grantId } };
}

/**
 * Makes room for another account than the one that is signed in here: its session ends, as if it had signed out, so that nothing of it is left to
 * the next person at this browser.
 */
export async function switchAccount(provider: Provider, interaction: Interaction, accountId: string): Promise<void> {
  const uid = interaction.session?.uid;
  if (uid === undefined || interaction.session?.accountId === accountId) return;
  const session = await provider.Session.findByUid(uid);
  if (session !== undefined) await endSession(provider, session);
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

type Session = NonNullable<Awaited<ReturnType<Provider['Session']['findByUid']>>>;

/** Tells an application that a session is over for it, where it wants to hear that (docs/protocol.md 11.5). */
async function tellApplication(provider: Provider, session: Session, clientId: string): Promise<void> {
  const { accountId } = session;
  const client = await provider.Client.find(clientId);
  if (client?.backchannelLogoutUri === undefined || accountId === undefined) return;
  await (client as unknown as { backchannelLogout(account: string, sid: string): Promise<void> }).backchannelLogout(accountId, session.sidFor(clientId) ?? '');
}

/** Ends a session: its applications hear of it, and what they hold of it is worthless. */
export async function endSession(provider: Provider, session: Session): Promise<void> {
  for (const [clientId, { grantId, persistsLogout }] of Object.entries(session.authorizations ?? {})) {
    await tellApplication(provider, session, clientId);
    if (grantId === undefined || persistsLogout === true) continue;
    for (const kind of [provider.AccessToken, provider.AuthorizationCode, provider.RefreshToken]) await kind.revokeByGrantId(grantId);
    await (await provider.Grant.find(grantId))?.destroy();
  }
  await session.destroy();
}

/**
 * Takes back what an account allowed an application, in all its browsers: every code and token is worthless, and where somebody is still signed in to
 * it, it hears that this is over.
 */
export async function discontinue(core: Core, provider: Provider, account: string, clientId: string): Promise<void> {
  await withdrawConsent(core, account, clientId);
  for (const uid of await sessionsOf(core, account)) {
    const session = await provider.Session.findByUid(uid);
    if (session?.authorizations?.[clientId] === undefined) continue;
    await tellApplication(provider, session, clientId);
    delete session.authorizations[clientId];
    await session.persist();
  }
}
