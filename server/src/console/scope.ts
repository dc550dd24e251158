import { Readable } from 'node:stream';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { administeredProject, mayMakeProjects, permits, platformRole } from '../core/administration.ts';
import type { Permission, Role } from '../core/administration.ts';
import type { Agent } from '../core/audit.ts';
import type { Core } from '../core/core.ts';
import type { Project } from '../core/projects.ts';
import { callerOf, preferredLanguage } from '../http/caller.ts';
import { ownCookie } from '../http/own-cookie.ts';
import type { OwnCookie } from '../http/own-cookie.ts';
import { formToken, isOwnForm } from '../http/own-form.ts';
import type { App } from '../http/types.ts';
import { consoleHeaders, consoleMessage, consolePage } from './frame.ts';
import type { PageContent, Visit } from './frame.ts';
import { beginConsoleLogIn, isConsoleOpen, returnPath } from './log-in.ts';
import { leaveNote, takeNote } from './notes.ts';
import type { Note } from './notes.ts';
import { findConsoleSession } from './sessions.ts';
import type { ConsoleSession } from './sessions.ts';
import { claimSubmission, newSubmission, releaseSubmission, settleSubmission } from './submissions.ts';
import { consoleCatalogue, consoleLanguage, consoleLanguages } from './texts/texts.ts';
import type { ConsoleTexts } from './texts/texts.ts';

/** What a route of the console asks for: nothing, a session, the right to make projects, or a permission in the project that its path names. */
export type Access = 'public' | 'session' | 'projects:create' | Permission;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use a route of the console; every one says so. */
    console?: Access;
  }
}

/** A route, and who may use it. */
export interface ConsoleRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

const routes = new WeakMap<App['server'], ConsoleRoute[]>();

/** All routes of the console, for those who check that none was forgotten. */
export function consoleRoutesOf(app: Pick<App, 'server'>): readonly ConsoleRoute[] {
  return routes.get(app.server) ?? [];
}

/** A signed-in visitor of a page. */
export interface SignedIn extends Visit {
  readonly session: ConsoleSession;
  /** Their role in the console's own project. */
  readonly everywhere: Role | undefined;
  /** Who acts, for the audit log. */
  readonly agent: Agent & { readonly actor: string };
}

/** A visitor of a project's page. */
export interface InProject extends SignedIn {
  readonly project: Project;
  readonly may: (permission: Permission) => boolean;
}

/** The fields of a form as they were typed; empty where they were left out. */
export type Fields = (name: string) => string;

/** How a form ended: elsewhere, with a note for the next page; on its own page again, with what is wrong; or with an answer of its own. */
export type Outcome = { readonly to: string; readonly note: Note } | PageContent | { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** The query or the ids of a path. */
export type Named = Readonly<Record<string, string | undefined>>;

/** What routes of the console are made with. */
export interface Scope {
  readonly app: App;
  readonly core: Core;
  readonly cookies: { readonly session: OwnCookie; readonly logIn: OwnCookie };
  /** A page below a project's path. */
  page(path: string, access: Permission, show: (visit: InProject, query: Named, ids: Named) => Promise<PageContent | undefined>): void;
  /** A file below a project's path, to be kept. */
  file(path: string, access: Permission, write: (visit: InProject, query: Named) => Promise<{ readonly name: string; readonly csv: string | AsyncIterable<string> }>): void;
  /** A form below a project's path. */
  form(path: string, access: Permission, act: (visit: InProject, fields: Fields, ids: Named) => Promise<Outcome | undefined>): void;
  /** A page and a form that are about no project. */
  ownPage(path: string, access: 'session' | 'projects:create', show: (visit: SignedIn) => Promise<PageContent>): void;
  ownForm(path: string, access: 'session' | 'projects:create', act: (visit: SignedIn, fields: Fields, reply: FastifyReply) => Promise<Outcome>): void;
}

const Named = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 512, pattern: '^[^\\u0000]*$' }));
const Form = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 60_000, pattern: '^[^\\u0000]*$' }));
const PROJECT = '/console/projects/:projectId';

/** The page of the section that a form belongs to: where a second sending is led while the first is under way. */
const sectionOf = (url: string): string => (url.startsWith('/console/projects/') ? url.split('?', 1).join('').split('/').slice(0, 5).join('/') : '/console');

const textsOf = (lang: string): ConsoleTexts => consoleCatalogue[consoleLanguage(lang)];

/**
 * The one place that decides who may use the console (docs/console.md): before anything of a request is used, whoever calls must have a session, a
 * role in the project that the path names, and a role that permits it. A project that is none of theirs looks like one that does not exist.
 */
export function consoleScope(app: App, core: Core): Scope {
  const known: ConsoleRoute[] = [];
  routes.set(app.server, known);
  const visits = new WeakMap<FastifyRequest, SignedIn>();
  const { publicUrl } = core.config;
  const cookies = { session: ownCookie(publicUrl, 'mpin-console'), logIn: ownCookie(publicUrl, 'mpin-console-login') };
  const message = (request: FastifyRequest, reply: FastifyReply, status: number, kind: keyof ConsoleTexts['messages'], way: 'console' | 'sign-in' | 'none' = 'console'): FastifyReply =>
    reply.code(status).headers(consoleHeaders).send(consoleMessage(preferredLanguage(request, consoleLanguages), kind, way));

  const askToSignIn = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (request.method !== 'GET') return message(request, reply, 401, 'session-over', 'sign-in');
    if (!(await isConsoleOpen(core))) return message(request, reply, 404, 'no-administrator', 'none');
    const { url, kept } = beginConsoleLogIn(core, preferredLanguage(request, consoleLanguages), { returnTo: returnPath(request.url) });
    cookies.logIn.set(reply, kept, 3600);
    return reply.headers(consoleHeaders).redirect(url, 303);
  };

  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.console === undefined) throw new Error(`The console's route ${url} does not say who may use it.`);
    for (const one of [method].flat()) known.push({ method: one, url, access: config.console });
  });

  app.addHook('preValidation', async (request, reply) => {
    const access = request.routeOptions.config.console ?? 'session';
    if (access === 'public') return undefined;
    const session = await findConsoleSession(core, cookies.session.read(request));
    if (session === undefined) return askToSignIn(request, reply);
    const { userId } = session;
    const lang = preferredLanguage(request, consoleLanguages);
    const everywhere = await platformRole(core, userId);
    const { projectId } = request.params as { projectId?: string };
    const place = projectId === undefined ? undefined : await administeredProject(core, userId, projectId);
    if (projectId !== undefined && place === undefined) return message(request, reply, 404, 'not-found');
    const allowed = access === 'session' || (access === 'projects:create' ? mayMakeProjects(everywhere) : place !== undefined && permits(place.role, access));
    if (!allowed) return message(request, reply, 403, 'forbidden');
    visits.set(request, {
      session, userId, lang, texts: textsOf(lang), place, everywhere, csrf: formToken(core, `console ${session.digest}`), once: newSubmission, agent: { ip: callerOf(request).ip, actor: userId },
    });
    return undefined;
  });

  const visitOf = (request: FastifyRequest): SignedIn => {
    const visit = visits.get(request);
    if (visit === undefined) throw new Error('A page of the console without a visitor.');
    return visit;
  };
  const inProject = (request: FastifyRequest): InProject => {
    const visit = visitOf(request);
    const { place } = visit;
    if (place === undefined) throw new Error('A page of a project without a project.');
    return { ...visit, project: place.project, may: (permission) => permits(place.role, permission) };
  };
  const show = async (request: FastifyRequest, reply: FastifyReply, visit: SignedIn, content: PageContent): Promise<FastifyReply> => {
    const [path = ''] = request.url.split('?');
    const note = request.method === 'GET' ? await takeNote(core, visit.session, path) : undefined;
    return reply.code(content.status ?? 200).headers(consoleHeaders).send(consolePage(visit, path, content, note));
  };
  const pathOf = (url: string): string => url.split('?')[0] ?? url;

  /** Takes a form: from this session's own page, once; and leads on, so that loading the next page again sends nothing again. */
  const take = async (request: FastifyRequest, reply: FastifyReply, visit: SignedIn, act: (fields: Fields) => Promise<Outcome | undefined>): Promise<FastifyReply> => {
    const body = (request.body ?? {}) as Readonly<Record<string, string>>;
    const name = body['once'] ?? '';
    if (name === '' || !isOwnForm(core, request, `console ${visit.session.digest}`, body['csrf'])) return message(request, reply, 403, 'form-over');
    const earlier = await claimSubmission(core, visit.session, name);
    if (earlier !== undefined) return reply.headers(consoleHeaders).redirect(earlier.location === '' ? sectionOf(request.url) : earlier.location, 303);
    let outcome: Outcome | undefined;
    try {
      outcome = await act((field) => (Object.hasOwn(body, field) ? body[field] ?? '' : ''));
    } catch (error) {
      await releaseSubmission(core, visit.session, name);
      throw error;
    }
    if (outcome === undefined) return message(request, reply, 404, 'not-found');
    if ('to' in outcome) {
      await leaveNote(core, visit.session, pathOf(outcome.to), outcome.note);
      await settleSubmission(core, visit.session, name, outcome.to);
      return reply.headers(consoleHeaders).redirect(outcome.to, 303);
    }
    await releaseSubmission(core, visit.session, name);
    if ('body' in outcome) return reply.headers(outcome.headers).send(outcome.body);
    return show(request, reply, visit, { status: 422, ...outcome });
  };

  return {
    app, core, cookies,
    page(path, access, make) {
      app.get(`${PROJECT}${path}`, { config: { rate: 'page', console: access }, schema: { querystring: Named, params: Named } }, async (request, reply) => {
        const visit = inProject(request);
        const content = await make(visit, request.query, request.params);
        return content === undefined ? message(request, reply, 404, 'not-found') : show(request, reply, visit, content);
      });
    },
    file(path, access, write) {
      app.get(`${PROJECT}${path}`, { config: { rate: 'page', console: access }, schema: { querystring: Named, params: Named } }, async (request, reply) => {
        const { name, csv } = await write(inProject(request), request.query);
        return reply.headers({ ...consoleHeaders, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` }).send(typeof csv === 'string' ? csv : Readable.from(csv));
      });
    },
    form(path, access, act) {
      app.post(`${PROJECT}${path}`, { config: { rate: 'page', console: access }, schema: { body: Form, params: Named } }, async (request, reply) => {
        const visit = inProject(request);
        return take(request, reply, visit, (fields) => act(visit, fields, request.params));
      });
    },
    ownPage(path, access, make) {
      app.get(path, { config: { rate: 'page', console: access } }, async (request, reply) => {
        const visit = visitOf(request);
        return show(request, reply, visit, await make(visit));
      });
    },
    ownForm(path, access, act) {
      app.post(path, { config: { rate: 'page', console: access }, schema: { body: Form } }, async (request, reply) => {
        const visit = visitOf(request);
        return take(request, reply, visit, (fields) => act(visit, fields, reply));
      });
    },
  };
}
