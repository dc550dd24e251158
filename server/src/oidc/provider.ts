import type { Account, Client, Configuration, Grant, KoaContextWithOIDC, Provider as ProviderType } from 'oidc-provider';
import { InvalidRequest, InvalidScope } from 'oidc-provider/lib/helpers/errors.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { Core } from '../core/core.ts';
import { SECRET_PATTERN } from '../keys/secrets.ts';
import { languages } from '../text/languages.ts';
import { claimsOf, readAccountName } from './accounts.ts';
import { ClientPayloads } from './client-payloads.ts';
import { findClient, isClientSecret } from './clients.ts';
import { findConsent, noteUse } from './consents.ts';
import { endSession } from './decisions.ts';
import { isDeviceActive } from './devices.ts';
import type { ProviderKeys } from './keys.ts';
import { bindLogin } from './logins.ts';
import { sendLogoutToken } from './logout.ts';
import { bindGrant, identityOfGrant, Payloads } from './payloads.ts';
import { interactionRules } from './policy.ts';
import { renderError, renderLoggedOut, renderLogout, renderNobody } from './provider-pages.ts';

/** Lives of what the provider gives out, seconds (docs/protocol.md 11.6). */
const LIVES = { AuthorizationCode: 60, AccessToken: 3600, IdToken: 3600, RefreshToken: 14 * 86_400, Session: 12 * 3600, Grant: 30 * 86_400, Interaction: 3600 } as const;

/** The claims that each scope asks for (docs/protocol.md 11.3); `amr` belongs to a sign-in and stands in ID tokens alone. */
const SCOPE_CLAIMS = {
  openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['preferred_username'], dvs: ['dvs_keys'], mpin_id: ['mpin_id'], hash_mpin_id: ['hash_mpin_id'],
} as const;

/** Longest of any parameter of ours. */
const PARAMETER_LENGTH = 254;

/** Where the platform's public URL is https, browsers are held to it by the cookies' names (RFC 6265bis 4.1.3). */
function cookieNames(publicUrl: string): { session: string; interaction: string; resume: string } {
  const secure = publicUrl.startsWith('https:');
  const [host, path] = secure ? ['__Host-', '__Secure-'] : ['', ''];
  return { session: `${host}mpin-session`, interaction: `${path}mpin-interaction`, resume: `${path}mpin-resume` };
}

/** The account behind a session or a token, and what its application may be told; nobody, once the device that a token came of is shut out. */
async function findAccount(core: Core, ctx: KoaContextWithOIDC, name: string, grantId: string | undefined): Promise<Account | undefined> {
  const account = readAccountName(name);
  const client = ctx.oidc.client === undefined ? undefined : await findClient(core, ctx.oidc.client.clientId);
  if (client !== undefined && grantId !== undefined && client.projectId !== account.projectId) return undefined;
  const identityId = grantId === undefined ? ctx.oidc.session?.acr : await identityOfGrant(core, grantId);
  if (grantId !== undefined && (identityId === undefined || !(await isDeviceActive(core, identityId)))) return undefined;
  return {
    accountId: name,
    async claims() {
      return { sub: account.userId, ...(await claimsOf(core, account, identityId, { mpinId: client?.mpinIdAllowed ?? false })) };
    },
  };
}

/**
 * What the account allowed this application before: on this visit, in this browser, or at any time.
 * Nothing where the application has changed its face since.
 */
async function existingGrant(core: Core, ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { oidc } = ctx;
  const { session, client } = oidc;
  const account = session?.accountId;
  if (client === undefined || session === undefined || account === undefined) return undefined;
  const grant = await rememberedGrant(core, ctx, account, client);
  if (grant !== undefined && session.acr !== undefined) {
    await bindGrant(core, await grant.save(), session.acr, LIVES.Grant);
    await noteUse(core, account, client.clientId);
  }
  return grant;
}

async function rememberedGrant(core: Core, ctx: KoaContextWithOIDC, account: string, { clientId }: Client): Promise<Grant | undefined> {
  const { provider, result, session } = ctx.oidc;
  const given = result?.consent?.grantId;
  const consent = await findConsent(core, account, clientId);
  const application = await findClient(core, clientId);
  if (application?.builtIn === true) return builtInGrant(ctx, account, clientId);
  if (given === undefined && (consent === undefined || application === undefined || application.changedAt > consent.givenAt)) return undefined;
  const known = given ?? session?.grantIdFor(clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined && found.accountId === account) return found;
  if (consent === undefined) return undefined;
  const grant = new provider.Grant({ accountId: account, clientId });
  const withheld = consent.scopes.filter((scope) => scope === 'mpin_id' && application?.mpinIdAllowed !== true);
  grant.addOIDCScope(consent.scopes.filter((scope) => !withheld.includes(scope)).join(' '));
  if (withheld.length > 0) grant.rejectOIDCScope(withheld.join(' '));
  return grant;
}

async function builtInGrant(ctx: KoaContextWithOIDC, account: string, clientId: string): Promise<Grant> {
  const grant = new ctx.oidc.provider.Grant({ accountId: account, clientId });
  grant.addOIDCScope('openid');
  return grant;
}

function settings(core: Core, keys: ProviderKeys): Configuration {
  const store = { db: core.db, hasher: core.hasher, sealer: core.sealer, now: core.now };
  return {
    adapter: (kind) => (kind === 'Client' ? new ClientPayloads(core) : new Payloads(kind, store)),
    jwks: { keys: keys.signing as NonNullable<Configuration['jwks']>['keys'] },
    cookies: { keys: [...keys.cookies], names: cookieNames(core.config.publicUrl), long: { signed: true }, short: { signed: true } },
    routes: {
      authorization: '/authorize', token: '/oidc/token', userinfo: '/oidc/userinfo', jwks: '/oidc/certs', end_session: '/oidc/logout', revocation: '/oidc/revoke',
    },
    interactions: {
      url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
      policy: interactionRules({ projectOf: async (clientId) => (await findClient(core, clientId))?.projectId, isDeviceActive: (identityId) => isDeviceActive(core, identityId) }),
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      backchannelLogout: { enabled: true },
      // An application may end its own tokens, nobody else's.
      revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx) => renderLogout(core, ctx), postLogoutSuccessSource: (ctx) => renderLoggedOut(core, ctx) },
    },
    scopes: ['openid', 'offline_access', 'email', 'profile', 'dvs', 'mpin_id', 'hash_mpin_id'],
    claims: Object.fromEntries(Object.entries(SCOPE_CLAIMS).map(([scope, claims]) => [scope, [...claims]])),
    // A site reads who signed in from the ID token, as the API's documents show; the userinfo endpoint tells the same.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    allowOmittingSingleRegisteredRedirectUri: false,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: (_ctx, client) => client.clientAuthMethod === 'none' },
    ttl: LIVES,
    extraParams: {
      lang: null,
      // The library would go on as for OAuth 2.0 alone, and whoever forgot the scope would learn of it by a missing ID token.
      scope: (_ctx, value) => {
        if (value?.split(' ').includes('openid') !== true) throw new InvalidScope('scope must hold openid', value ?? '');
      },
      prerollid: (_ctx, value) => refuseOdd('prerollid', value),
      acttoken: (_ctx, value) => {
        if (value !== undefined && !SECRET_PATTERN.test(value)) throw new InvalidRequest('acttoken is no activation token');
      },
    } as NonNullable<Configuration['extraParams']>,
    discovery: { ui_locales_supported: [...languages] },
    findAccount: (ctx, name, token) => findAccount(core, ctx, name, token === undefined || !('grantId' in token) ? undefined : token.grantId),
    loadExistingGrant: (ctx) => existingGrant(core, ctx),
    issueRefreshToken: async (_ctx, client, code) => client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    rotateRefreshToken: true,
    clientBasedCORS: (ctx, origin, client) => (ctx.oidc.route === 'userinfo' || client.clientAuthMethod === 'none')
      && (client.redirectUris ?? []).some((uri) => URL.canParse(uri) && new URL(uri).origin === origin),
    renderError,
  };
}

function refuseOdd(name: string, value: string | undefined): void {
  if (value !== undefined && (value.length > PARAMETER_LENGTH || /\p{Cc}/u.test(value))) throw new InvalidRequest(`${name} is too long or holds control characters`);
}

/** In place of the library's: applications know the user id alone, and how strong a sign-in was is `amr`'s to say. */
function nameSubjects(provider: ProviderType): void {
  const { Claims } = provider as unknown as { Claims: new (...parameters: unknown[]) => { result(): Promise<Record<string, unknown>> } };
  class Told extends Claims {
    override async result(): Promise<Record<string, unknown>> {
      const { acr: _identity, ...claims } = await super.result();
      return typeof claims['sub'] === 'string' ? { ...claims, sub: readAccountName(claims['sub']).userId } : claims;
    }
  }
  Object.defineProperty(provider, 'Claims', { value: Told });
}

/**
 * After a log-in: the phone that proved the PIN, if it was one, may end the session that came of it. The log-in is the one that is resumed, which
 * the path names: where consent is asked for next, the library knows that interaction by now.
 */
async function bindSession(core: Core, provider: ProviderType, { oidc, path }: KoaContextWithOIDC): Promise<void> {
  const { session, client, result } = oidc;
  if (result?.login === undefined || session === undefined || client === undefined) return;
  const over = await bindLogin(core, path.slice(path.lastIndexOf('/') + 1), { sessionUid: session.uid, clientId: client.clientId });
  if (over) await endSession(provider, session);
}

/**
 * The library without `response_mode=form_post`: it would answer with a page of its own, by a script and without our headers, while codes reach
 * applications by a redirect as well.
 */
class RedirectingProvider extends Provider {
  override registerResponseMode(name: string, handler: Parameters<ProviderType['registerResponseMode']>[1]): void {
    if (name !== 'form_post') super.registerResponseMode(name, handler);
  }
}

/**
 * The OpenID provider of this platform (OpenID Connect Core 1.0, code flow; docs/protocol.md 11), with the keys of this moment.
 * Its issuer is the public URL.
 */
export function createProvider(core: Core, keys: ProviderKeys): ProviderType {
  const provider = new RedirectingProvider(core.config.publicUrl, settings(core, keys));
  // The routes below tell the library its own public URL, whatever a request's headers say.
  provider.proxy = true;
  nameSubjects(provider);
  const clients = provider.Client.prototype as unknown as {
    clientId: string; backchannelLogoutUri: string;
    compareClientSecret(secret: string): Promise<boolean>; backchannelLogout(account: string, sid: string): Promise<void>;
  };
  clients.compareClientSecret = function compare(secret) {
    return isClientSecret(core, this.clientId, secret);
  };
  clients.backchannelLogout = async function logout(account, sid) {
    sendLogoutToken(core, keys, { clientId: this.clientId, uri: this.backchannelLogoutUri, subject: readAccountName(account).userId, sid });
  };
  // Browsers hold what follows a form's answer to the policy of the page with the form, so that a redirect to the application would be refused.
  provider.use(async (ctx, next) => {
    ctx.set('referrer-policy', 'no-referrer');
    await next();
    const known = ctx as unknown as KoaContextWithOIDC;
    const { route, session } = (known as Partial<KoaContextWithOIDC>).oidc ?? {};
    if (route === 'discovery') known.body = { ...(known.body as object), response_modes_supported: ['query', 'fragment'] };
    if (route === 'resume') await bindSession(core, provider, known);
    if (route === 'end_session' && ctx.status === 200 && session?.accountId === undefined) await renderNobody(core, known);
    if (route === 'end_session_confirm' && ctx.status === 303) await renderLoggedOut(core, known);
  });
  provider.on('server_error', (_ctx, error) => core.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'the OpenID provider failed'));
  return provider;
}
