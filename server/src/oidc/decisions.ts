import type { Interaction, InteractionResults, Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import type { ConsentScope } from '../pages/index.ts';
import type { OpenidClient } from './clients.ts';
import { accountsOf, noteRefusal, rememberConsent, withdrawConsent } from './consents.ts';
import type { Decider } from './consents.ts';
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

/** The answer to a consent page: to which request, of which application, and from what network address. */
export interface ConsentAnswer {
  readonly interaction: Interaction;
  readonly client: OpenidClient;
  readonly ip: string;
}

const deciderOf = ({ interaction, ip }: ConsentAnswer): Decider => ({ identityId: interaction.session?.acr, ip });

/** Somebody said no: the application is told, and the audit log once, however often the button is pressed. */
export async function refuseConsent(core: Core, answer: ConsentAnswer): Promise<InteractionResults> {
  const { interaction, client } = answer;
  if (interaction.result?.error === undefined) await noteRefusal(core, interaction.session?.accountId ?? '', client.id, deciderOf(answer));
  return refuse('The person did not allow it.');
}

/** Somebody said yes: the grant, remembered for later visits. */
export async function allowConsent(core: Core, provider: Provider, answer: ConsentAnswer): Promise<InteractionResults> {
  const { interaction, client } = answer;
  const account = interaction.session?.accountId ?? '';
  const known = interaction.grantId === undefined ? undefined : await provider.Grant.find(interaction.grantId);
  const grant = known?.accountId === account ? known : new provider.Grant({ accountId: account, clientId: client.id });
  const asked = requestedScopes(interaction);
  const given = scopesToAsk(interaction, client);
  grant.addOIDCScope(given.join(' '));
  const withheld = asked.filter((scope) => !given.includes(scope));
  if (withheld.length > 0) grant.rejectOIDCScope(withheld.join(' '));
  const grantId = await grant.save();
  await rememberConsent(core, account, client.id, { scopes: asked, ...deciderOf(answer) });
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

type Client = NonNullable<Awaited<ReturnType<Provider['Client']['find']>>>;

/** Tells an application that a session is over for it, where it wants to hear that (docs/protocol.md 11.5). */
async function tellApplication(client: Client | undefined, session: Session): Promise<void> {
  const { accountId } = session;
  if (client?.backchannelLogoutUri === undefined || accountId === undefined) return;
  await (client as unknown as { backchannelLogout(account: string, sid: string): Promise<void> }).backchannelLogout(accountId, session.sidFor(client.clientId) ?? '');
}

/** Ends a session: its applications hear of it, and what they hold of it is worthless. */
export async function endSession(provider: Provider, session: Session): Promise<void> {
  for (const [clientId, { grantId, persistsLogout }] of Object.entries(session.authorizations ?? {})) {
    await tellApplication(await provider.Client.find(clientId), session);
    if (grantId === undefined || persistsLogout === true) continue;
    for (const kind of [provider.AccessToken, provider.AuthorizationCode, provider.RefreshToken]) await kind.revokeByGrantId(grantId);
    await (await provider.Grant.find(grantId))?.destroy();
  }
  await session.destroy();
}

/** An account is signed in to an application no longer, in whatever browser it was. */
async function signOutOf(core: Core, provider: Provider, { id, client }: { readonly id: string; readonly client: Client | undefined }, account: string): Promise<void> {
  for (const uid of await sessionsOf(core, account)) {
    const session = await provider.Session.findByUid(uid);
    if (session?.authorizations?.[id] === undefined) continue;
    await tellApplication(client, session);
    delete session.authorizations[id];
    await session.persist();
  }
}

/**
 * Takes back what an account allowed an application, in all its browsers: every code and token is worthless, and where somebody is still signed in to
 * it, it hears that this is over.
 */
export async function discontinue(core: Core, provider: Provider, account: string, clientId: string, decider: Decider): Promise<void> {
  await withdrawConsent(core, account, clientId, decider);
  await signOutOf(core, provider, { id: clientId, client: await provider.Client.find(clientId) }, account);
}

/**
 * Ends an application for everybody. It hears of each sign-in that it had once it is gone, as nobody can sign in anew then.
 *
 * @param remove - removes it; nobody is signed out where it throws
 */
export async function endForAll(core: Core, provider: Provider, clientId: string, remove: () => Promise<void>): Promise<void> {
  const client = await provider.Client.find(clientId);
  const accounts = await accountsOf(core, clientId);
  await remove();
  for (const account of accounts) await signOutOf(core, provider, { id: clientId, client }, account);
}
