import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { PlatformError } from '../../core/errors.ts';
import { findProject, projectIfAny, requireProject } from '../../core/projects.ts';
import type { Project } from '../../core/projects.ts';
import { ICON_SIZES, iconPng, iconSvg, lookOf, mobileHeaders, mobileManifest, mobilePage, unknownServicePage } from '../../pages/index.ts';
import { preferredLanguage } from '../caller.ts';
import { answerPage } from '../page-errors.ts';
import { sendPacked } from '../packed.ts';
import { ENDING_WORKER } from '../phone-shell.ts';
import type { PhoneShell } from '../phone-shell.ts';
import type { App } from '../types.ts';

const Asked = Type.Object({ project: Type.Optional(Type.String({ maxLength: 256 })), client_id: Type.Optional(Type.String({ maxLength: 256 })) });

const IMMUTABLE = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';
/** A page of the shell that is opened by itself runs nothing but its own script. */
const SHELL_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Pictures kept in memory: a few projects' icons. */
const ICONS = 32;

/**
 * The phone site (docs/phone.md): the page, under the addresses that QR codes and MIRACL's apps know, and what makes it stay on a phone. What
 * a link names behind its `#` reaches the page alone.
 */
export function mobileRoutes(app: App, core: Core, shell: PhoneShell | undefined): void {
  const { config: { authorities, publicUrl, serviceWorkers } } = core;
  const headers = mobileHeaders(authorities);
  const icons = new Map<string, Buffer>();

  const built = (): PhoneShell => {
    if (shell === undefined) throw new PlatformError('NOT_FOUND', 'The phone site was not built; run npm run build.');
    return shell;
  };

  const projectOf = (request: FastifyRequest<{ Querystring: { project?: string } }>): Promise<Project> => requireProject(core, request.query.project);

  const icon = (colour: string, size: number): Buffer => {
    const name = `${colour} ${size}`;
    const image = icons.get(name) ?? iconPng(colour, size);
    icons.delete(name);
    icons.set(name, image);
    for (const [oldest] of icons) if (icons.size > ICONS) icons.delete(oldest);
    return image;
  };

  for (const path of ['/mobile', '/mobile/', '/mobile/auth', '/mobile-login', '/mobile-login/']) {
    app.get(path, { config: { rate: 'page' }, schema: { querystring: Asked }, errorHandler: (error, asked, reply) => void answerPage(error, asked, reply) }, async (request, reply) => {
      const { assets } = built();
      const lang = preferredLanguage(request);
      const { project: asked = '', client_id: clientId } = request.query;
      const project = asked === '' ? await projectIfAny(core, undefined) : await findProject(core, asked);
      reply.headers(headers);
      if (project === undefined) return reply.code(asked === '' ? 200 : 404).send(unknownServicePage(lang, assets));
      return reply.send(mobilePage({ lang, server: publicUrl, assets, ...lookOf(project), projectId: project.id, clientId }));
    });
  }

  app.get('/mobile/manifest.webmanifest', { config: { rate: 'page' }, schema: { querystring: Asked } }, async (request, reply) => {
    const project = await projectOf(request);
    return reply.header('cache-control', DAY).header('vary', 'Accept-Language').header('content-type', 'application/manifest+json; charset=utf-8')
      .send(JSON.stringify(mobileManifest(preferredLanguage(request), project)));
  });

  app.get('/mobile/icon.svg', { config: { rate: 'page' }, schema: { querystring: Asked } }, async (request, reply) => {
    const { settings } = await projectOf(request);
    return reply.header('cache-control', DAY).header('content-security-policy', "default-src 'none'").header('content-type', 'image/svg+xml').send(iconSvg(settings.accentLight));
  });
  for (const size of ICON_SIZES) {
    app.get(`/mobile/icon-${size}.png`, { config: { rate: 'page' }, schema: { querystring: Asked } }, async (request, reply) => {
      const { settings } = await projectOf(request);
      return reply.header('cache-control', DAY).header('content-type', 'image/png').send(icon(settings.accentLight, size));
    });
  }

  // It is asked for at each visit, past every cache; its scope reaches the addresses beside its folder.
  app.get('/mobile/worker.js', async (_request, reply) => reply.header('cache-control', 'no-cache').header('service-worker-allowed', '/mobile')
    .header('content-security-policy', "default-src 'none'; connect-src 'self'").header('content-type', 'text/javascript; charset=utf-8').send(serviceWorkers === 'on' ? built().worker : ENDING_WORKER));

  app.get<{ Params: { '*': string } }>('/mobile/assets/*', async (request, reply) => {
    const { assets, files } = built();
    const path = `/mobile/assets/${request.params['*']}`;
    const file = path.startsWith(assets) ? files.get(path.slice(assets.length)) : undefined;
    if (file === undefined) throw new PlatformError('NOT_FOUND', 'There is no such file.');
    reply.header('cache-control', IMMUTABLE).header('content-type', file.type);
    if (file.type.startsWith('text/html')) reply.header('content-security-policy', SHELL_POLICY).header('referrer-policy', 'no-referrer');
    return sendPacked(request, reply, file.file);
  });
}
