import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import type { Identity } from '../../core/identities.ts';
import { findObjection, objectTo } from '../../core/objections.ts';
import type { Objection } from '../../core/objections.ts';
import { findProject } from '../../core/projects.ts';
import { lookOf, messagePage, objectionPage, pageHeaders } from '../../pages/index.ts';
import type { Look } from '../../pages/index.ts';
import { callerOf, preferredLanguage } from '../caller.ts';
import type { App } from '../types.ts';

const Code = Type.Object({ code: Type.String({ maxLength: 128 }) });

/** "This was not me" of the mails about a new device, a PIN set anew and a lock-out (docs/protocol.md 5.5); opening the link changes nothing. */
export function objectionRoutes(app: App, core: Core): void {
  const common = async (request: FastifyRequest, identity: Identity | undefined): Promise<Look & { lang: string }> => {
    const project = identity === undefined ? undefined : await findProject(core, identity.project_id);
    return { lang: identity?.lang || preferredLanguage(request), ...lookOf(project) };
  };
  const message = async (request: FastifyRequest, reply: FastifyReply, objection: Objection | undefined): Promise<FastifyReply> => {
    const kind = objection === undefined ? 'objection-expired' : objection.state === 'removed' ? (objection.lockedAt === null ? 'device-removed' : 'devices-removed') : 'device-inactive';
    return reply.code(objection === undefined ? 410 : 200).headers(pageHeaders).send(messagePage({ ...(await common(request, objection?.identity)), kind }));
  };

  app.get('/identity/objection', { config: { rate: 'page' }, schema: { querystring: Code } }, async (request, reply) => {
    const { code } = request.query;
    const objection = await findObjection(core, code);
    if (objection?.state !== 'active') return message(request, reply, objection);
    const { identity, lockedAt } = objection;
    return reply.headers(pageHeaders).send(objectionPage({
      ...(await common(request, identity)), userId: identity.user_id, deviceName: identity.device_name,
      registeredAt: Math.floor(identity.created_at / 1000), place: identity.ip, code, lockedAt: lockedAt === null ? undefined : Math.floor(lockedAt / 1000),
    }));
  });

  app.post('/identity/objection', { config: { rate: 'page' }, schema: { body: Code } }, async (request, reply) =>
    message(request, reply, await objectTo(core, request.body.code, callerOf(request).ip)));
}
