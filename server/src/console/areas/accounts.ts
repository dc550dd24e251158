import { CONSOLE_PROJECT } from '../../core/projects.ts';
import { createServiceAccount, listServiceAccounts, setServiceAccountActive } from '../../core/service-accounts.ts';
import type { ServiceAccount } from '../../core/service-accounts.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { oneLine } from '../../text/untrusted.ts';
import { nameProblem, only, rightsBoxes, rightsIn } from '../application-form.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { apart, button, form, hidden, moment, panel, table, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Scope } from '../scope.ts';

/** Service accounts: programs with tokens of their own. */
export function accountsRoutes({ core, page, form: takeForm }: Scope): void {
  const toggle = (visit: InProject, account: ServiceAccount, path: string): Html => {
    const { enable, disable } = visit.texts.applications;
    return form(visit, `${path}/active`, html`${hidden('account', account.id)}${hidden('active', account.active ? '' : '1')}${button(html`${account.active ? disable : enable} ${apart(oneLine(account.name))}`)}`, true);
  };

  const show = async (visit: InProject, fields: Fields = () => '', problems: Problems = {}): Promise<PageContent> => {
    const { texts, project } = visit;
    const { accounts, applications } = texts;
    const path = `${projectPath(project.id)}/service-accounts`;
    const may = visit.may('applications:change');
    const rows = (await listServiceAccounts(core, project.id)).map((account) => [
      apart(oneLine(account.name)), html`<span class="tag ${account.active ? 'ok' : 'no'}">${account.active ? applications.active : applications.inactive}</span>`, html`${account.rights.map((right) => applications.rightNames[right]).join(' · ') || '–'}`,
      moment(account.createdAt, texts), ...(may ? [toggle(visit, account, path)] : []),
    ]);
    const columns = [texts.name, texts.state, applications.rights, texts.when, ...(may ? [texts.actions] : [])];
    return {
      title: accounts.title,
      content: html`<p>${accounts.help}</p><div class="panel">${rows.length === 0 ? html`<p>${accounts.none}</p>` : table(accounts.title, columns, rows)}</div>
${may ? panel('new', accounts.new, form(visit, path, html`${textField({ name: 'name', label: texts.name, value: fields('name'), problem: problems['name'] })}${rightsBoxes(texts, (right) => fields(`right.${right}`) === '1')}${button(texts.create, 'primary')}`)) : undefined}`,
    };
  };

  page('/service-accounts', 'applications', async (visit) => (visit.project.id === CONSOLE_PROJECT ? undefined : show(visit)));

  takeForm('/service-accounts', 'applications:change', async (visit, fields) => {
    if (visit.project.id === CONSOLE_PROJECT) return undefined;
    const problems = only({ name: nameProblem(fields('name'), visit.texts) });
    if (Object.keys(problems).length > 0) return show(visit, fields, problems);
    const { token } = await createServiceAccount(core, { projectId: visit.project.id, name: fields('name').trim(), rights: rightsIn(fields) }, visit.userId);
    return { to: `${projectPath(visit.project.id)}/service-accounts`, note: { done: 'account-created', secrets: [{ label: 'token', value: token }] } };
  });

  takeForm('/service-accounts/active', 'applications:change', async (visit, fields) => {
    const account = (await listServiceAccounts(core, visit.project.id)).find(({ id }) => id === fields('account'));
    if (account === undefined) return undefined;
    const active = fields('active') === '1';
    await setServiceAccountActive(core, account.id, active, visit.userId);
    return { to: `${projectPath(visit.project.id)}/service-accounts`, note: { done: active ? 'enabled' : 'disabled' } };
  });
}
