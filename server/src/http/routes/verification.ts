import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import type { StoredRedirect } from '../../core/custom-verification.ts';
import { findProject, requireProject } from '../../core/projects.ts';
import { issueQuickCode } from '../../core/quickcode.ts';
import { requireDeviceName } from '../../core/user-ids.ts';
import { confirmVerification, verificationByLink } from '../../core/verification-confirm.ts';
import { startVerification } from '../../core/verification-start.ts';
import { callerOf, namedProject, preferredLanguage } from '../caller.ts';
import { accessId, deviceName, deviceTag, language, longText, optionalBytes, projectId, secret, userId } from '../fields.ts';
import type { App } from '../types.ts';

const Start = Type.Object({
  userId, projectId, deviceName: Type.Optional(deviceName), mpinId: optionalBytes, accessId, deviceTag, lang: language, handOver: Type.Optional(Type.Boolean()),
  clientId: longText, redirectURI: longText, scope: Type.Optional(Type.Array(Type.String({ maxLength: 256 }), { maxItems: 32 })), state: longText, nonce: longText,
});
const Quick = Type.Object({ projectId, jwt: Type.String({ minLength: 1, maxLength: 4096 }), deviceName: Type.Optional(deviceName) });
const Confirm = Type.Object({ userId, code: secret, deviceTag, webOTT: Type.Optional(secret) });

/** Where a site's own verification leads at the end, in the words of docs/protocol.md 10.6. */
function goOn(redirect: StoredRedirect | undefined): { state?: string; nonce?: string; verificationRedirectUrl?: string } {
  if (redirect === undefined) return {};
  const { state, nonce, redirectURI } = redirect;
  return { ...(state === '' ? {} : { state }), ...(nonce === '' ? {} : { nonce }), ...(redirectURI === '' ? {} : { verificationRedirectUrl: redirectURI }) };
}

/** Proving an address (docs/protocol.md 4.1 and 4.3). */
export function verificationRoutes(app: App, core: Core): void {
  app.post('/verification/email', {
    config: { rate: 'verification', project: async (request) => (request.body as { projectId?: string }).projectId }, schema: { body: Start },
  }, async (request, reply) => {
    const { body } = request;
    const project = await requireProject(core, body.projectId ?? namedProject(request));
    const started = await startVerification(core, callerOf(request), project, {
      userId: body.userId, deviceName: body.deviceName ?? '', mpinId: (body.mpinId ?? '').toLowerCase(), accessId: body.accessId, deviceTag: body.deviceTag?.toLowerCase(),
      lang: body.lang ?? preferredLanguage(request), handOver: body.handOver === true,
    });
    return reply.header('cache-control', 'no-store').send(started);
  });

  app.post('/verification/confirmation', {
    config: {
      rate: 'confirmation',
      project: async (request) => {
        const body = request.body as { userId: string; code: string };
        return (await verificationByLink(core, body.userId, body.code))?.project_id;
      },
    },
    schema: { body: Confirm },
  }, async (request, reply) => {
    const { body } = request;
    const named = namedProject(request);
    const project = named === undefined ? undefined : await findProject(core, named);
    const { activation, accessId: session, projectId: id, redirect } = await confirmVerification(core, callerOf(request), {
      userId: body.userId, code: body.code, deviceTag: body.deviceTag?.toLowerCase(), webOTT: body.webOTT, projectId: project?.id,
    });
    return reply.header('cache-control', 'no-store').send({ projectId: id, ...activation, ...(session === undefined ? {} : { accessId: session }), ...goOn(redirect) });
  });

  app.post('/verification/quickcode', {
    config: { rate: 'confirmation', project: async (request) => (request.body as { projectId?: string }).projectId }, schema: { body: Quick },
  }, async (request, reply) => {
    const { body } = request;
    const project = await requireProject(core, body.projectId ?? namedProject(request));
    const code = await issueQuickCode(core, callerOf(request), project, { token: body.jwt, deviceName: requireDeviceName(body.deviceName ?? '') });
    return reply.header('cache-control', 'no-store').send(code);
  });
}
