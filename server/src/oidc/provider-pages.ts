import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { findProject } from '../core/projects.ts';
import { connectMessagePage, goingOnPage, logoutPage, lookOf, pageHeaders, PLATFORM_LOOK } from '../pages/index.ts';
import type { ConnectMessage, Look } from '../pages/index.ts';
import { favouriteOf } from '../text/languages.ts';
import { readAccountName } from './accounts.ts';
import { findClient } from './clients.ts';

/** The pages that the OpenID provider shows itself, in the looks and languages of the platform. */

function send(ctx: KoaContextWithOIDC, body: string): void {
  ctx.set(pageHeaders);
  ctx.body = body;
}

/** The language of a page of a log-in: what the application asked for, else what the browser prefers. */
export function languageOf(parameters: Readonly<Record<string, unknown>> | undefined, acceptLanguage: string): string {
  const asked = [parameters?.['lang'], parameters?.['ui_locales']].find((one) => typeof one === 'string' && one !== '');
  return favouriteOf(typeof asked === 'string' ? asked : acceptLanguage);
}

const pageLanguage = (ctx: KoaContextWithOIDC): string => languageOf(ctx.oidc.params, ctx.get('accept-language'));

const KINDS: Readonly<Record<string, ConnectMessage>> = {
  invalid_client: 'unknown-application', invalid_redirect_uri: 'wrong-address', server_error: 'failed',
};

/** An error that goes to no application, because none is known whom it could safely be told. */
export function renderError(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  const gone = error.name === 'SessionNotFound';
  const kind: ConnectMessage = gone ? 'log-in-over' : KINDS[out.error] ?? 'bad-request';
  send(ctx, connectMessagePage({ lang: pageLanguage(ctx), ...PLATFORM_LOOK, kind, support: gone ? undefined : out.error }));
}

/** In whose name a page of signing out speaks: the project of the application that asks, else of whoever is signed in here. */
async function lookFor(core: Core, { oidc: { client, session } }: KoaContextWithOIDC): Promise<Look> {
  const account = session?.accountId;
  const projectId = client !== undefined ? (await findClient(core, client.clientId))?.projectId : account === undefined ? undefined : readAccountName(account).projectId;
  return lookOf(projectId === undefined ? undefined : await findProject(core, projectId));
}

async function sendMessage(core: Core, ctx: KoaContextWithOIDC, kind: ConnectMessage): Promise<void> {
  send(ctx, connectMessagePage({ lang: pageLanguage(ctx), ...(await lookFor(core, ctx)), kind }));
}

async function sendOn(core: Core, ctx: KoaContextWithOIDC, to: string): Promise<void> {
  send(ctx, goingOnPage({ lang: pageLanguage(ctx), ...(await lookFor(core, ctx)), application: ctx.oidc.client?.clientName ?? '', to }));
}

/** Asks before everything is signed out: another site must not do it by a link. */
export async function renderLogout(core: Core, ctx: KoaContextWithOIDC): Promise<void> {
  const { secret = '' } = (ctx.oidc.session?.state ?? {}) as { readonly secret?: string };
  send(ctx, logoutPage({ lang: pageLanguage(ctx), ...(await lookFor(core, ctx)), application: ctx.oidc.client?.clientName, csrf: secret }));
}

/** There is nobody to sign out: the library would have a form sent by a script, which comes to the same. */
export async function renderNobody(core: Core, ctx: KoaContextWithOIDC): Promise<void> {
  const { post_logout_redirect_uri: uri, state } = ctx.oidc.params ?? {};
  if (typeof uri !== 'string') return sendMessage(core, ctx, 'signed-out');
  const to = new URL(uri);
  if (typeof state === 'string') to.searchParams.set('state', state);
  return sendOn(core, ctx, to.href);
}

/** How signing out ended: in place of the library's redirect, as a page of our own that goes on, or that says it where there is nowhere to go on to. */
export async function renderLoggedOut(core: Core, ctx: KoaContextWithOIDC): Promise<void> {
  const to = ctx.response.get('location');
  ctx.remove('location');
  ctx.status = 200;
  const isOver = to === '' || to.startsWith(ctx.oidc.urlFor('end_session_success'));
  if (!isOver) return sendOn(core, ctx, to);
  return sendMessage(core, ctx, ctx.oidc.route === 'end_session_confirm' && ctx.oidc.params?.['logout'] === undefined ? 'still-signed-in' : 'signed-out');
}
