import type { Core } from '../core/core.ts';
import { readAudit } from '../core/audit-log.ts';
import { listIdentities } from '../core/identity-administration.ts';
import type { AccountOverview, AppView } from '../pages/index.ts';
import { readAccountName } from '../oidc/accounts.ts';
import { findClient } from '../oidc/clients.ts';
import type { OpenidClient } from '../oidc/clients.ts';
import { listConsents } from '../oidc/consents.ts';
import { mayAdminister, mayRegister } from './registrants.ts';

/** As much of somebody's past as the page shows. */
const ACTIVITY = 20;
const DEVICES = 100;

/** Where an application is opened from the account: where it begins a log-in itself, which names the issuer and the person, or its start page. */
export function openUrl(client: OpenidClient, publicUrl: string, userId: string): string | undefined {
  if (client.initiateLoginUri !== '') {
    const url = new URL(client.initiateLoginUri);
    url.searchParams.set('iss', publicUrl);
    url.searchParams.set('login_hint', userId);
    return url.href;
  }
  return client.startUrl === '' ? undefined : client.startUrl;
}

/** The applications that an account registered, newest last. */
export async function registeredBy(core: Core, account: string): Promise<readonly OpenidClient[]> {
  const rows = await core.db.queries.selectFrom('openid_clients').innerJoin('applications', 'applications.id', 'openid_clients.application_id')
    .select('applications.id').where('openid_clients.owner', '=', account).orderBy('applications.created_at').execute();
  const found = await Promise.all(rows.map(({ id }) => findClient(core, id)));
  return found.filter((client) => client !== undefined);
}

/** Everything that a person sees of the account (docs/connect.md). */
export async function overviewOf(core: Core, account: string): Promise<AccountOverview> {
  const { projectId, userId } = readAccountName(account);
  const consents = await listConsents(core, account);
  const apps = await Promise.all(consents.map(async (consent): Promise<AppView | undefined> => {
    const client = await findClient(core, consent.clientId);
    return client && { id: client.id, name: client.name, scopes: consent.scopes, usedAt: Math.floor(consent.usedAt / 1000), openUrl: openUrl(client, core.config.publicUrl, userId) };
  }));
  const devices = await listIdentities(core, projectId, { userId, revoked: false }, { offset: 0, limit: DEVICES });
  const activity = await readAudit(core, projectId, { userId }, { offset: 0, limit: ACTIVITY });
  return {
    userId,
    administers: await mayAdminister(core, account),
    apps: apps.filter((app) => app !== undefined),
    devices: devices.list.map(({ mpinId, deviceName, createdAt, ip }) => ({ id: mpinId, name: deviceName, since: Math.floor(Date.parse(createdAt) / 1000), place: ip })),
    activity: activity.list.map(({ createdAt, eventStatus, deviceName, IPAddress, appName }) => ({ at: Math.floor(Date.parse(createdAt) / 1000), event: eventStatus, device: deviceName, place: IPAddress, app: appName })),
    mayRegister: await mayRegister(core, account),
    registered: (await registeredBy(core, account)).map(({ id, name, approved }) => ({ id, name, approved })),
  };
}
