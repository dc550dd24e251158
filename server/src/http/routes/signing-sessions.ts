import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { requireProject } from '../../core/projects.ts';
import { sessionByName, startSession } from '../../core/sessions.ts';
import { endSigningSession, requireSigningSession, signSession } from '../../core/signing-sessions.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { callerOf } from '../caller.ts';
import { bytes, optionalUserId, secret, shortText } from '../fields.ts';
import { projectDetails } from '../project-details.ts';
import { readSignature, SignatureFields, Timestamp } from '../signature-fields.ts';
import type { App } from '../types.ts';

const Start = Type.Object({ projectID: Type.String({ minLength: 1, maxLength: 64 }), userID: optionalUserId, hash: bytes, description: shortText });
const Named = Type.Object({ id: secret });
const Signed = Type.Object({ id: secret, signature: SignatureFields, timestamp: Timestamp });

/** The signing sessions of older apps (docs/protocol.md 10.8). */
export function signingSessionRoutes(app: App, core: Core): void {
  const { publicUrl } = core.config;
  const projectOfBody = async (request: { body: unknown }): Promise<string | undefined> => (await sessionByName(core, (request.body as { id: string }).id))?.project_id;

  app.post('/dvs/session', {
    config: { rate: 'session', project: async (request) => (request.body as { projectID: string }).projectID }, schema: { body: Start },
  }, async (request, reply) => {
    const { projectID, userID, hash, description } = request.body;
    const project = await requireProject(core, projectID);
    const { accessId } = await startSession(core, callerOf(request), project, { userId: normaliseUserId(userID ?? ''), description: description ?? '', hash: hash.toLowerCase(), browser: undefined });
    const expireTime = Math.floor(core.now() / 1000) + core.config.sessionSeconds;
    return reply.header('cache-control', 'no-store').send({ id: accessId, qrURL: `${publicUrl}/mobile-login/#${accessId}`, expireTime });
  });

  app.post('/dvs/session/details', { config: { rate: 'device', project: projectOfBody }, schema: { body: Named } }, async (request, reply) => {
    const session = await requireSigningSession(core, request.body.id);
    const project = await requireProject(core, session.project_id);
    return reply.header('cache-control', 'no-store').send({
      userID: session.user_id, hash: session.hash, description: session.description, status: session.status === 'signed' ? 'signed' : 'active',
      expireTime: Math.floor(session.expires_at / 1000), projectId: project.id, ...projectDetails(project),
    });
  });

  app.put('/dvs/session', { config: { rate: 'signature', project: projectOfBody }, schema: { body: Signed } }, async (request, reply) => {
    const { id, signature, timestamp } = request.body;
    await signSession(core, callerOf(request), id, readSignature(signature, timestamp), signature);
    return reply.header('cache-control', 'no-store').send({ status: 'signed' });
  });

  app.delete('/dvs/session', { config: { rate: 'device', project: projectOfBody }, schema: { body: Named } }, async (request, reply) => {
    await endSigningSession(core, request.body.id);
    return reply.header('cache-control', 'no-store').send({});
  });
}
