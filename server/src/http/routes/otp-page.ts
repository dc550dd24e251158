import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { findOtpApplication } from '../../core/otp-applications.ts';
import { requireProject } from '../../core/projects.ts';
import { lookOf, otpPage, padHeaders, pageHeaders, unknownOtpPage } from '../../pages/index.ts';
import { preferredLanguage } from '../caller.ts';
import type { PhoneShell } from '../phone-shell.ts';
import type { App } from '../types.ts';

/** The page on which people make one-time passwords (docs/otp.md). It knows no redirect: nothing is handed to anybody. */
export function otpPageRoutes(app: App, core: Core, shell: PhoneShell | undefined): void {
  app.get('/otpgen', { config: { rate: 'page' }, schema: { querystring: Type.Object({ client_id: Type.Optional(Type.String()) }) } }, async (request, reply) => {
    const lang = preferredLanguage(request);
    const application = await findOtpApplication(core, request.query.client_id ?? '');
    if (application === undefined) return reply.code(404).headers(pageHeaders).send(unknownOtpPage(lang));
    const project = await requireProject(core, application.projectId);
    return reply.headers(padHeaders(core.config.authorities)).send(otpPage({
      lang, ...lookOf(project), projectId: project.id, server: core.config.publicUrl, application: application.name, clientId: application.id,
      assets: shell?.assets,
    }));
  });
}
