import { Type } from '@fastify/type-provider-typebox';
import { readAudit } from '../../core/audit-log.ts';
import type { Core } from '../../core/core.ts';
import { listIdentities, renameIdentity, revokeByAdministrator } from '../../core/identity-administration.ts';
import { invalidParameters } from '../../core/errors.ts';
import { DEFAULT_LIMIT } from '../../core/paging.ts';
import type { Page } from '../../core/paging.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { agentOf } from '../credentials.ts';
import { answerBackendError } from '../errors.ts';
import { deviceName, identityHash, limit, moment, offset, optionalUserId } from '../fields.ts';
import type { App } from '../types.ts';

const OfProject = Type.Object({ projectId: Type.String({ maxLength: 64 }) });
const OfIdentity = Type.Object({ projectId: Type.String({ maxLength: 64 }), mpinId: identityHash });
const AuditQuery = Type.Object({
  applicationId: Type.Optional(Type.String({ maxLength: 64 })), fromDate: moment, toDate: moment, userId: optionalUserId, mpinId: Type.Optional(identityHash),
  deviceName: Type.Optional(deviceName), offset, limit,
});
const IdentityQuery = Type.Object({ userId: optionalUserId, revoked: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])), offset, limit });
const Rename = Type.Object({ deviceName });
const Revocation = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 256 })) });

function pageOf(query: { offset?: string; limit?: string }): Page {
  return { offset: Number(query.offset ?? 0), limit: Number(query.limit ?? DEFAULT_LIMIT) };
}

function timeOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text.replace(' ', 'T'));
  if (Number.isNaN(time)) throw invalidParameters(name);
  return time;
}

/** An empty filter is none: clients fill in what they have. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Reading and revoking (docs/protocol.md 10.3 and 10.4). */
export function backendRoutes(app: App, core: Core): void {
  app.setErrorHandler(answerBackendError);

  app.get('/api/v1/projects/:projectId/audit', { config: { rate: 'backend', right: 'read' }, schema: { params: OfProject, querystring: AuditQuery } }, async (request, reply) => {
    const { query } = request;
    const userId = given(query.userId);
    const listed = await readAudit(core, request.params.projectId, {
      applicationId: given(query.applicationId), from: timeOf('fromDate', query.fromDate), to: timeOf('toDate', query.toDate),
      userId: userId === undefined ? undefined : normaliseUserId(userId), identityId: query.mpinId?.toLowerCase(), deviceName: given(query.deviceName),
    }, pageOf(query));
    return reply.header('cache-control', 'no-store').send(listed);
  });

  app.get('/api/v1/projects/:projectId/mpinids', { config: { rate: 'backend', right: 'read' }, schema: { params: OfProject, querystring: IdentityQuery } }, async (request, reply) => {
    const { query } = request;
    const userId = given(query.userId);
    const listed = await listIdentities(core, request.params.projectId, {
      userId: userId === undefined ? undefined : normaliseUserId(userId), revoked: query.revoked === undefined ? undefined : query.revoked === 'true',
    }, pageOf(query));
    return reply.header('cache-control', 'no-store').send(listed);
  });

  app.put('/api/v1/projects/:projectId/mpinids/:mpinId', { config: { rate: 'backend', right: 'revoke' }, schema: { params: OfIdentity, body: Rename } }, async (request, reply) => {
    const { projectId, mpinId } = request.params;
    const { projectId: _own, ...record } = await renameIdentity(core, projectId, mpinId.toLowerCase(), request.body.deviceName, agentOf(request));
    return reply.header('cache-control', 'no-store').send(record);
  });

  app.post('/api/v1/projects/:projectId/mpinids/:mpinId/revocation', {
    config: { rate: 'backend', right: 'revoke', optionalBody: true }, schema: { params: OfIdentity, body: Revocation },
  }, async (request, reply) => {
    const { projectId, mpinId } = request.params;
    const id = mpinId.toLowerCase();
    const reason = await revokeByAdministrator(core, projectId, id, request.body.reason ?? '', agentOf(request));
    return reply.header('cache-control', 'no-store').send({ hashMPinID: id, reason });
  });
}
