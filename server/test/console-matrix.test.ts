import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { consoleRoutesOf } from '../src/console/scope.ts';
import type { Access } from '../src/console/scope.ts';
import { makeFirstLink } from '../src/core/administration-invitations.ts';
import { permits, ROLE_PERMISSIONS, ROLES } from '../src/core/administration.ts';
import type { Permission, Role } from '../src/core/administration.ts';
import { listIdentities } from '../src/core/identity-administration.ts';
import { CONSOLE_PROJECT } from '../src/core/projects.ts';
import { addWebhook } from '../src/core/webhooks.ts';
import { buildApp } from '../src/http/app.ts';
import { administrator } from './support/console.ts';
import type { ConsoleUser } from './support/console.ts';
import { newBrowser } from './support/connect.ts';
import { register } from './support/device.ts';
import type { PageBrowser } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Who may use what in the console: every route, with every role, in one's own project and in another. A route that is missing here fails. */

const P = '/console/projects/:projectId';
const MATRIX: Readonly<Record<string, Access>> = {
  'GET /console/join': 'public', 'POST /console/join': 'public', 'GET /console/callback': 'public', 'GET /console/ended/:kind': 'public',
  'GET /console': 'session', 'POST /console/sign-out': 'session', 'GET /console/projects/new': 'projects:create', 'POST /console/projects/new': 'projects:create',
  [`GET ${P}`]: 'overview', [`GET ${P}/usage`]: 'overview', [`GET ${P}/usage.csv`]: 'overview',
  [`GET ${P}/devices`]: 'devices', [`GET ${P}/devices/:device`]: 'devices', [`POST ${P}/devices/:device/rename`]: 'devices:change', [`POST ${P}/devices/:device/revoke`]: 'devices:change',
  [`GET ${P}/audit`]: 'audit', [`GET ${P}/audit.csv`]: 'audit',
  [`GET ${P}/settings`]: 'settings', [`POST ${P}/settings`]: 'settings:change', [`POST ${P}/preview`]: 'settings:change',
  [`GET ${P}/wording`]: 'settings', [`POST ${P}/wording`]: 'settings:change', [`POST ${P}/wording/preview`]: 'settings:change',
  [`GET ${P}/applications`]: 'applications', [`GET ${P}/applications/new`]: 'applications:change', [`POST ${P}/applications`]: 'applications:change',
  [`GET ${P}/applications/:application`]: 'applications', [`POST ${P}/applications/:application`]: 'applications:change', [`POST ${P}/applications/:application/rights`]: 'applications:change',
  [`POST ${P}/applications/:application/signatures`]: 'applications:change', [`POST ${P}/applications/:application/decisions`]: 'applications:change', [`POST ${P}/applications/:application/secret`]: 'applications:change',
  [`POST ${P}/applications/:application/otp-secret`]: 'applications:change', [`POST ${P}/applications/:application/active`]: 'applications:change',
  [`GET ${P}/service-accounts`]: 'applications', [`POST ${P}/service-accounts`]: 'applications:change', [`POST ${P}/service-accounts/active`]: 'applications:change',
  [`GET ${P}/radius`]: 'applications', [`POST ${P}/radius`]: 'applications:change', [`POST ${P}/radius/remove`]: 'applications:change',
  [`GET ${P}/webhooks`]: 'applications', [`POST ${P}/webhooks`]: 'applications:change', [`GET ${P}/webhooks/:webhook`]: 'applications', [`POST ${P}/webhooks/remove`]: 'applications:change',
  [`POST ${P}/webhooks/:webhook/test`]: 'applications:change',
  [`GET ${P}/administrators`]: 'administrators', [`POST ${P}/administrators`]: 'administrators:change', [`POST ${P}/administrators/role`]: 'administrators:change',
  [`POST ${P}/administrators/withdraw`]: 'administrators:change', [`POST ${P}/administrators/uninvite`]: 'administrators:change',
};

/** What the table of docs/console.md says: which of these a role has. */
const EXPECTED: Readonly<Record<Permission, readonly Role[]>> = {
  overview: ROLES, devices: ROLES, audit: ROLES, 'devices:change': ['owner', 'admin', 'support'], settings: ['owner', 'admin', 'auditor'], 'settings:change': ['owner', 'admin'],
  applications: ['owner', 'admin', 'auditor'], 'applications:change': ['owner', 'admin'], administrators: ['owner', 'admin', 'auditor'], 'administrators:change': ['owner'],
};

let platform: TestPlatform;
let ids: Readonly<Record<string, string>>;
let elsewhere = '';
before(async () => {
  platform = await startPlatform();
  const { core, project } = platform;
  await register(platform, '1234');
  const [device] = (await listIdentities(core, project.projectId, {}, { offset: 0, limit: 1 })).list;
  const { webhook } = await addWebhook(core, { projectId: project.projectId, url: 'https://hooks.example/', events: [] }, 'tests');
  ids = { projectId: project.projectId, device: device?.mpinId ?? '', application: project.clientId, webhook: webhook.id };
  elsewhere = (await platform.addProject({ name: 'Elsewhere', origins: [] })).projectId;
  await makeFirstLink(core, 'tests');
});
after(() => platform.close());

/** How a request to a route ends for a browser. Forms are sent without their keys, so that whoever may send them changes nothing. */
async function outcome(browser: PageBrowser, route: string, named: Readonly<Record<string, string>> = ids): Promise<'allowed' | 'forbidden' | 'unknown' | 'asked to sign in'> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_match, name: string) => named[name] ?? '');
  const { status, text, headers } = method === 'GET' ? await browser.fetch(path) : await browser.submit(path, { csrf: '', once: '', code: '' });
  if (status === 401 || (headers.get('location') ?? '').startsWith('/authorize?')) return 'asked to sign in';
  if (text.includes('There is no such page')) return 'unknown';
  if (text.includes('Your role does not allow this')) return 'forbidden';
  assert.ok(method === 'GET' ? status === 200 : text.includes('This form cannot be taken'), `${route}: ${status} ${text}`);
  return 'allowed';
}

const guarded = Object.entries(MATRIX).filter(([, access]) => access !== 'public');
const inProjects = guarded.filter(([route]) => route.includes(':projectId')) as [string, Permission][];

describe('the console', () => {
  it('has exactly the routes of this matrix, each with what it asks for', async () => {
    const app = buildApp(platform.core, []);
    await app.ready();
    const routes = consoleRoutesOf(app).filter(({ method, url }) => method !== 'HEAD' && !url.endsWith('.css'));
    await app.close();
    assert.deepEqual(Object.fromEntries(routes.map(({ method, url, access }) => [`${method} ${url}`, access])), MATRIX);
  });

  it('lets each role do what its table says', () => {
    for (const permission of ROLE_PERMISSIONS.owner) assert.deepEqual(ROLES.filter((role) => permits(role, permission)), EXPECTED[permission], permission);
  });

  it('lets nobody in without a session', async () => {
    for (const [route] of guarded) assert.equal(await outcome(newBrowser(platform), route), 'asked to sign in', route);
  });

  for (const role of ROLES) {
    it(`holds for an ${role} of one project, to whom every other project is one that does not exist`, async () => {
      const { browser } = await administrator(platform, role, ids['projectId']);
      for (const [route, permission] of inProjects) {
        assert.equal(await outcome(browser, route), EXPECTED[permission].includes(role) ? 'allowed' : 'forbidden', route);
        for (const projectId of [elsewhere, CONSOLE_PROJECT, 'nowhere']) assert.equal(await outcome(browser, route, { ...ids, projectId }), 'unknown', `${route} in ${projectId}`);
      }
      for (const method of ['GET', 'POST']) assert.equal(await outcome(browser, `${method} /console/projects/new`), 'forbidden');
    });

    it(`holds for an ${role} of the console itself in every project`, async () => {
      const { browser } = await administrator(platform, role);
      for (const [route, permission] of inProjects) assert.equal(await outcome(browser, route), EXPECTED[permission].includes(role) ? 'allowed' : 'forbidden', route);
      for (const method of ['GET', 'POST']) assert.equal(await outcome(browser, `${method} /console/projects/new`), role === 'owner' || role === 'admin' ? 'allowed' : 'forbidden');
    });
  }

  it('shows each role the sections that it may see, and no form that it may not send', async () => {
    for (const role of ROLES) {
      const user: ConsoleUser = await administrator(platform, role, ids['projectId']);
      const page = await user.open(`/console/projects/${ids['projectId']}`);
      const sections = [...page.matchAll(/<li><a href="([^"]+)"/g)].map(([, path = '']) => path);
      assert.ok(sections.length >= 4, role);
      for (const path of sections) {
        for (const [, action = ''] of (await user.open(path)).matchAll(/<form method="post" action="([^"]+)"/g)) {
          assert.match((await user.browser.submit(action, { csrf: '', once: '' })).text, /This form cannot be taken/, `${role} ${action}`);
        }
      }
    }
  });

  it('does not find what belongs to another project', async () => {
    const { browser } = await administrator(platform, 'owner');
    for (const route of [`GET ${P}/devices/:device`, `GET ${P}/applications/:application`, `GET ${P}/webhooks/:webhook`]) {
      assert.equal(await outcome(browser, route, { ...ids, projectId: elsewhere }), 'unknown', route);
    }
  });
});
