import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import type { Core } from '../../core/core.ts';
import { requireProject } from '../../core/projects.ts';
import { collectToken } from '../../core/sessions-claim.ts';
import { reportSession, requesterOf } from '../../core/sessions-report.ts';
import { numberSession } from '../../core/session-number.ts';
import { sessionByName, sessionBySecret, startSession, viewSession } from '../../core/sessions.ts';
import { projectOfSignIn } from '../../core/sign-out.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { collectActivation } from '../../core/verification-confirm.ts';
import { openAccessStream, openSignOutStream } from '../access-stream.ts';
import { markBrowser } from '../browser-cookie.ts';
import { callerOf, namedProject } from '../caller.ts';
import { deviceName, optionalBytes, optionalUserId, projectId, secret, shortText } from '../fields.ts';
import { projectDetails } from '../project-details.ts';
import type { App } from '../types.ts';

const flag = Type.Optional(Type.Boolean());
const NewSession = Type.Object({ projectId, userId: optionalUserId, description: shortText, hash: optionalBytes, accessNumber: flag, accessId: Type.Optional(secret), deviceName: Type.Optional(deviceName) });
const Access = Type.Object({ webOTT: secret, activation: flag, token: flag, nonce: shortText });
const Stream = Type.Object({ webOTT: secret, signOut: flag });
const Report = Type.Object({
  wid: secret,
  status: Type.Union([Type.Literal('wid'), Type.Literal('user'), Type.Literal('abort'), Type.Literal('signed')]),
  userId: optionalUserId,
  signature: Type.Optional(Type.String({ maxLength: 16_384 })),
});

async function projectOfSecret(core: Core, body: unknown): Promise<string | undefined> {
  const { webOTT } = body as { webOTT: string };
  return (await sessionBySecret(core, webOTT))?.project_id ?? projectOfSignIn(core, { webOTT });
}

/** Sessions between two devices, and between a page and the mail that it waits for (docs/protocol.md 3). */
export function sessionRoutes(app: App, core: Core): void {
  const { publicUrl } = core.config;
  const unstored = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

  app.post('/rps/v2/session', {
    config: { rate: 'session', project: async (request) => (request.body as { projectId?: string }).projectId },
    schema: { body: NewSession },
  }, async (request, reply) => {
    const { body } = request;
    const project = await requireProject(core, body.projectId ?? namedProject(request));
    const browser = markBrowser(request, reply, publicUrl);
    const session = body.accessId === undefined
      ? await startSession(core, callerOf(request), project, {
        userId: normaliseUserId(body.userId ?? ''), description: body.description ?? '', hash: (body.hash ?? '').toLowerCase(), browser,
        accessNumber: body.accessNumber ?? false, deviceName: body.deviceName,
      })
      : { webOTT: '', accessId: body.accessId, ...(await numberSession(core, project, body.accessId)) };
    return unstored(reply).send({
      ...session, ...(session.accessNumber === undefined ? {} : { nowMs: core.now() }),
      qrURL: `${publicUrl}/mobile-login/#${session.accessId}`, accessURL: `${publicUrl}/rps/v2/access`,
    });
  });

  app.post('/rps/v2/access', {
    config: { rate: 'poll', project: (request) => projectOfSecret(core, request.body) }, schema: { body: Access },
  }, async (request, reply) => {
    const { webOTT, activation: wantsActivation, token: wantsToken, nonce } = request.body;
    const { view, session } = await viewSession(core, webOTT);
    const confirmed = wantsActivation === true && view.verification?.state === 'confirmed' && session?.verification_id;
    const activation = typeof confirmed === 'string' ? await collectActivation(core, confirmed) : undefined;
    const jwt = wantsToken === true && session !== undefined ? await collectToken(core, callerOf(request), session, nonce) : undefined;
    return unstored(reply).send({
      ...view, ...(view.expiresAtMs === undefined ? {} : { nowMs: core.now() }),
      ...(activation === undefined ? {} : { activation }), ...(jwt === undefined ? {} : { jwt }),
    });
  });

  app.post('/rps/v2/access/stream', {
    config: { rate: 'poll', project: (request) => projectOfSecret(core, request.body) }, schema: { body: Stream },
  }, async (request, reply) => {
    const { webOTT, signOut } = request.body;
    const stream = signOut === true ? await openSignOutStream(core, webOTT, request.raw.socket) : await openAccessStream(core, webOTT, request.raw.socket);
    return unstored(reply).header('content-type', 'application/x-ndjson').header('x-accel-buffering', 'no').send(stream);
  });

  app.post('/rps/v2/codeStatus', {
    config: { rate: 'device', project: async (request) => (await sessionByName(core, (request.body as { wid: string }).wid))?.project_id }, schema: { body: Report },
  }, async (request, reply) => {
    const { wid, status, signature } = request.body;
    const session = await reportSession(core, wid, { status, signature: signature ?? '' });
    if (status !== 'wid') return unstored(reply).send({});
    const project = await requireProject(core, session.project_id);
    return unstored(reply).send({
      prerollId: session.user_id, projectId: session.project_id, description: session.description, hash: session.hash, ...projectDetails(project),
      ...requesterOf(core, callerOf(request), session, project),
    });
  });
}
