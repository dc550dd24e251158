import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { findProject, requireProject } from '../../core/projects.ts';
import { reportSession, sessionByName, sessionBySecret, startSession, viewSession } from '../../core/sessions.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { collectActivation } from '../../core/verification-confirm.ts';
import { openAccessStream } from '../access-stream.ts';
import { markBrowser } from '../browser-cookie.ts';
import { namedProject } from '../caller.ts';
import { optionalBytes, optionalUserId, projectId, secret, shortText } from '../fields.ts';
import type { App } from '../types.ts';

const NewSession = Type.Object({ projectId, userId: optionalUserId, description: shortText, hash: optionalBytes });
const Access = Type.Object({ webOTT: secret, activation: Type.Optional(Type.Boolean()) });
const Report = Type.Object({
  wid: secret,
  status: Type.Union([Type.Literal('wid'), Type.Literal('user'), Type.Literal('abort'), Type.Literal('signed')]),
  userId: optionalUserId,
  signature: Type.Optional(Type.String({ maxLength: 16_384 })),
});

async function projectOfSecret(core: Core, body: unknown): Promise<string | undefined> {
  return (await sessionBySecret(core, (body as { webOTT: string }).webOTT))?.project_id;
}

/** Sessions between two devices, and between a page and the mail that it waits for (docs/protocol.md 3). */
export function sessionRoutes(app: App, core: Core): void {
  const { publicUrl } = core.config;

  app.post('/rps/v2/session', {
    config: { rate: 'session', project: async (request) => (request.body as { projectId?: string }).projectId },
    schema: { body: NewSession },
  }, async (request, reply) => {
    const { body } = request;
    const project = await requireProject(core, body.projectId ?? namedProject(request));
    const browser = markBrowser(request, reply, publicUrl);
    const session = await startSession(core, project, {
      userId: normaliseUserId(body.userId ?? ''), description: body.description ?? '', hash: (body.hash ?? '').toLowerCase(), browser,
    });
    return reply.header('cache-control', 'no-store')
      .send({ ...session, qrURL: `${publicUrl}/mobile-login/#${session.accessId}`, accessURL: `${publicUrl}/rps/v2/access` });
  });

  app.post('/rps/v2/access', {
    config: { rate: 'poll', project: (request) => projectOfSecret(core, request.body) }, schema: { body: Access },
  }, async (request, reply) => {
    const { view, session } = await viewSession(core, request.body.webOTT);
    const wanted = request.body.activation === true && view.verification?.state === 'confirmed' && session?.verification_id;
    const activation = typeof wanted === 'string' ? await collectActivation(core, wanted) : undefined;
    return reply.header('cache-control', 'no-store').send({ ...view, ...(activation === undefined ? {} : { activation }) });
  });

  app.post('/rps/v2/access/stream', {
    config: { rate: 'poll', project: (request) => projectOfSecret(core, request.body) }, schema: { body: Type.Object({ webOTT: secret }) },
  }, async (request, reply) => {
    const stream = await openAccessStream(core, request.body.webOTT, request.raw.socket);
    return reply.header('content-type', 'application/x-ndjson').header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(stream);
  });

  app.post('/rps/v2/codeStatus', {
    config: { rate: 'device', project: async (request) => (await sessionByName(core, (request.body as { wid: string }).wid))?.project_id }, schema: { body: Report },
  }, async (request, reply) => {
    const { wid, status, signature } = request.body;
    const session = await reportSession(core, wid, { status, signature: signature ?? '' });
    reply.header('cache-control', 'no-store');
    if (status !== 'wid') return reply.send({});
    const project = await findProject(core, session.project_id);
    return reply.send({
      prerollId: session.user_id, projectId: session.project_id, description: session.description, hash: session.hash, projectName: project?.name ?? '',
      projectLogoURL: project?.logoUrl ?? '', verificationURL: '', verificationCustomText: '', identityTypeLabel: '', pinLength: project?.pinLength ?? 4,
      verificationMethod: 'standardEmail', identityType: 'email', enableRegistrationCode: false, limitRegCodeVerified: false,
    });
  });
}
