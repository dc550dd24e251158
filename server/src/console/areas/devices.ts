import { findDevice, searchDevices } from '../../core/administration-devices.ts';
import type { DeviceRecord } from '../../core/administration-devices.ts';
import { renameIdentity, revokeByAdministrator } from '../../core/identity-administration.ts';
import { DEVICE_NAME_LENGTH } from '../../core/user-ids.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { unlinkable } from '../../text/untrusted.ts';
import { offsetOf } from '../fields.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { apart, button, code, form, moment, pager, panel, personId, selectField, table, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, InProject, Scope } from '../scope.ts';
import type { ConsoleTexts } from '../texts/texts.ts';

const LIMIT = 50;
const REASON_LENGTH = 200;

const nameOf = ({ deviceName }: DeviceRecord): string => unlinkable(deviceName) || '–';
const tag = ({ state }: DeviceRecord, { devices }: ConsoleTexts): Html => html`<span class="tag ${state === 'active' ? 'ok' : 'no'}">${devices[state]}</span>`;

function devicePage(visit: InProject, device: DeviceRecord, fields: Fields | undefined, problems: Problems = {}): PageContent {
  const { texts, project } = visit;
  const { devices } = texts;
  const base = `${projectPath(project.id)}/devices/${device.id}`;
  const facts: readonly (readonly [string, Html])[] = [
    [devices.user, personId(device.userId)], [texts.state, tag(device, texts)], ...(device.reason === '' ? [] : [[devices.why, apart(device.reason)] as const]),
    [devices.created, moment(device.createdAt, texts)], [devices.place, apart(device.place || '–')], [devices.lastUsed, moment(device.lastUsedAt, texts)], [devices.identity, code(device.id)],
  ];
  const log = `${projectPath(project.id)}/audit?${new URLSearchParams({ user: device.userId }).toString()}`;
  const change = !visit.may('devices:change') || device.state === 'revoked' ? undefined : html`
${panel('rename', devices.rename, form(visit, `${base}/rename`, html`${textField({ name: 'name', label: devices.newName, value: fields?.('name') || device.deviceName, problem: problems['name'] })}${button(texts.save, 'primary')}`))}
${panel('revoke', devices.revoke, form(visit, `${base}/revoke`, html`<p>${devices.revokeHelp}</p>${textField({ name: 'reason', label: devices.reason, value: fields?.('reason') ?? '', problem: problems['reason'] })}${button(devices.revoke, 'danger')}`))}`;
  return {
    title: nameOf(device),
    content: html`<div class="panel"><dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${visit.may('audit') ? html`<p><a href="${log}">${devices.log}</a></p>` : undefined}</div>${change}`,
  };
}

/** Users and their devices: looked up, renamed, revoked. */
export function deviceRoutes({ core, page, form: takeForm }: Scope): void {
  page('/devices', 'devices', async ({ texts, project }, query) => {
    const path = `${projectPath(project.id)}/devices`;
    const text = (query['search'] ?? '').trim();
    const state = (['active', 'revoked'] as const).find((one) => one === query['state']);
    const at = { offset: offsetOf(query['offset']), limit: LIMIT };
    const found = await searchDevices(core, project.id, { text, state }, at);
    const { devices } = texts;
    const rows = found.list.map((device) => [
      html`<a href="${path}/${device.id}">${personId(device.userId)}</a>`, apart(nameOf(device)), tag(device, texts), moment(device.createdAt, texts), moment(device.lastUsedAt, texts),
    ]);
    return {
      title: devices.title,
      content: html`<form class="line" method="get" action="${path}" role="search">${textField({ name: 'search', label: devices.search, value: text }, { type: 'search' })}
${selectField({ name: 'state', label: texts.state, value: state ?? '' }, [['', texts.all], ['active', devices.active], ['revoked', devices.revoked]])}${button(texts.search, 'primary')}</form>
<div class="panel">${rows.length === 0 ? html`<p>${devices.nothing}</p>` : table(devices.title, [devices.user, devices.device, texts.state, devices.created, devices.lastUsed], rows)}
${pager(texts, path, { search: text, state: state ?? '' }, at, found)}</div>`,
    };
  });

  page('/devices/:device', 'devices', async (visit, _query, { device: id = '' }) => {
    const device = await findDevice(core, visit.project.id, id);
    return device && devicePage(visit, device, undefined);
  });

  takeForm('/devices/:device/rename', 'devices:change', async (visit, fields, { device: id = '' }) => {
    const device = await findDevice(core, visit.project.id, id);
    if (device === undefined) return undefined;
    const name = fields('name').trim();
    if (name === '' || name.length > DEVICE_NAME_LENGTH || /\p{C}/u.test(name)) return devicePage(visit, device, fields, { name: visit.texts.problems.device });
    await renameIdentity(core, visit.project.id, id, name, visit.agent);
    return { to: `${projectPath(visit.project.id)}/devices/${id}`, note: { done: 'renamed' } };
  });

  takeForm('/devices/:device/revoke', 'devices:change', async (visit, fields, { device: id = '' }) => {
    const device = await findDevice(core, visit.project.id, id);
    if (device === undefined) return undefined;
    const reason = fields('reason').trim();
    if (reason === '' || reason.length > REASON_LENGTH || /\p{C}/u.test(reason)) return devicePage(visit, device, fields, { reason: visit.texts.problems.reason });
    await revokeByAdministrator(core, visit.project.id, id, reason, visit.agent);
    return { to: `${projectPath(visit.project.id)}/devices/${id}`, note: { done: device.state === 'revoked' ? 'already-revoked' : 'revoked' } };
  });
}
