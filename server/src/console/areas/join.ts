import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findInvitation } from '../../core/administration-invitations.ts';
import type { Invitation } from '../../core/administration-invitations.ts';
import { forgiveWaits } from '../../core/mail-limits.ts';
import { CONSOLE_PROJECT, findProject } from '../../core/projects.ts';
import { callerOf, preferredLanguage } from '../../http/caller.ts';
import { formToken, isOwnForm } from '../../http/own-form.ts';
import type { Connect } from '../../oidc/connect.ts';
import { page } from '../../pages/document.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { formatMoment } from '../../text/languages.ts';
import { oneLine, unlinkable } from '../../text/untrusted.ts';
import { consoleHeaders, consoleMessage } from '../frame.ts';
import { beginConsoleLogIn, finishConsoleLogIn } from '../log-in.ts';
import type { Scope } from '../scope.ts';
import { endConsoleSession } from '../sessions.ts';
import { consoleStylesheet, consoleStylesheetPath } from '../stylesheet.ts';
import { consoleCatalogue, consoleLanguage, consoleLanguages } from '../texts/texts.ts';
import type { ConsoleTexts } from '../texts/texts.ts';

const Code = Type.Object({ code: Type.String({ maxLength: 128 }) });
const Joining = Type.Object({ code: Type.String({ maxLength: 128 }), csrf: Type.String({ maxLength: 128 }) });
const Callback = Type.Object({ code: Type.Optional(Type.String({ maxLength: 256 })), state: Type.Optional(Type.String({ maxLength: 256 })) });

const Ended = Type.Object({ kind: Type.Union([Type.Literal('over'), Type.Literal('invitation-over'), Type.Literal('no-role')]) });

const LOG_IN_SECONDS = 3600;

function words({ userId, role, invitedBy }: Invitation, project: string, texts: ConsoleTexts): { title: string; body: Html } {
  if (userId === '') return { title: texts.join.firstTitle, body: html`<p>${texts.join.firstBody}</p>` };
  return { title: texts.join.title(project), body: html`<p>${texts.join.body(unlinkable(invitedBy, 254), texts.roles[role])}</p><p>${texts.join.forAddress} <bdi>${userId}</bdi></p>` };
}

/** The way into the console and out of it: invitations, the first administrator's link, signing in and signing out. Opening a link changes nothing. */
export function joinRoutes({ app, core, cookies, ownForm }: Scope, connect: Connect): void {
  const config = { rate: 'page', console: 'public' } as const;
  const tell = (request: FastifyRequest, reply: FastifyReply, status: number, kind: keyof ConsoleTexts['messages'], way: 'sign-in' | 'none'): FastifyReply =>
    reply.code(status).headers(consoleHeaders).send(consoleMessage(preferredLanguage(request, consoleLanguages), kind, way));

  app.get('/console/join', { config, schema: { querystring: Code } }, async (request, reply) => {
    const { code } = request.query;
    const invitation = await findInvitation(core, code);
    const project = invitation === undefined ? undefined : await findProject(core, invitation.projectId);
    if (invitation === undefined || project === undefined) return tell(request, reply, 410, 'invitation-over', 'none');
    const language = consoleLanguage(preferredLanguage(request, consoleLanguages));
    const texts = consoleCatalogue[language];
    const { title, body } = words(invitation, oneLine(project.name), texts);
    const content = html`<h1>${title}</h1>${body}<p>${texts.join.until}: ${formatMoment(Math.floor(invitation.expiresAt / 1000), language)}</p>
<form method="post" action="/console/join"><input type="hidden" name="csrf" value="${formToken(core, `join ${code}`)}"><input type="hidden" name="code" value="${code}"><button class="primary" type="submit">${texts.join.go}</button></form>`;
    return reply.headers(consoleHeaders).send(page({ language, title, look: { projectName: texts.console }, content }));
  });

  app.post('/console/join', { config, schema: { body: Joining } }, async (request, reply) => {
    const { code, csrf } = request.body;
    const invitation = await findInvitation(core, code);
    if (invitation === undefined || !isOwnForm(core, request, `join ${code}`, csrf)) return tell(request, reply, 410, 'invitation-over', 'none');
    // Whoever has the code has read the mail: the wait until the next one, which confirms the address, begins anew.
    await forgiveWaits(core.db.queries, CONSOLE_PROJECT, invitation.userId);
    const { url, kept } = beginConsoleLogIn(core, preferredLanguage(request, consoleLanguages), { returnTo: '/console', invitation: code }, invitation.userId);
    cookies.logIn.set(reply, kept, LOG_IN_SECONDS);
    return reply.headers(consoleHeaders).redirect(url, 303);
  });

  // What a log-in ended with is said at an address that holds no code.
  app.get('/console/ended/:kind', { config, schema: { params: Ended } }, async (request, reply) => {
    const { kind } = request.params;
    return tell(request, reply, kind === 'no-role' ? 403 : 400, kind, 'sign-in');
  });

  app.get('/console/callback', { config, schema: { querystring: Callback } }, async (request, reply) => {
    const { code = '', state = '' } = request.query;
    const ended = await finishConsoleLogIn(core, connect, cookies.logIn.read(request) ?? '', { state, code }, { ip: callerOf(request).ip });
    reply.headers(consoleHeaders);
    if (ended.kind !== 'signed-in') return reply.redirect(`/console/ended/${ended.kind}`, 303);
    cookies.session.set(reply, ended.secret);
    cookies.logIn.clear(reply);
    return reply.redirect(ended.returnTo, 303);
  });

  ownForm('/console/sign-out', 'session', async (visit, _fields, reply) => {
    await endConsoleSession(core, visit.session);
    cookies.session.clear(reply);
    return { headers: consoleHeaders, body: consoleMessage(visit.lang, 'signed-out', 'sign-in') };
  });

  app.get(consoleStylesheetPath, { config }, async (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(consoleStylesheet));
}
