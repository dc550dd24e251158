import { APPLICATION_TYPES, createApplication, grantRights, listApplications } from '../../core/applications.ts';
import { createOpenidApplication } from '../../core/openid-applications.ts';
import { createOtpApplication, OTP_SECONDS } from '../../core/otp-applications.ts';
import { CONSOLE_PROJECT } from '../../core/projects.ts';
import { html } from '../../text/html.ts';
import { oneLine } from '../../text/untrusted.ts';
import { nameProblem, only, openidFields, openidIn, openidProblems, originsIn, refusedApplication, rightsBoxes, rightsIn, secondsIn } from '../application-form.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import type { Note } from '../notes.ts';
import { apart, button, code, form, linesField, moment, panel, selectField, table, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Outcome, Scope } from '../scope.ts';

const EMPTY: Fields = (name) => ({ type: 'sign-in', seconds: String(OTP_SECONDS.default) })[name] ?? '';

function newPage(visit: InProject, fields: Fields, problems: Problems = {}): PageContent {
  const { texts, project } = visit;
  const { applications } = texts;
  const field = (name: string, label: string) => ({ name, label, value: fields(name), problem: problems[name] });
  return {
    title: applications.new,
    content: form(visit, `${projectPath(project.id)}/applications`, html`<div class="panel">${textField(field('name', texts.name))}
${selectField(field('type', applications.type), APPLICATION_TYPES.map((type) => [type, applications.types[type]]))}${rightsBoxes(texts, (right) => fields(`right.${right}`) === '1')}</div>
${panel('of-sign-in', applications.types['sign-in'], linesField(field('origins', applications.origins)))}
${panel('of-openid', applications.types.openid, openidFields(texts, fields, problems))}
${panel('of-otp', applications.types.otp, textField({ ...field('seconds', applications.seconds), help: texts.problems.seconds(OTP_SECONDS.min, OTP_SECONDS.max) }, { technical: true }))}
<div>${button(texts.create, 'primary')}</div>`),
  };
}

/** Makes the application that a form describes; each type has fields of its own. */
export function applicationsRoutes({ core, page, form: takeForm }: Scope): void {
  const done = (visit: InProject, id: string, note: Note): Outcome => ({ to: `${projectPath(visit.project.id)}/applications/${id}`, note });

  const createSignIn = async (visit: InProject, fields: Fields): Promise<Outcome> => {
    const origins = originsIn(fields('origins'));
    const problems = only({ name: nameProblem(fields('name'), visit.texts), origins: origins === undefined ? visit.texts.problems.origin : undefined });
    if (origins === undefined || Object.keys(problems).length > 0) return newPage(visit, fields, problems);
    const created = await createApplication(core, { projectId: visit.project.id, name: fields('name').trim(), origins, rights: rightsIn(fields), actor: visit.userId });
    return done(visit, created.clientId, { done: 'application-created', secrets: [{ label: 'clientSecret', value: created.clientSecret }] });
  };

  const createOpenid = async (visit: InProject, fields: Fields): Promise<Outcome> => {
    const problems = openidProblems(fields, visit.texts);
    if (Object.keys(problems).length > 0) return newPage(visit, fields, problems);
    const application = openidIn(fields);
    try {
      const created = await createOpenidApplication(core, { projectId: visit.project.id, account: undefined, actor: visit.userId, rights: rightsIn(fields) }, application);
      return done(visit, created.clientId, { done: 'application-created', ...(application.isPublic === true ? {} : { secrets: [{ label: 'clientSecret', value: created.clientSecret }] }) });
    } catch (error) {
      const refused = refusedApplication(error, visit.texts);
      if (refused === undefined) throw error;
      return newPage(visit, fields, refused);
    }
  };

  const createOtp = async (visit: InProject, fields: Fields): Promise<Outcome> => {
    const seconds = secondsIn(fields('seconds'));
    const problems = only({ name: nameProblem(fields('name'), visit.texts), seconds: seconds === undefined ? visit.texts.problems.seconds(OTP_SECONDS.min, OTP_SECONDS.max) : undefined });
    if (seconds === undefined || Object.keys(problems).length > 0) return newPage(visit, fields, problems);
    const created = await createOtpApplication(core, { projectId: visit.project.id, name: fields('name').trim(), ttlSeconds: seconds, actor: visit.userId });
    const further = rightsIn(fields).filter((right) => right !== 'otp');
    if (further.length > 0) await grantRights(core, created.clientId, further, visit.userId);
    return done(visit, created.clientId, { done: 'application-created', secrets: [{ label: 'clientSecret', value: created.clientSecret }, { label: 'otpSecret', value: created.otpSecret }] });
  };

  page('/applications', 'applications', async (visit) => {
    const { texts, project } = visit;
    if (project.id === CONSOLE_PROJECT) return undefined;
    const { applications } = texts;
    const path = `${projectPath(project.id)}/applications`;
    const rows = (await listApplications(core, project.id)).map((one) => [
      html`<a href="${path}/${one.id}">${apart(oneLine(one.name))}</a>`, html`${applications.types[one.type]}`, code(one.id), html`<span class="tag ${one.active ? 'ok' : 'no'}">${one.active ? applications.active : applications.inactive}</span>`,
      html`${one.rights.map((right) => applications.rightNames[right]).join(' · ') || '–'}`, moment(one.createdAt, texts),
    ]);
    return {
      title: applications.title,
      content: html`${visit.may('applications:change') ? html`<p><a class="button" href="${path}/new">${applications.new}</a></p>` : undefined}
<div class="panel">${rows.length === 0 ? html`<p>${applications.none}</p>` : table(applications.title, [texts.name, applications.type, applications.clientId, texts.state, applications.rights, texts.when], rows)}</div>`,
    };
  });

  page('/applications/new', 'applications:change', async (visit) => (visit.project.id === CONSOLE_PROJECT ? undefined : newPage(visit, EMPTY)));

  takeForm('/applications', 'applications:change', async (visit, fields) => {
    if (visit.project.id === CONSOLE_PROJECT) return undefined;
    switch (fields('type')) {
      case 'sign-in':
        return createSignIn(visit, fields);
      case 'openid':
        return createOpenid(visit, fields);
      case 'otp':
        return createOtp(visit, fields);
      default:
        return newPage(visit, fields, { type: visit.texts.problems.choice });
    }
  });
}
