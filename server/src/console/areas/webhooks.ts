import { PlatformError } from '../../core/errors.ts';
import { CONSOLE_PROJECT } from '../../core/projects.ts';
import { testWebhook } from '../../core/webhook-delivery.ts';
import { WEBHOOK_EVENTS } from '../../core/webhook-events.ts';
import { addWebhook, listDeliveries, listWebhooks, removeWebhook } from '../../core/webhooks.ts';
import type { DeliveryRecord, Webhook } from '../../core/webhooks.ts';
import { html } from '../../text/html.ts';
import { only } from '../application-form.ts';
import { offsetOf } from '../fields.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { button, checkGroup, code, form, hidden, moment, pager, panel, table, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Named, Scope } from '../scope.ts';
import type { ConsoleTexts } from '../texts/texts.ts';

const LIMIT = 50;
const at = (text: string): number | undefined => (text === '' ? undefined : Date.parse(text));

function stateOf({ state }: DeliveryRecord, { webhooks }: ConsoleTexts) {
  const kind = state === 'waiting' ? '' : state === 'delivered' ? 'ok' : 'no';
  return html`<span class="tag ${kind}">${webhooks[state]}</span>`;
}

/** Webhooks (docs/webhooks.md): addresses that are told, what they were told, and a test. */
export function webhookRoutes({ core, page, form: takeForm }: Scope): void {
  const pathOf = ({ project }: InProject): string => `${projectPath(project.id)}/webhooks`;
  const find = async ({ project }: InProject, { webhook: id = '' }: Named): Promise<Webhook | undefined> => (await listWebhooks(core, project.id)).find((one) => one.id === id);

  const show = async (visit: InProject, fields: Fields = (name) => (name.startsWith('event.') ? '1' : ''), problems: Problems = {}): Promise<PageContent> => {
    const { texts, project } = visit;
    const { webhooks } = texts;
    const path = pathOf(visit);
    const rows = (await listWebhooks(core, project.id)).map(({ id, url, events, createdAt }) => [html`<a href="${path}/${id}" dir="ltr">${url}</a>`, html`${events.map((event) => html`${code(event)} `)}`, moment(createdAt, texts)]);
    const add = html`${textField({ name: 'url', label: webhooks.url, value: fields('url'), problem: problems['url'] }, { technical: true })}
${checkGroup({ name: 'event', label: webhooks.events, problem: problems['event'] }, WEBHOOK_EVENTS.map((event) => ({ value: event, label: event, checked: fields(`event.${event}`) === '1' })))}${button(texts.add, 'primary')}`;
    return {
      title: webhooks.title,
      content: html`<p>${webhooks.help}</p><div class="panel">${rows.length === 0 ? html`<p>${webhooks.none}</p>` : table(webhooks.title, [webhooks.url, webhooks.events, texts.when], rows)}</div>
${visit.may('applications:change') ? panel('new', webhooks.new, form(visit, path, add)) : undefined}`,
    };
  };

  page('/webhooks', 'applications', async (visit) => (visit.project.id === CONSOLE_PROJECT ? undefined : show(visit)));

  page('/webhooks/:webhook', 'applications', async (visit, query, ids) => {
    const webhook = await find(visit, ids);
    if (webhook === undefined) return undefined;
    const { texts } = visit;
    const { webhooks } = texts;
    const path = `${pathOf(visit)}/${webhook.id}`;
    const part = { offset: offsetOf(query['offset']), limit: LIMIT };
    const found = await listDeliveries(core, webhook.id, part);
    const rows = found.list.map((one) => [
      moment(at(one.createdAt), texts), code(one.type), stateOf(one, texts), html`${one.tries}`, html`${one.lastStatus ?? ''} ${one.lastProblem === '' ? undefined : code(one.lastProblem)}`, one.nextAt === '' ? html`–` : moment(at(one.nextAt), texts),
    ]);
    const may = visit.may('applications:change');
    return {
      title: webhooks.title,
      content: html`<div class="panel"><p>${code(webhook.url)}</p><p>${webhook.events.map((event) => html`${code(event)} `)}</p>
${may ? html`<div class="buttons">${form(visit, `${path}/test`, button(webhooks.test))}${form(visit, `${pathOf(visit)}/remove`, html`${hidden('webhook', webhook.id)}${button(texts.remove, 'danger')}`)}</div>` : undefined}</div>
${panel('log', webhooks.log, html`${rows.length === 0 ? html`<p>${webhooks.noLog}</p>` : table(webhooks.log, [texts.when, webhooks.events, texts.state, webhooks.tries, webhooks.answer, webhooks.next], rows)}${pager(texts, path, {}, part, found)}`)}`,
    };
  });

  takeForm('/webhooks', 'applications:change', async (visit, fields) => {
    if (visit.project.id === CONSOLE_PROJECT) return undefined;
    const { problems } = visit.texts;
    const events = WEBHOOK_EVENTS.filter((event) => fields(`event.${event}`) === '1');
    if (events.length === 0) return show(visit, fields, only({ event: problems.some }));
    try {
      const { webhook, secret } = await addWebhook(core, { projectId: visit.project.id, url: fields('url').trim(), events }, visit.userId);
      return { to: `${pathOf(visit)}/${webhook.id}`, note: { done: 'webhook-added', secrets: [{ label: 'webhookSecret', value: secret }] } };
    } catch (error) {
      if (!(error instanceof PlatformError) || error.code !== 'INVALID_REQUEST_PARAMETERS') throw error;
      return show(visit, fields, { url: problems.webhook });
    }
  });

  takeForm('/webhooks/remove', 'applications:change', async (visit, fields) => {
    const webhook = await find(visit, { webhook: fields('webhook') });
    if (webhook === undefined) return undefined;
    await removeWebhook(core, webhook.id, visit.userId);
    return { to: pathOf(visit), note: { done: 'webhook-removed' } };
  });

  takeForm('/webhooks/:webhook/test', 'applications:change', async (visit, _fields, ids) => {
    const webhook = await find(visit, ids);
    if (webhook === undefined) return undefined;
    await testWebhook(core, webhook.id);
    return { to: `${pathOf(visit)}/${webhook.id}`, note: { done: 'webhook-tested' } };
  });
}
