import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { viewEnrolment } from '../../core/enrolment-page.ts';
import { projectIfAny } from '../../core/projects.ts';
import { decideVerification, viewVerification } from '../../core/verification-page.ts';
import type { PageView, Visitor } from '../../core/verification-page.ts';
import { confirmationPage, lookOf, messagePage, pageHeaders, PLATFORM_LOOK, stylesheet, stylesheetPath } from '../../pages/index.ts';
import type { Look, MessageKind } from '../../pages/index.ts';
import { browserOf } from '../browser-cookie.ts';
import { callerOf, preferredLanguage } from '../caller.ts';
import { toPlatformError } from '../errors.ts';
import type { App } from '../types.ts';
import { askToEnrol } from './enrolment-page.ts';

const Decision = Type.Object({
  code: Type.String({ maxLength: 128 }), user_id: Type.String({ maxLength: 254 }),
  decision: Type.Union([Type.Literal('confirm'), Type.Literal('cancel')]), number: Type.Optional(Type.String({ maxLength: 2 })),
});

/** The status that goes with a page; a page is for people, but programs look at it too. */
const STATUS: Readonly<Record<PageView['kind'], number>> = { ask: 200, 'continue-in-app': 200, confirmed: 200, cancelled: 200, 'wrong-number': 200, expired: 410 };

/** What mailed links open, and where the decision goes (docs/protocol.md 4.4). */
export function pageRoutes(app: App, core: Core): void {
  const visitorOf = (request: FastifyRequest): Visitor => ({ ip: callerOf(request).ip, browser: browserOf(request, core.config.publicUrl) });

  const look = async (id: string | undefined): Promise<Look> => lookOf(await projectIfAny(core, id));

  const message = (reply: FastifyReply, request: FastifyRequest, status: number, kind: MessageKind, looks: Look): FastifyReply =>
    reply.code(status).headers(pageHeaders).send(messagePage({ lang: preferredLanguage(request), ...looks, kind }));

  const show = async (request: FastifyRequest, reply: FastifyReply, view: PageView, code: string): Promise<FastifyReply> => {
    const { verification, kind } = view;
    reply.code(STATUS[kind]).headers(pageHeaders);
    const lang = verification?.lang ?? preferredLanguage(request);
    const common = { lang, ...(await look(verification?.project_id)) };
    if (kind !== 'ask') return reply.send(messagePage({ ...common, kind, ...(kind === 'continue-in-app' ? { code } : {}) }));
    return reply.send(confirmationPage({
      ...common, userId: view.verification.user_id, deviceName: view.verification.device_name, requestedAt: Math.floor(view.verification.created_at / 1000),
      place: view.verification.ip, code, numbers: view.numbers, hasDevices: view.hasDevices, otherNetwork: view.otherNetwork, numberMissing: view.numberMissing,
    }));
  };

  app.setErrorHandler(async (error: Error, request, reply) => {
    const told = toPlatformError(error);
    if (told === undefined) request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'a page failed');
    // Our own fault may be that no project can be read.
    if (told === undefined) return message(reply, request, 500, 'error', PLATFORM_LOOK);
    const looks = await look(undefined).catch(() => PLATFORM_LOOK);
    return told.code === 'REQUEST_BACKOFF' ? message(reply, request, 429, 'rate-limited', looks) : message(reply, request, 410, 'expired', looks);
  });

  app.get('/verification/confirmation', {
    config: { rate: 'page' },
    schema: { querystring: Type.Object({ code: Type.String({ maxLength: 128 }), user_id: Type.String({ maxLength: 254 }) }) },
  }, async (request, reply) => {
    const { code, user_id: userId } = request.query;
    const enrolment = await viewEnrolment(core, visitorOf(request).browser, userId, code);
    if (enrolment !== undefined) return askToEnrol(core, request, reply, enrolment, code);
    return show(request, reply, await viewVerification(core, visitorOf(request), userId, code), code);
  });

  app.post('/verification/confirmation/decision', { config: { rate: 'page' }, schema: { body: Decision } }, async (request, reply) => {
    const { code, user_id: userId, decision, number } = request.body;
    return show(request, reply, await decideVerification(core, visitorOf(request), userId, code, { decision, number: number ?? '' }), code);
  });

  app.get(stylesheetPath, async (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(stylesheet));
}
