import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { connectMessagePage, goingOnPage, logoutPage, pageHeaders, PLATFORM_LOOK } from '../pages/index.ts';
import type { ConnectMessage } from '../pages/index.ts';
import { favouriteOf } from '../text/languages.ts';

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

/** Asks before everything is signed out: another site must not do it by a link. */
export function renderLogout(ctx: KoaContextWithOIDC): void {
  send(ctx, logoutPage({ lang: pageLanguage(ctx), ...PLATFORM_LOOK, application: ctx.oidc.client?.clientName, csrf: String((ctx.oidc.session?.state as { secret?: unknown } | undefined)?.secret ?? '') }));
}

/** Signed out, and no application to go back to. */
export function renderLoggedOut(ctx: KoaContextWithOIDC): void {
  send(ctx, connectMessagePage({ lang: pageLanguage(ctx), ...PLATFORM_LOOK, kind: 'signed-out' }));
}

/** Signed out, and on the way to where the library wanted to redirect. */
export function renderGoingOn(ctx: KoaContextWithOIDC): void {
  const to = ctx.response.get('location');
  ctx.remove('location');
  ctx.status = 200;
  send(ctx, goingOnPage({ lang: pageLanguage(ctx), ...PLATFORM_LOOK, application: ctx.oidc.client?.clientName ?? '', to }));
}
