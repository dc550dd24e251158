import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { createCustomVerification } from '../../core/custom-verification.ts';
import { invalidParameters } from '../../core/errors.ts';
import { initiateActivation } from '../../core/initiate.ts';
import { requireProject } from '../../core/projects.ts';
import { agentOf, principalOf, requireOwnProject } from '../credentials.ts';
import { answerBackendError } from '../errors.ts';
import { accessId, deviceName, longText, projectId, shortText, userId } from '../fields.ts';
import type { App } from '../types.ts';

const Initiate = Type.Object({ userId, deviceName: Type.Optional(deviceName) });
const Verification = Type.Object({
  userId, deviceName: Type.Optional(deviceName), projectId, clientId: Type.Optional(Type.String({ maxLength: 64 })), delivery: Type.Literal('no'),
  // Some documents write the moment in quotes.
  expiration: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 99_999_999_999 }), Type.String({ pattern: '^\\d{0,11}$' })])),
  accessId, stage: shortText, redirectURI: longText, scope: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 32 })), state: longText, nonce: longText,
});

/** An empty text is none: clients fill in what they have. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function expirationOf(value: number | string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  const seconds = Number(value);
  if (!Number.isSafeInteger(seconds)) throw invalidParameters('expiration');
  return seconds;
}

/** A site's own verification of its users (docs/protocol.md 10.5 and 10.6). */
export function enrolmentRoutes(app: App, core: Core): void {
  app.setErrorHandler(answerBackendError);

  app.post('/activate/initiate', { config: { rate: 'backend', right: 'verify' }, schema: { body: Initiate } }, async (request, reply) => {
    const project = await requireProject(core, principalOf(request).projectId);
    const initiated = await initiateActivation(core, agentOf(request), project, { userId: request.body.userId, deviceName: request.body.deviceName ?? '' });
    return reply.header('cache-control', 'no-store').send({ ...initiated, redirectURI: '' });
  });

  app.post('/verification', { config: { rate: 'backend', right: 'verify', refusal: 'UNAUTHORIZED_REQUEST' }, schema: { body: Verification } }, async (request, reply) => {
    const { body } = request;
    const principal = principalOf(request);
    requireOwnProject(principal, body.projectId);
    const project = await requireProject(core, principal.projectId);
    const verificationURL = await createCustomVerification(core, agentOf(request), principal, project, {
      userId: body.userId, deviceName: body.deviceName ?? '', clientId: given(body.clientId), expiration: expirationOf(body.expiration), accessId: given(body.accessId),
      stage: given(body.stage) ?? 'auth', redirectURI: body.redirectURI ?? '', scope: body.scope ?? [], state: body.state ?? '', nonce: body.nonce ?? '',
    });
    return reply.header('cache-control', 'no-store').send({ verificationURL });
  });
}
