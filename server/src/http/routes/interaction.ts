import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Interaction } from 'oidc-provider';
import type { Core } from '../../core/core.ts';
import { findProject } from '../../core/projects.ts';
import { accountName, readAccountName } from '../../oidc/accounts.ts';
import { accountProject } from '../../oidc/built-in.ts';
import { findClient, isOnDevice } from '../../oidc/clients.ts';
import type { OpenidClient } from '../../oidc/clients.ts';
import type { Connect } from '../../oidc/connect.ts';
import { allowConsent, refuse, refuseConsent, scopesToAsk, switchAccount } from '../../oidc/decisions.ts';
import { collectLogin, findLogin, isUnused, openLogin } from '../../oidc/logins.ts';
import { languageOf } from '../../oidc/provider-pages.ts';
import { connectMessagePage, consentPage, goingOnPage, loginPage, loginScript, loginScriptPath, lookOf, ownPicture, padHeaders, pageHeaders, PLATFORM_LOOK } from '../../pages/index.ts';
import type { ConnectMessage, Look } from '../../pages/index.ts';
import { openAccessStream } from '../access-stream.ts';
import { callerOf, preferredLanguage } from '../caller.ts';
import { formToken, isOwnForm } from '../own-form.ts';
import type { App } from '../types.ts';
import { reachedAt } from './oidc.ts';

const Uid = Type.Object({ uid: Type.String({ maxLength: 64 }) });
const Form = Type.Object({ csrf: Type.String({ maxLength: 128 }) });
/** An application that does not let somebody in sends the browser here (docs/protocol.md 11.2); the page only says so. */
const Refusal = Type.Object({ client_id: Type.String({ maxLength: 64 }), lang: Type.Optional(Type.String({ maxLength: 35 })) });
const Decision = Type.Object({ csrf: Type.String({ maxLength: 128 }), decision: Type.Union([Type.Literal('allow'), Type.Literal('deny')]) });

/** One visit to a page of a log-in: which, for whom, in what words. */
interface Visit {
  readonly interaction: Interaction;
  readonly client: OpenidClient;
  readonly look: Look;
  readonly lang: string;
  readonly base: string;
  readonly csrf: string;
}

/** A parameter as a person could have typed it; any other is as good as none. */
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' && value.length <= 254 && !/\p{Cc}/u.test(value) ? value : undefined);

/** How much longer a log-in may take, milliseconds. The provider counts by the machine's clock, our rows by the platform's. */
const livesFor = ({ exp }: Interaction): number => exp * 1000 - Date.now();

/** Log-in and consent (docs/protocol.md 11.2). Everything of one log-in lies under its own path, and its cookie with it. */
export function interactionRoutes(app: App, core: Core, connect: Connect): void {
  const { publicUrl } = core.config;

  const subjectOf = (uid: string): string => `interaction ${uid}`;

  /** The log-in under way that the browser's cookie names; `undefined` where it is over or another browser's. */
  const visitOf = async (request: FastifyRequest, reply: FastifyReply, uid: string): Promise<Visit | undefined> => {
    reachedAt(publicUrl, request);
    const interaction = await connect.provider().interactionDetails(request.raw, reply.raw).catch((error: Error) => {
      if (error.name === 'SessionNotFound') return undefined;
      throw error;
    });
    if (interaction === undefined || interaction.uid !== uid) return undefined;
    const client = await findClient(core, String(interaction.params['client_id']));
    if (client === undefined) return undefined;
    const project = await findProject(core, client.projectId);
    const lang = languageOf(interaction.params, request.headers['accept-language'] ?? '');
    return { interaction, client, look: lookOf(project), lang, base: `/interaction/${uid}`, csrf: formToken(core, subjectOf(uid)) };
  };

  const over = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.code(410).headers(pageHeaders).send(connectMessagePage({ lang: preferredLanguage(request), ...PLATFORM_LOOK, kind: 'log-in-over' }));

  const refused = (reply: FastifyReply, { client, look, lang, base, csrf }: Visit, kind: ConnectMessage): FastifyReply =>
    reply.code(403).headers(pageHeaders).send(connectMessagePage({ lang, ...look, kind, application: client.name, back: { action: `${base}/cancel`, csrf } }));

  const goOn = (reply: FastifyReply, { client, look, lang }: Visit, to: string): FastifyReply =>
    reply.headers(pageHeaders).send(goingOnPage({ lang, ...look, application: client.name, to }));

  const showLogin = async (request: FastifyRequest, reply: FastifyReply, visit: Visit): Promise<FastifyReply> => {
    const { interaction, client, base, csrf, look, lang } = visit;
    const { params } = interaction;
    const userId = text(params['prerollid']) ?? text(params['login_hint']);
    const activationToken = text(params['acttoken']);
    const login = await openLogin(core, callerOf(request), {
      uid: interaction.uid, projectId: client.projectId, applicationId: client.builtIn ? undefined : client.id, applicationName: client.name, userId: text(params['prerollid']) ?? (activationToken === undefined ? userId : undefined),
      activationToken, expiresAt: core.now() + livesFor(interaction),
    });
    if (login.activation === 'refused') return refused(reply, visit, 'activation-refused');
    const offered = login.activation === 'offered' && activationToken !== undefined && (await isUnused(core, activationToken)) ? activationToken : undefined;
    return reply.headers(padHeaders(core.config.authorities)).send(loginPage({
      lang, ...look, projectId: client.projectId, server: publicUrl, application: client.name, base, csrf, accessId: login.accessId, userId, activationToken: offered,
      purpose: accountProject(client.id) === undefined ? undefined : 'account',
    }));
  };

  app.get('/interaction/:uid', { config: { rate: 'page' }, schema: { params: Uid } }, async (request, reply) => {
    const visit = await visitOf(request, reply, request.params.uid);
    if (visit === undefined) return over(request, reply);
    const { interaction, client, base, csrf, look, lang } = visit;
    if (interaction.prompt.name === 'login') return showLogin(request, reply, visit);
    const account = interaction.session?.accountId;
    if (account === undefined) return over(request, reply);
    if (!client.approved && client.owner !== account) return refused(reply, visit, 'not-approved');
    return reply.headers(pageHeaders).send(consentPage({
      lang, ...look, application: client.name, applicationLogo: ownPicture(client.logoUrl), userId: readAccountName(account).userId, scopes: scopesToAsk(interaction, client), selfRegistered: client.owner !== undefined, eachTime: isOnDevice(client), base, csrf,
    }));
  });

  app.post('/interaction/:uid/login', { config: { rate: 'authenticate' }, schema: { params: Uid } }, async (request, reply) => {
    const { uid } = request.params;
    reply.header('cache-control', 'no-store');
    if (!isOwnForm(core, request, subjectOf(uid), request.headers['x-mpin-form'])) return reply.code(403).send({});
    const visit = await visitOf(request, reply, uid);
    if (visit?.interaction.prompt.name !== 'login') return reply.code(410).send({});
    const { interaction, client } = visit;
    const proved = await collectLogin(core, uid, client.projectId);
    if (proved === undefined) return reply.code(409).send({});
    const accountId = accountName({ projectId: client.projectId, userId: proved.userId });
    await switchAccount(connect.provider(), interaction, accountId);
    const location = await connect.provider().interactionResult(request.raw, reply.raw, { login: { accountId, acr: proved.identityId, amr: ['mfa', 'pin', 'swk'], remember: false } });
    return reply.send({ location });
  });

  app.post('/interaction/:uid/wait', { config: { rate: 'poll' }, schema: { params: Uid } }, async (request, reply) => {
    const { uid } = request.params;
    reply.header('cache-control', 'no-store');
    if (!isOwnForm(core, request, subjectOf(uid), request.headers['x-mpin-form'])) return reply.code(403).send({});
    const visit = await visitOf(request, reply, uid);
    const login = visit === undefined ? undefined : await findLogin(core, uid);
    if (login === undefined) return reply.code(410).send({});
    const stream = await openAccessStream(core, login.webOTT, request.raw.socket);
    return reply.header('content-type', 'application/x-ndjson').header('x-accel-buffering', 'no').send(stream);
  });

  app.post('/interaction/:uid/consent', { config: { rate: 'page' }, schema: { params: Uid, body: Decision } }, async (request, reply) => {
    const { uid } = request.params;
    const visit = await visitOf(request, reply, uid);
    if (visit?.interaction.prompt.name !== 'consent' || visit.interaction.session?.accountId === undefined) return over(request, reply);
    if (!isOwnForm(core, request, subjectOf(uid), request.body.csrf)) return over(request, reply);
    const { interaction, client } = visit;
    if (!client.approved && client.owner !== interaction.session?.accountId) return refused(reply, visit, 'not-approved');
    const { ip } = callerOf(request);
    const result = request.body.decision === 'allow' ? await allowConsent(core, connect.provider(), { interaction, client, ip }) : await refuseConsent(core, { interaction, client, ip });
    return goOn(reply, visit, await connect.provider().interactionResult(request.raw, reply.raw, result));
  });

  app.post('/interaction/:uid/cancel', { config: { rate: 'page' }, schema: { params: Uid, body: Form } }, async (request, reply) => {
    const { uid } = request.params;
    const visit = await visitOf(request, reply, uid);
    if (visit === undefined || !isOwnForm(core, request, subjectOf(uid), request.body.csrf)) return over(request, reply);
    const login = await findLogin(core, uid);
    const why = login?.activation === 'refused' ? 'The activation token is used, expired, or for another user.' : 'The person cancelled.';
    return goOn(reply, visit, await connect.provider().interactionResult(request.raw, reply.raw, refuse(why)));
  });

  app.get('/refused', { config: { rate: 'page' }, schema: { querystring: Refusal } }, async (request, reply) => {
    const { client_id: id, lang = preferredLanguage(request) } = request.query;
    const client = await findClient(core, id);
    const project = client === undefined ? undefined : await findProject(core, client.projectId);
    return reply.code(client === undefined ? 404 : 200).headers(pageHeaders)
      .send(connectMessagePage({ lang, ...lookOf(project), kind: client === undefined ? 'unknown-application' : 'refused', application: client?.name }));
  });

  app.get(loginScriptPath, async (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(loginScript));
}
