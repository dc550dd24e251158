import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { PlatformError } from '../../core/errors.ts';
import { projectIfAny, requireProject } from '../../core/projects.ts';
import { DEVICE_NAME_LENGTH, USER_ID_LENGTH } from '../../core/user-ids.ts';
import type { App } from '../types.ts';

/** Our extensions of the wire, with their versions (docs/protocol.md 2). */
const EXTENSIONS = { pass2U: 1, accessActivation: 1, accessStream: 1, attemptsLeft: 1, verificationLanguage: 1, signInNonce: 1, codeTries: 1, identityCapability: 1, oneTimePassword: 1, accessNumber: 1, accessToken: 1, remoteSignOut: 1, pushToken: 1 };

/** Discovery and the keys that tokens are checked with. */
export function discoveryRoutes(app: App, core: Core): void {
  const { publicUrl, pinAttempts, sessionSeconds, accessNumberSeconds } = core.config;
  const at = (path: string): string => `${publicUrl}${path}`;

  app.get('/.well-known/project-configuration', {
    config: { rate: 'discovery', everyOrigin: true },
    schema: { querystring: Type.Object({ id: Type.Optional(Type.String({ maxLength: 64 })) }) },
  }, async (request, reply) => {
    const project = await requireProject(core, request.query.id);
    const { settings } = project;
    const { origin } = request.headers;
    if (origin !== undefined && origin !== publicUrl && !project.origins.includes(origin)) {
      throw new PlatformError('ORIGIN_NOT_ALLOWED', 'This origin is not on the list of the project; add it to its allowed origins.');
    }
    return reply.header('cache-control', 'no-cache').send({
      id: project.id, name: project.name, customDomain: publicUrl, logoUrl: project.logoUrl, curve: 'BN254CX', pinLength: project.pinLength, pinAttempts,
      verificationMethod: project.verificationMethod, identityType: settings.identityType, identityTypeLabel: settings.identityTypeLabel,
      customVerificationUrl: settings.customVerificationUrl, askDeviceName: project.askDeviceName, languages: settings.languages, ways: settings.ways,
      firstScreen: settings.firstScreen, addIdentities: settings.addIdentities, easyPin: settings.easyPin,
      branding: { name: project.name, logoUrl: project.logoUrl, accentLight: settings.accentLight, accentDark: settings.accentDark },
      // Typed on a phone by hand, if need be: it names the project only where it has to.
      mobileUrl: at((await projectIfAny(core, undefined)) === undefined ? `/mobile?project=${encodeURIComponent(project.id)}` : '/mobile'),
      enableRegistrationCode: settings.enableRegistrationCode, limitRegCodeVerified: settings.limitRegCodeVerified,
      limits: { userIdLength: USER_ID_LENGTH, deviceNameLength: DEVICE_NAME_LENGTH, codeLength: 6, accessTtlSeconds: sessionSeconds, accessNumberSeconds },
      endpoints: {
        session: at('/rps/v2/session'), access: at('/rps/v2/access'), accessStream: at('/rps/v2/access/stream'), verification: at('/verification/email'),
        confirmation: at('/verification/confirmation'), registration: at('/registration'), identityRename: at('/identity/rename'), identityRemove: at('/identity/remove'), identityPush: at('/identity/push'), pass1: at('/rps/v2/pass1'), pass2: at('/rps/v2/pass2'),
        authenticate: at('/rps/v2/authenticate'), codeStatus: at('/rps/v2/codeStatus'), accessNumber: at('/rps/v2/accessNumber'),
        signOut: at('/rps/v2/signOut'), jwks: at('/.well-known/jwks'),
      },
      push: { applicationServerKey: core.push.applicationServerKey }, extensions: EXTENSIONS,
    });
  });

  const published = { config: { rate: 'discovery', everyOrigin: true } } as const;
  app.get('/.well-known/jwks', published, async (_request, reply) => reply.header('cache-control', 'public, max-age=300').send({ keys: await core.tokens.signInKeys() }));
  app.get('/dvs/jwks', published, async (_request, reply) => reply.header('cache-control', 'public, max-age=300').send({ keys: await core.tokens.certificateKeys() }));
}
