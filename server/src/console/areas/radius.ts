import { listOtpApplications } from '../../core/otp-applications.ts';
import { CONSOLE_PROJECT } from '../../core/projects.ts';
import { addRadiusClient, listRadiusClients, removeRadiusClient } from '../../radius/clients.ts';
import type { NamedAttribute, RadiusClientSummary } from '../../radius/clients.ts';
import { parseAddressRange } from '../../radius/address-ranges.ts';
import { encodeAttribute } from '../../radius/attributes.ts';
import { RadiusClientError } from '../../radius/errors.ts';
import { html } from '../../text/html.ts';
import { linesOf } from '../../text/lines.ts';
import { oneLine } from '../../text/untrusted.ts';
import { nameProblem, only } from '../application-form.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { apart, button, code, form, hidden, linesField, panel, selectField, table, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Scope } from '../scope.ts';

/** Whether the RADIUS server takes a value. */
function isTaken(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RadiusClientError) return false;
    throw error;
  }
}

/** Attributes as they are typed, one on each line; `undefined` where one makes no sense. */
function attributesIn(text: string): readonly NamedAttribute[] | undefined {
  const pairs = linesOf(text).map((line): NamedAttribute => [line.slice(0, Math.max(0, line.indexOf('='))).trim(), line.slice(line.indexOf('=') + 1).trim()]);
  return pairs.every(([name, value]) => isTaken(() => encodeAttribute(name, value))) ? pairs : undefined;
}

/** RADIUS clients (docs/radius.md) of a project's applications for one-time passwords. */
export function radiusRoutes({ core, page, form: takeForm }: Scope): void {
  const clientsOf = async ({ project }: InProject): Promise<readonly RadiusClientSummary[]> => {
    const own = new Set((await listOtpApplications(core, project.id)).map(({ id }) => id));
    return (await listRadiusClients(core)).filter(({ applicationId }) => own.has(applicationId));
  };

  const show = async (visit: InProject, fields: Fields = () => '', problems: Problems = {}): Promise<PageContent> => {
    const { texts, project } = visit;
    const { radius } = texts;
    const path = `${projectPath(project.id)}/radius`;
    const may = visit.may('applications:change');
    const applications = await listOtpApplications(core, project.id);
    const names = new Map(applications.map(({ id, name }) => [id, oneLine(name)]));
    const rows = (await clientsOf(visit)).map((client) => [
      apart(oneLine(client.name)), code(client.address), apart(names.get(client.applicationId) ?? ''), html`${radius[client.messageAuthenticator]}`, html`${client.attributes.map(([name, value]) => html`${code(`${name}=${value}`)} `)}`,
      ...(may ? [form(visit, `${path}/remove`, html`${hidden('client', client.id)}${button(html`${texts.remove} ${apart(oneLine(client.name))}`, 'plain')}`, true)] : []),
    ]);
    const field = (name: string, label: string) => ({ name, label, value: fields(name), problem: problems[name] });
    const add = applications.length === 0 ? html`<p>${radius.noApplication}</p>` : form(visit, path, html`${textField(field('name', texts.name))}
${selectField(field('application', radius.application), [...names])}${textField(field('address', radius.address), { technical: true })}
${selectField(field('proof', radius.proof), [['required', radius.required], ['optional', radius.optional]])}${linesField(field('attributes', `${radius.attributes} (${texts.optional})`))}${button(texts.add, 'primary')}`);
    return {
      title: radius.title,
      content: html`<p>${radius.help}</p><div class="panel">${rows.length === 0 ? html`<p>${radius.none}</p>` : table(radius.title, [texts.name, radius.address, radius.application, radius.proof, radius.attributes, ...(may ? [texts.actions] : [])], rows)}</div>
${may ? panel('new', radius.new, add) : undefined}`,
    };
  };

  page('/radius', 'applications', async (visit) => (visit.project.id === CONSOLE_PROJECT ? undefined : show(visit)));

  takeForm('/radius', 'applications:change', async (visit, fields) => {
    const { problems } = visit.texts;
    const application = (await listOtpApplications(core, visit.project.id)).find(({ id }) => id === fields('application'));
    const attributes = attributesIn(fields('attributes'));
    const wrong = only({
      name: nameProblem(fields('name'), visit.texts), application: application === undefined ? problems.choice : undefined, attributes: attributes === undefined ? problems.attribute : undefined,
      address: isTaken(() => parseAddressRange(fields('address').trim())) ? undefined : problems.address,
    });
    if (application === undefined || attributes === undefined || Object.keys(wrong).length > 0) return show(visit, fields, wrong);
    try {
      const { secret } = await addRadiusClient(core, {
        applicationId: application.id, name: fields('name').trim(), address: fields('address').trim(), messageAuthenticator: fields('proof') === 'optional' ? 'optional' : 'required', attributes, actor: visit.userId,
      });
      return { to: `${projectPath(visit.project.id)}/radius`, note: { done: 'client-added', secrets: [{ label: 'radiusSecret', value: secret }] } };
    } catch (error) {
      if (!(error instanceof RadiusClientError)) throw error;
      return show(visit, fields, { address: problems.address });
    }
  });

  takeForm('/radius/remove', 'applications:change', async (visit, fields) => {
    const client = (await clientsOf(visit)).find(({ id }) => id === fields('client'));
    if (client === undefined) return undefined;
    await removeRadiusClient(core, client.id, visit.userId);
    return { to: `${projectPath(visit.project.id)}/radius`, note: { done: 'client-removed' } };
  });
}
