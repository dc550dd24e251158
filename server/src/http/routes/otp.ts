import { Type } from '@fastify/type-provider-typebox';
import type { Static } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { authenticateCredentials, requireRight } from '../../core/credentials.ts';
import { invalidParameters } from '../../core/errors.ts';
import { applicationOfCredentials, applicationOfSignature, tellPassword } from '../../core/otp-requests.ts';
import type { OtpApplication } from '../../core/otp-applications.ts';
import { callerOf } from '../caller.ts';
import { deviceName, userId } from '../fields.ts';
import type { App } from '../types.ts';

/** Both forms of the request: the signed one of the API's example, and the one of its table, with Basic credentials. */
const OtpRequest = Type.Object({
  client_id: Type.Optional(Type.String({ maxLength: 64 })), user_id: Type.Optional(userId), expires: Type.Optional(Type.String({ maxLength: 32 })),
  signature: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$' })), userId: Type.Optional(userId), deviceName: Type.Optional(deviceName),
});

type Body = Static<typeof OtpRequest>;

function requireField<Name extends keyof Body>(body: Body, name: Name): string {
  const value = body[name];
  if (value === undefined) throw invalidParameters(name);
  return value;
}

/** `POST /otp` (docs/otp.md). */
export function otpRoutes(app: App, core: Core): void {
  const bySignature = async (body: Body): Promise<[OtpApplication, string]> => {
    const user = requireField(body, 'user_id');
    const signed = { clientId: requireField(body, 'client_id'), userId: user, expires: requireField(body, 'expires'), signature: requireField(body, 'signature') };
    return [await applicationOfSignature(core, signed), user];
  };
  const byCredentials = async (request: FastifyRequest, body: Body): Promise<[OtpApplication, string]> => {
    const principal = await authenticateCredentials(core, request.headers.authorization, callerOf(request).ip);
    requireRight(principal, 'otp', undefined);
    return [await applicationOfCredentials(core, principal.applicationId), requireField(body, 'userId')];
  };

  app.post('/otp', { config: { rate: 'otp' }, schema: { body: OtpRequest } }, async (request, reply) => {
    const { body } = request;
    const isSigned = request.headers.authorization === undefined || body.signature !== undefined;
    const [application, user] = isSigned ? await bySignature(body) : await byCredentials(request, body);
    return reply.header('cache-control', 'no-store').send(await tellPassword(core, application, user, callerOf(request).ip));
  });
}
