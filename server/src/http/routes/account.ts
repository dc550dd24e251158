import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownApplication, removeApplication, renewSecret, saveApplication } from '../../account/applications.ts';
import { overviewOf } from '../../account/overview.ts';
import { mayRegister } from '../../account/registrants.ts';
import { beginAccountLogin, endAccountSession, findAccountSession, finishAccountLogin, leaveAccountNote, takeAccountNote } from '../../account/sessions.ts';
import type { AccountNote, AccountSession } from '../../account/sessions.ts';
import type { Core } from '../../core/core.ts';
import { renameIdentity, revokeByAdministrator } from '../../core/identity-administration.ts';
import { findProject, projectIfAny } from '../../core/projects.ts';
import { DEVICE_NAME_LENGTH } from '../../core/user-ids.ts';
import { readAccountName } from '../../oidc/accounts.ts';
import { findClient } from '../../oidc/clients.ts';
import type { OpenidClient } from '../../oidc/clients.ts';
import type { Connect } from '../../oidc/connect.ts';
import { discontinue } from '../../oidc/decisions.ts';
import { accountOverPage, accountPage, accountPath, applicationPage, connectMessagePage, lookOf, pageHeaders, PLATFORM_LOOK } from '../../pages/index.ts';
import type { ApplicationFields, ApplicationModel } from '../../pages/index.ts';
import { callerOf, preferredLanguage } from '../caller.ts';
import { ownCookie } from '../own-cookie.ts';
import { formToken, isOwnForm } from '../own-form.ts';
import type { App } from '../types.ts';

const Entry = Type.Object({ project: Type.Optional(Type.String({ maxLength: 64, pattern: '^[\\w.-]*$' })), lang: Type.Optional(Type.String({ maxLength: 35 })) });
const Callback = Type.Object({ code: Type.Optional(Type.String({ maxLength: 256 })), state: Type.Optional(Type.String({ maxLength: 256 })) });
const ById = Type.Object({ id: Type.String({ maxLength: 64, pattern: '^[\\w.-]+$' }) });
const Form = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 40_000, pattern: '^[^\\u0000]*$' }));

const EMPTY: ApplicationFields = { name: '', redirectUris: '', postLogoutUris: '', startUrl: '', initiateLoginUri: '', logoutUri: '', logoUrl: '', isPublic: false };
const LOGIN_COOKIE_SECONDS = 3600;

type Fields = Readonly<Record<string, string>>;

/** The project that a query or a form names, if it names one. */
const named = (project: string | undefined): string | undefined => (project === '' ? undefined : project);

function fieldsOf(form: Fields): ApplicationFields {
  const of = (name: string): string => form[name] ?? '';
  return {
    name: of('name'), redirectUris: of('redirectUris'), postLogoutUris: of('postLogoutUris'), startUrl: of('startUrl'), initiateLoginUri: of('initiateLoginUri'), logoutUri: of('logoutUri'), logoUrl: of('logoUrl'),
    isPublic: form['isPublic'] === '1',
  };
}

function fieldsOfClient(client: OpenidClient): ApplicationFields {
  const { name, startUrl, initiateLoginUri, logoutUri, logoUrl, isPublic } = client;
  return { name, startUrl, initiateLoginUri, logoutUri, logoUrl, isPublic, redirectUris: client.redirectUris.join('\n'), postLogoutUris: client.postLogoutUris.join('\n') };
}

/** The account pages (docs/connect.md): a person's applications, devices and activity, and the applications that the person registered. */
export function accountRoutes(app: App, core: Core, connect: Connect): void {
  const { publicUrl } = core.config;
  const cookies = { session: ownCookie(publicUrl, 'mpin-account'), logIn: ownCookie(publicUrl, 'mpin-account-login') };
  const subjectOf = ({ id }: AccountSession): string => `account ${id}`;
  const projectOf = ({ account }: Pick<AccountSession, 'account'>): string => readAccountName(account).projectId;

  const frame = async (request: FastifyRequest, session: AccountSession) => {
    const project = await findProject(core, projectOf(session));
    return { lang: preferredLanguage(request), ...lookOf(project), csrf: formToken(core, subjectOf(session)), projectId: projectOf(session) };
  };
  const signedIn = (request: FastifyRequest): Promise<AccountSession | undefined> => findAccountSession(core, connect.provider(), cookies.session.read(request));
  /** Back to the account; its address names the project, so that a reload once the session is over knows whose it was. */
  const toStart = (reply: FastifyReply, projectId: string | undefined): FastifyReply =>
    reply.headers(pageHeaders).redirect(projectId === undefined ? '/account' : accountPath(projectId), 303);
  const showApplication = async (request: FastifyRequest, reply: FastifyReply, session: AccountSession, model: Pick<ApplicationModel, 'id' | 'fields' | 'secret' | 'problem' | 'proofs'>) =>
    reply.code(model.problem === undefined ? 200 : 422).headers(pageHeaders).send(applicationPage({ ...(await frame(request, session)), ...model }));

  /** A form of a signed-in person's own page, or `undefined` where it is not. */
  const formOf = async (request: FastifyRequest): Promise<{ session: AccountSession; form: Fields } | undefined> => {
    const session = await signedIn(request);
    const form = request.body as Fields;
    return session !== undefined && isOwnForm(core, request, subjectOf(session), form['csrf']) ? { session, form } : undefined;
  };
  const action = (path: string, act: (request: FastifyRequest, reply: FastifyReply, session: AccountSession, form: Fields) => Promise<FastifyReply | void>): void => {
    app.post(path, { config: { rate: 'page' }, schema: { body: Form } }, async (request, reply) => {
      const sent = await formOf(request);
      if (sent !== undefined) {
        const answered = await act(request, reply, sent.session, sent.form);
        if (answered !== undefined) return answered;
      }
      const { project } = request.body as Fields;
      return toStart(reply, sent === undefined ? named(project) : projectOf(sent.session));
    });
  };
  const ownOf = (request: FastifyRequest, { account }: AccountSession): Promise<OpenidClient | undefined> => ownApplication(core, account, (request.params as { id: string }).id);

  app.get('/account', { config: { rate: 'page' }, schema: { querystring: Entry } }, async (request, reply) => {
    const session = await signedIn(request);
    const wanted = named(request.query.project);
    if (session !== undefined && (wanted === undefined || wanted === projectOf(session))) return reply.headers(pageHeaders).send(accountPage({ ...(await frame(request, session)), ...(await overviewOf(core, session.account)), note: await takeAccountNote(core, session) }));
    const { lang = preferredLanguage(request) } = request.query;
    const project = await projectIfAny(core, wanted);
    if (project === undefined) return reply.code(404).headers(pageHeaders).send(connectMessagePage({ lang, ...PLATFORM_LOOK, kind: 'which-account' }));
    const { url, kept } = beginAccountLogin(core, project.id, lang);
    cookies.logIn.set(reply, kept, LOGIN_COOKIE_SECONDS);
    return reply.headers(pageHeaders).redirect(url, 303);
  });

  app.get('/account/callback', { config: { rate: 'page' }, schema: { querystring: Callback } }, async (request, reply) => {
    const { code = '', state = '' } = request.query;
    const session = await finishAccountLogin(core, connect.provider(), cookies.logIn.read(request) ?? '', state, code);
    if (session === undefined) return reply.headers(pageHeaders).redirect('/account/over', 303);
    cookies.session.set(reply, session.id);
    cookies.logIn.clear(reply);
    return toStart(reply, projectOf(session));
  });

  // That a log-in led to nothing is said at an address that holds no code.
  app.get('/account/over', { config: { rate: 'page' } }, async (request, reply) =>
    reply.code(400).headers(pageHeaders).send(connectMessagePage({ lang: preferredLanguage(request), ...PLATFORM_LOOK, kind: 'log-in-over' })));

  action('/account/sign-out', async (request, reply, session) => {
    await endAccountSession(core, connect.provider(), session.id);
    cookies.session.clear(reply);
    return reply.headers(pageHeaders).send(connectMessagePage({ ...(await frame(request, session)), kind: 'signed-out' }));
  });

  /** Back to the account, which says what was done. */
  const done = async (reply: FastifyReply, session: AccountSession, note: AccountNote): Promise<FastifyReply> => {
    await leaveAccountNote(core, session, note);
    return toStart(reply, projectOf(session));
  };

  action('/account/discontinue', async (request, reply, session, form) => {
    const client = await findClient(core, form['application'] ?? '');
    if (client === undefined) return;
    await discontinue(core, connect.provider(), session.account, client.id, { identityId: session.identityId, ip: callerOf(request).ip });
    return done(reply, session, { done: 'discontinued', name: client.name });
  });

  const ownDevice = ({ account }: AccountSession, id: string): Promise<{ readonly device_name: string } | undefined> => {
    const { projectId, userId } = readAccountName(account);
    return core.db.queries.selectFrom('identities').select('device_name').where('id', '=', id).where('project_id', '=', projectId).where('user_id', '=', userId).executeTakeFirst();
  };
  action('/account/rename', async (request, reply, session, form) => {
    const { device = '', name = '' } = form;
    // The field takes nothing else, so whoever sends it has no page to be told on.
    if (name.trim() === '' || name.length > DEVICE_NAME_LENGTH || /\p{C}/u.test(name) || (await ownDevice(session, device)) === undefined) return;
    const { deviceName } = await renameIdentity(core, readAccountName(session.account).projectId, device, name, { ip: callerOf(request).ip });
    return done(reply, session, { done: 'renamed', name: deviceName });
  });
  action('/account/revoke', async (request, reply, session, form) => {
    const { device = '' } = form;
    const own = await ownDevice(session, device);
    if (own === undefined) return;
    await revokeByAdministrator(core, readAccountName(session.account).projectId, device, 'revoked in the account', { ip: callerOf(request).ip });
    const note: AccountNote = { done: 'revoked', name: own.device_name };
    if ((await signedIn(request)) !== undefined) return done(reply, session, note);
    cookies.session.clear(reply);
    return reply.headers(pageHeaders).send(accountOverPage({ ...(await frame(request, session)), note }));
  });

  app.get('/account/applications/new', { config: { rate: 'page' } }, async (request, reply) => {
    const session = await signedIn(request);
    return session === undefined || !(await mayRegister(core, session.account)) ? toStart(reply, session && projectOf(session)) : showApplication(request, reply, session, { id: undefined, fields: EMPTY });
  });
  app.get('/account/applications/:id', { config: { rate: 'page' }, schema: { params: ById } }, async (request, reply) => {
    const session = await signedIn(request);
    const client = session === undefined ? undefined : await ownOf(request, session);
    return session === undefined || client === undefined ? toStart(reply, session && projectOf(session)) : showApplication(request, reply, session, { id: client.id, fields: fieldsOfClient(client) });
  });

  const save = async (request: FastifyRequest, reply: FastifyReply, session: AccountSession, id: string | undefined, fields: ApplicationFields): Promise<FastifyReply> => {
    const saved = await saveApplication(core, session.account, id, fields);
    if ('problem' in saved) return showApplication(request, reply, session, { id, fields, problem: saved.problem, proofs: saved.proofs });
    return saved.secret === undefined ? done(reply, session, { done: 'saved', name: fields.name }) : showApplication(request, reply, session, { id: saved.id, fields, secret: saved.secret });
  };
  action('/account/applications', async (request, reply, session, form) => save(request, reply, session, undefined, fieldsOf(form)));
  action('/account/applications/:id', async (request, reply, session, form) => {
    const client = await ownOf(request, session);
    return client && save(request, reply, session, client.id, fieldsOf(form));
  });
  action('/account/applications/:id/secret', async (request, reply, session) => {
    const client = await ownOf(request, session);
    return client && showApplication(request, reply, session, { id: client.id, fields: fieldsOfClient(client), secret: await renewSecret(core, session.account, client.id) });
  });
  action('/account/applications/:id/remove', async (request, reply, session) => {
    const client = await ownOf(request, session);
    if (client === undefined) return;
    await removeApplication(core, connect.provider(), session.account, client.id);
    return done(reply, session, { done: 'removed', name: client.name });
  });
}
