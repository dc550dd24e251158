import { changeAdministrator, LastOwnerError, listAdministrators, withdrawAdministrator } from '../../core/administration-grants.ts';
import type { Administrator } from '../../core/administration-grants.ts';
import { inviteAdministrator, listInvitations, withdrawInvitation } from '../../core/administration-invitations.ts';
import { isRole, ROLES } from '../../core/administration.ts';
import { PlatformError } from '../../core/errors.ts';
import { CONSOLE_PROJECT } from '../../core/projects.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { apart, button, form, hidden, moment, panel, table, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Outcome, Scope } from '../scope.ts';

/** Who administers a project: invited, given another role, let go. */
export function administratorRoutes({ core, page, form: takeForm }: Scope): void {
  const pathOf = ({ project }: InProject): string => `${projectPath(project.id)}/administrators`;

  const roleBoxes = ({ texts }: InProject, chosen: string, problem: string | undefined): Html => html`<fieldset ${problem === undefined ? undefined : html`aria-describedby="field-role-problem"`}><legend>${texts.administrators.role}</legend><div>${ROLES.map((role) =>
    html`<label class="choice"><input type="radio" name="role" value="${role}" ${role === chosen ? html`checked` : undefined}> <span>${texts.roles[role]} <span class="help">${texts.roleHelp[role]}</span></span></label>`)}</div>
${problem === undefined ? undefined : html`<span class="problem" id="field-role-problem">${problem}</span>`}</fieldset>`;

  const changes = (visit: InProject, { userId, role }: Administrator): Html => {
    const { texts } = visit;
    const path = pathOf(visit);
    const other = html`<select name="role" aria-label="${texts.administrators.role}: ${userId}">${ROLES.map((one) => html`<option value="${one}" ${one === role ? html`selected` : undefined}>${texts.roles[one]}</option>`)}</select>`;
    return html`${form(visit, `${path}/role`, html`${hidden('user', userId)}${other}${button(texts.administrators.change)}`, true)}
${form(visit, `${path}/withdraw`, html`${hidden('user', userId)}${button(html`${texts.remove} ${apart(userId)}`, 'plain')}`, true)}`;
  };

  const show = async (visit: InProject, fields: Fields = (name) => (name === 'role' ? 'admin' : ''), problems: Problems = {}): Promise<PageContent> => {
    const { texts, project } = visit;
    const { administrators } = texts;
    const may = visit.may('administrators:change');
    const path = pathOf(visit);
    const rows = (await listAdministrators(core, project.id)).map((one) => [
      apart(one.userId), html`${texts.roles[one.role]}`, moment(one.grantedAt, texts), apart(one.grantedBy), ...(may ? [changes(visit, one)] : []),
    ]);
    const pending = (await listInvitations(core, project.id)).map((one) => [
      apart(one.userId || '–'), html`${texts.roles[one.role]}`, moment(one.expiresAt, texts), apart(one.invitedBy),
      ...(may ? [form(visit, `${path}/uninvite`, html`${hidden('invitation', one.id)}${button(html`${administrators.withdraw} ${apart(one.userId)}`, 'plain')}`, true)] : []),
    ]);
    const last = may ? [texts.actions] : [];
    const invite = html`<p>${administrators.inviteHelp}</p>${textField({ name: 'email', label: administrators.email, value: fields('email'), problem: problems['email'] }, { type: 'email', technical: true })}${roleBoxes(visit, fields('role'), problems['role'])}${button(administrators.invite, 'primary')}`;
    return {
      title: administrators.title,
      content: html`${problems['page'] === undefined ? undefined : html`<p class="note" role="alert">${problems['page']}</p>`}<p>${project.id === CONSOLE_PROJECT ? administrators.helpPlatform : administrators.help}</p>
<div class="panel">${rows.length === 0 ? html`<p>${administrators.none}</p>` : table(administrators.title, [administrators.email, administrators.role, administrators.since, administrators.by, ...last], rows)}</div>
${panel('pending', administrators.pending, pending.length === 0 ? html`<p>${administrators.noPending}</p>` : table(administrators.pending, [administrators.email, administrators.role, administrators.until, administrators.by, ...last], pending))}
${may ? panel('invite', administrators.invite, form(visit, path, invite)) : undefined}`,
    };
  };

  page('/administrators', 'administrators', async (visit) => show(visit));

  takeForm('/administrators', 'administrators:change', async (visit, fields) => {
    const { problems } = visit.texts;
    const role = fields('role');
    if (!isRole(role)) return show(visit, fields, { role: problems.choice });
    try {
      await inviteAdministrator(core, visit.project, { userId: fields('email'), role, lang: visit.lang }, visit.agent);
    } catch (error) {
      if (error instanceof PlatformError && error.code === 'INVALID_REQUEST_PARAMETERS') return show(visit, fields, { email: problems.email });
      if (error instanceof PlatformError && error.code === 'REQUEST_BACKOFF') return show(visit, fields, { email: problems.backoff });
      if (error instanceof PlatformError) throw error;
      core.log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'an invitation could not be mailed');
      return show(visit, fields, { email: problems.mail });
    }
    return { to: pathOf(visit), note: { done: 'invited' } };
  });

  const keepingOwner = async (visit: InProject, act: () => Promise<void>, done: 'role-changed' | 'role-withdrawn'): Promise<Outcome> => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof LastOwnerError)) throw error;
      return show(visit, undefined, { page: visit.texts.problems.lastOwner });
    }
    // Whoever gave up their own role may have no business here any more.
    const here = normaliseUserId(visit.userId);
    const still = (await listAdministrators(core, visit.project.id)).some(({ userId }) => userId === here) || visit.everywhere !== undefined;
    return { to: still ? pathOf(visit) : '/console', note: { done } };
  };

  takeForm('/administrators/role', 'administrators:change', async (visit, fields) => {
    const role = fields('role');
    if (!isRole(role)) return show(visit, undefined, { page: visit.texts.problems.choice });
    return keepingOwner(visit, () => changeAdministrator(core, visit.project.id, { userId: fields('user'), role }, visit.agent), 'role-changed');
  });
  takeForm('/administrators/withdraw', 'administrators:change', async (visit, fields) =>
    keepingOwner(visit, () => withdrawAdministrator(core, visit.project.id, fields('user'), visit.agent), 'role-withdrawn'));
  takeForm('/administrators/uninvite', 'administrators:change', async (visit, fields) => {
    await withdrawInvitation(core, visit.project.id, fields('invitation'), visit.agent);
    return { to: pathOf(visit), note: { done: 'invitation-withdrawn' } };
  });
}
