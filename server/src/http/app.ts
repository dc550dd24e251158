import { randomBytes } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify, LogController } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import type { Core } from '../core/core.ts';
import { VERSION } from '../protocol.ts';
import { endAccessStreams } from './access-stream.ts';
import { connectScope } from './connect.ts';
import { crossOrigin, openToListed } from './cors.ts';
import { authorise } from './credentials.ts';
import { answerError } from './errors.ts';
import { readForms } from './form-body.ts';
import { readEveryBodyAsJson } from './json-body.ts';
import { readLibrary } from './library-files.ts';
import { buildPhoneShell } from './phone-shell.ts';
import { createLimiters, limitRates } from './limits.ts';
import { refuseOddInput } from './odd-input.ts';
import { documentApi } from './openapi.ts';
import { answerNowhere } from './page-errors.ts';
import { takeOwnFormsOnly } from './own-form.ts';
import { arrivalLimits, dropUnasked } from './slow-requests.ts';
import { backendRoutes } from './routes/backend.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { enrolmentPageRoutes } from './routes/enrolment-page.ts';
import { enrolmentRoutes } from './routes/enrolment.ts';
import { healthRoutes } from './routes/health.ts';
import { identityRoutes } from './routes/identities.ts';
import { libraryRoutes } from './routes/library.ts';
import { mobileRoutes } from './routes/mobile.ts';
import { objectionRoutes } from './routes/objections.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { otpPageRoutes } from './routes/otp-page.ts';
import { otpRoutes } from './routes/otp.ts';
import { pageRoutes } from './routes/pages.ts';
import { registrationRoutes } from './routes/registration.ts';
import { pushRoutes } from './routes/push.ts';
import { phoneRoutes } from './routes/sessions-phone.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { signingRoutes } from './routes/signing.ts';
import { signingSessionRoutes } from './routes/signing-sessions.ts';
import { verificationRoutes } from './routes/verification.ts';
import type { App } from './types.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** 16 characters of base32, by which a caller and our log mean the same request. */
function newRequestId(): string {
  return [...randomBytes(16)].map((byte) => ALPHABET[byte & 31]).join('');
}

/**
 * Ends waiting streams when the server closes, and the connections of requests that were under way once they are
 * answered: kept alive, they would hold the server up for as long as clients like.
 */
function closeInOrder(app: App, core: Core): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    endAccessStreams(core);
  });
  app.addHook('onResponse', async () => {
    if (closing) setImmediate(() => app.server.closeIdleConnections());
  });
}

/** What may be mounted beside the platform's own routes: the development inbox, trust authorities in this process. */
export type Mount = (app: App) => Promise<void> | void;

/** The HTTP server, not yet listening. */
export function buildApp(core: Core, mounts: readonly Mount[]): App {
  const { config } = core;
  const app: App = fastify({
    loggerInstance: core.log as FastifyBaseLogger, logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestID' }), genReqId: newRequestId, requestIdHeader: false,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies], bodyLimit: config.bodyBytes, forceCloseConnections: 'idle', ...arrivalLimits(),
    // A path that cannot be decoded never reaches a route.
    frameworkErrors: (_error, request, reply) => void answerNowhere(request, reply),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.decorate('now', core.now);
  const limiters = createLimiters(core);
  const built = readLibrary(config.libraryDir);
  const shell = buildPhoneShell(built);

  // Before all routes, which it collects.
  documentApi(app, { version: VERSION, publicUrl: config.publicUrl });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    if (config.publicUrl.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000');
  });
  app.addHook('onResponse', async (request, reply) => {
    core.metrics?.request(request.routeOptions.url ?? 'none', request.method, reply.statusCode, reply.elapsedTime / 1000);
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  refuseOddInput(app);
  closeInOrder(app, core);
  dropUnasked(app);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(async (request, reply) => {
    await openToListed(core, request, reply);
    return answerNowhere(request, reply);
  });

  app.register(async (api: App) => {
    crossOrigin(api, core);
    limitRates(api, limiters);
    authorise(api, core);
    readEveryBodyAsJson(api);
    for (const routes of [discoveryRoutes, sessionRoutes, verificationRoutes, registrationRoutes, identityRoutes, signInRoutes, signingRoutes, signingSessionRoutes, phoneRoutes, pushRoutes, otpRoutes]) routes(api, core);
    api.register(async (backend: App) => backendRoutes(backend, core));
    api.register(async (backend: App) => enrolmentRoutes(backend, core));
  });
  app.register(async (pages: App) => {
    limitRates(pages, limiters);
    takeOwnFormsOnly(pages, core);
    readForms(pages);
    pageRoutes(pages, core);
    enrolmentPageRoutes(pages, core);
    objectionRoutes(pages, core);
    otpPageRoutes(pages, core, shell);
  });
  app.register(async (scope: App) => connectScope(scope, core, limiters));
  app.register(async (library: App) => libraryRoutes(library, built, config.publicUrl));
  app.register(async (phone: App) => {
    limitRates(phone, limiters);
    mobileRoutes(phone, core, shell);
  });
  app.register(async (operation: App) => {
    limitRates(operation, limiters);
    healthRoutes(operation, core);
    openApiRoutes(operation);
  });
  for (const mount of mounts) app.register(async (scope: App) => mount(scope));
  return app;
}
