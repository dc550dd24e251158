import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { enrolHere } from '../../core/enrolment-page.ts';
import type { Enrolment } from '../../core/enrolment-page.ts';
import { requireProject } from '../../core/projects.ts';
import type { Verification } from '../../core/verification-confirm.ts';
import { brandOfPath, brandStylesheet, enrolmentPadPage, enrolmentPage, lookOf, messagePage, padHeaders, pageHeaders, PLATFORM_LOOK } from '../../pages/index.ts';
import { ensureBrowserMark } from '../browser-cookie.ts';
import { callerOf, preferredLanguage } from '../caller.ts';
import type { App } from '../types.ts';

const Enrol = Type.Object({ code: Type.String({ maxLength: 128 }), user_id: Type.String({ maxLength: 254 }) });

/** Sends the page that asks, before anything changes. */
export async function askToEnrol(core: Core, request: FastifyRequest, reply: FastifyReply, verification: Verification, code: string): Promise<FastifyReply> {
  const project = await requireProject(core, verification.project_id);
  return reply.headers(pageHeaders).send(enrolmentPage({ lang: preferredLanguage(request), ...lookOf(project), userId: verification.user_id, code }));
}

/** On to the log-in page of the application that the stored request names; from there the person returns to it with code and state. */
function authorizePath({ verification, activation, redirect }: Enrolment): string | undefined {
  if (redirect === undefined || redirect.redirectURI === '') return undefined;
  const { clientId, redirectURI, scope, state, nonce } = redirect;
  const query = new URLSearchParams({
    client_id: clientId, redirect_uri: redirectURI, response_type: 'code', scope: scope.length === 0 ? 'openid' : scope.join(' '),
    ...(state === '' ? {} : { state }), ...(nonce === '' ? {} : { nonce }), acttoken: activation.actToken, prerollid: verification.user_id,
  });
  return `/authorize?${query.toString()}`;
}

/** What the page behind a custom verification's URL leads to (docs/protocol.md 10.6). */
export function enrolmentPageRoutes(app: App, core: Core): void {
  app.post('/verification/confirmation/enrol', { config: { rate: 'page' }, schema: { body: Enrol } }, async (request, reply) => {
    const browser = ensureBrowserMark(request, reply, core.config.publicUrl);
    const enrolment = await enrolHere(core, callerOf(request).ip, browser, request.body.user_id, request.body.code);
    const lang = preferredLanguage(request);
    if (enrolment === undefined) return reply.code(410).headers(pageHeaders).send(messagePage({ lang, ...PLATFORM_LOOK, kind: 'expired' }));
    const next = authorizePath(enrolment);
    if (next !== undefined) return reply.code(303).headers(pageHeaders).header('location', next).send();
    const project = await requireProject(core, enrolment.verification.project_id);
    return reply.headers(padHeaders(core.config.authorities)).send(enrolmentPadPage({
      lang, ...lookOf(project), userId: enrolment.verification.user_id, projectId: project.id, server: core.config.publicUrl,
      activationToken: enrolment.activation.actToken, accessId: enrolment.accessId,
    }));
  });

  app.get('/pages/brand/:file', async (request, reply) => {
    const brand = brandOfPath(request.url);
    if (brand === undefined) return reply.callNotFound();
    return reply.header('content-type', 'text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(brandStylesheet(brand));
  });
}
