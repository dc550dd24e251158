import { changeApplication, findApplication, grantRights, regenerateSecret, setApplicationActive, withdrawRights } from '../../core/applications.ts';
import type { Application } from '../../core/applications.ts';
import { allowMpinIds, approveOpenidApplication, changeOpenidApplication } from '../../core/openid-applications.ts';
import { changeOtpSeconds, OTP_SECONDS, rotateOtpSecret } from '../../core/otp-applications.ts';
import { RIGHTS } from '../../core/rights.ts';
import { ownSignatureWindow, setSignatureWindow } from '../../core/signature-windows.ts';
import type { SignatureWindow } from '../../core/signature-windows.ts';
import { readAccountName } from '../../oidc/accounts.ts';
import { readClient } from '../../oidc/clients.ts';
import type { OpenidClient } from '../../oidc/clients.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { oneLine } from '../../text/untrusted.ts';
import { nameProblem, only, openidFields, openidFieldsOf, openidIn, openidProblems, originsIn, refusedApplication, rightsBoxes, rightsIn, secondsIn } from '../application-form.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { apart, button, checkField, code, form, hidden, linesField, moment, panel, selectField, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Named, Outcome, Scope } from '../scope.ts';
import { windowFields, windowFieldsOf, windowIn } from '../signature-form.ts';

/** How long a former secret holds beside the new one, seconds. */
const OVERLAPS = { none: 0, hour: 3600, day: 86_400 } as const;

/** A form that was sent and is shown again. */
interface Sent {
  /** Which of them; the one with the details unless given. */
  readonly form?: 'signatures';
  readonly fields: Fields;
  readonly problems: Problems;
}

interface Shown {
  readonly application: Application;
  readonly client: OpenidClient | undefined;
  readonly seconds: number | undefined;
  /** Where it has one of its own. */
  readonly window: SignatureWindow | undefined;
}

function detailsForm(visit: InProject, { application, client, seconds }: Shown, base: string, sent: Sent | undefined): Html {
  const { texts } = visit;
  const problems = sent?.problems ?? {};
  const stored: Fields = (name) => (client === undefined ? ({ name: application.name, origins: application.origins.join('\n'), seconds: String(seconds ?? '') })[name] ?? '' : openidFieldsOf(client)(name));
  const fields = sent?.fields ?? stored;
  const field = (name: string, label: string) => ({ name, label, value: fields(name), problem: problems[name] });
  const own = client !== undefined ? openidFields(texts, fields, problems)
    : application.type === 'otp' ? textField({ ...field('seconds', texts.applications.seconds), help: texts.problems.seconds(OTP_SECONDS.min, OTP_SECONDS.max) }, { technical: true })
      : linesField(field('origins', texts.applications.origins));
  return form(visit, base, html`${textField(field('name', texts.name))}${own}${client === undefined ? undefined : hidden('version', String(client.changedAt))}${button(texts.save, 'primary')}`);
}

function changeForms(visit: InProject, shown: Shown, base: string, sent: Sent | undefined): Html {
  const { texts } = visit;
  const { applications } = texts;
  const { application, client } = shown;
  const signatures = sent?.form === 'signatures' ? sent : undefined;
  const byPerson = client?.owner !== undefined;
  const decisions = client === undefined ? undefined : panel('decisions', applications.decisions, form(visit, `${base}/decisions`, html`
${byPerson ? checkField({ name: 'approved', label: applications.approved, checked: client.approved }) : undefined}${checkField({ name: 'mpinIds', label: applications.mpinIds, checked: client.mpinIdAllowed })}${button(texts.save, 'primary')}`));
  const secret = client?.isPublic === true ? undefined : panel('secret', applications.secret, form(visit, `${base}/secret`, html`${selectField({ name: 'overlap', label: applications.overlap, value: 'none' },
    (Object.keys(OVERLAPS) as (keyof typeof OVERLAPS)[]).map((overlap) => [overlap, applications.overlaps[overlap]]))}${button(applications.newSecret)}`));
  const otp = application.type !== 'otp' ? undefined : panel('otp-secret', applications.otpSecret, form(visit, `${base}/otp-secret`, html`<p>${applications.otpSecretHelp}</p>${button(applications.newOtpSecret)}`));
  return html`${panel('details', applications.details, byPerson ? html`<p>${applications.byPerson}</p>` : detailsForm(visit, shown, base, signatures === undefined ? sent : undefined))}
${panel('rights', applications.rights, form(visit, `${base}/rights`, html`${rightsBoxes(texts, (right) => application.rights.includes(right))}${button(texts.save, 'primary')}`))}${application.rights.includes('sign') ? panel('signatures', applications.signatures, form(visit, `${base}/signatures`, html`${windowFields(texts, signatures?.fields ?? windowFieldsOf(shown.window), signatures?.problems ?? {})}${button(texts.save, 'primary')}`)) : undefined}${decisions}${secret}${otp}
${panel('active', application.active ? applications.disable : applications.enable, form(visit, `${base}/active`, html`<p>${applications.disableHelp}</p>${hidden('active', application.active ? '' : '1')}${button(application.active ? applications.disable : applications.enable, application.active ? 'danger' : 'usual')}`))}`;
}

function applicationPage(visit: InProject, shown: Shown, sent?: Sent, status?: number): PageContent {
  const { texts, project } = visit;
  const { applications } = texts;
  const { application, client } = shown;
  const base = `${projectPath(project.id)}/applications/${application.id}`;
  const facts: readonly (readonly [string, Html])[] = [
    [applications.clientId, code(application.id)], [applications.type, html`${applications.types[application.type]}`], [texts.state, html`<span class="tag ${application.active ? 'ok' : 'no'}">${application.active ? applications.active : applications.inactive}</span>`],
    [texts.when, moment(application.createdAt, texts)], ...(client?.owner === undefined ? [] : [[applications.registeredBy, apart(readAccountName(client.owner).userId)] as const]),
    ...(visit.may('applications:change') ? [] : [[applications.rights, html`${application.rights.map((right) => applications.rightNames[right]).join(' · ') || '–'}`] as const]),
  ];
  const problem = sent === undefined ? undefined : status === 409 ? texts.problems.changed : texts.problemSummary;
  return {
    title: oneLine(application.name), ...(status === undefined ? {} : { status }),
    content: html`${problem === undefined ? undefined : html`<p class="note" role="alert">${problem}</p>`}<div class="panel"><dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>
${visit.may('applications:change') ? changeForms(visit, shown, base, sent) : undefined}`,
  };
}

/** One application: what it is, what it may do, its secrets. */
export function applicationRoutes({ core, page, form: takeForm }: Scope): void {
  const load = async (visit: InProject, { application: id = '' }: Named): Promise<Shown | undefined> => {
    const application = await findApplication(core, id);
    if (application === undefined || application.projectId !== visit.project.id) return undefined;
    const otp = application.type === 'otp' ? await core.db.queries.selectFrom('otp_applications').select('ttl_seconds').where('application_id', '=', id).executeTakeFirst() : undefined;
    return { application, client: application.type === 'openid' ? await readClient(core, id) : undefined, seconds: otp?.ttl_seconds, window: await ownSignatureWindow(core, id) };
  };
  const at = (visit: InProject, { application }: Shown): string => `${projectPath(visit.project.id)}/applications/${application.id}`;

  page('/applications/:application', 'applications', async (visit, _query, ids) => {
    const shown = await load(visit, ids);
    return shown && applicationPage(visit, shown);
  });

  const action = (path: string, act: (visit: InProject, shown: Shown, fields: Fields) => Promise<Outcome | undefined>): void => {
    takeForm(`/applications/:application${path}`, 'applications:change', async (visit, fields, ids) => {
      const shown = await load(visit, ids);
      return shown && act(visit, shown, fields);
    });
  };

  const saveOpenid = async (visit: InProject, shown: Shown, fields: Fields): Promise<Outcome> => {
    const again = (problems: Problems): PageContent => applicationPage(visit, shown, { fields, problems });
    const problems = openidProblems(fields, visit.texts);
    if (Object.keys(problems).length > 0) return again(problems);
    if (String(shown.client?.changedAt) !== fields('version')) return applicationPage(visit, shown, { fields, problems: {} }, 409);
    try {
      await changeOpenidApplication(core, { projectId: visit.project.id, account: undefined, actor: visit.userId }, shown.application.id, openidIn(fields));
    } catch (error) {
      const refused = refusedApplication(error, visit.texts);
      if (refused === undefined) throw error;
      return again(refused);
    }
    return { to: at(visit, shown), note: { done: 'saved' } };
  };

  action('', async (visit, shown, fields) => {
    const { application, client } = shown;
    if (client !== undefined) return client.owner === undefined ? saveOpenid(visit, shown, fields) : undefined;
    const origins = application.type === 'otp' ? [] : originsIn(fields('origins'));
    const seconds = application.type === 'otp' ? secondsIn(fields('seconds')) : undefined;
    const problems = only({
      name: nameProblem(fields('name'), visit.texts), origins: origins === undefined ? visit.texts.problems.origin : undefined,
      seconds: application.type === 'otp' && seconds === undefined ? visit.texts.problems.seconds(OTP_SECONDS.min, OTP_SECONDS.max) : undefined,
    });
    if (origins === undefined || Object.keys(problems).length > 0) return applicationPage(visit, shown, { fields, problems });
    await changeApplication(core, application.id, { name: fields('name').trim(), origins }, visit.userId);
    if (seconds !== undefined && seconds !== shown.seconds) await changeOtpSeconds(core, application.id, seconds, visit.userId);
    return { to: at(visit, shown), note: { done: 'saved' } };
  });

  action('/rights', async (visit, shown, fields) => {
    const { id, rights } = shown.application;
    const wanted = rightsIn(fields);
    const [granted, withdrawn] = [wanted.filter((right) => !rights.includes(right)), RIGHTS.filter((right) => rights.includes(right) && !wanted.includes(right))];
    if (granted.length > 0) await grantRights(core, id, granted, visit.userId);
    if (withdrawn.length > 0) await withdrawRights(core, id, withdrawn, visit.userId);
    return { to: at(visit, shown), note: { done: 'saved' } };
  });

  action('/signatures', async (visit, shown, fields) => {
    const typed = windowIn(fields, visit.texts);
    if ('problems' in typed) return applicationPage(visit, shown, { form: 'signatures', fields, problems: typed.problems });
    await setSignatureWindow(core, shown.application.id, typed.window, visit.userId);
    return { to: at(visit, shown), note: { done: 'saved' } };
  });

  action('/decisions', async (visit, shown, fields) => {
    const { client } = shown;
    if (client === undefined) return undefined;
    if (client.owner !== undefined) await approveOpenidApplication(core, client.id, fields('approved') === '1', visit.userId);
    await allowMpinIds(core, client.id, fields('mpinIds') === '1', visit.userId);
    return { to: at(visit, shown), note: { done: 'saved' } };
  });

  action('/secret', async (visit, shown, fields) => {
    const overlap = (Object.keys(OVERLAPS) as (keyof typeof OVERLAPS)[]).find((one) => one === fields('overlap')) ?? 'none';
    const { clientSecret } = await regenerateSecret(core, shown.application.id, OVERLAPS[overlap], visit.userId);
    return { to: at(visit, shown), note: { done: 'secret-made', secrets: [{ label: 'clientSecret', value: clientSecret }] } };
  });

  action('/otp-secret', async (visit, shown) => {
    if (shown.application.type !== 'otp') return undefined;
    const otpSecret = await rotateOtpSecret(core, shown.application.id, visit.userId);
    return { to: at(visit, shown), note: { done: 'secret-made', secrets: [{ label: 'otpSecret', value: otpSecret }] } };
  });

  action('/active', async (visit, shown, fields) => {
    const active = fields('active') === '1';
    await setApplicationActive(core, shown.application.id, active, visit.userId);
    return { to: at(visit, shown), note: { done: active ? 'enabled' : 'disabled' } };
  });
}
