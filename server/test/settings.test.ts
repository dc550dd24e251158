import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { changeProject, COLUMN_SETTINGS } from '../src/core/project-changes.ts';
import { findProject } from '../src/core/projects.ts';
import { changeSettings, PROJECT_SETTINGS, readSettings, SettingError } from '../src/core/settings.ts';
import { readableShade } from '../src/text/contrast.ts';
import { register, signIn, someone } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** For every setting a value that it takes, and values that it does not. */
const VALUES: Readonly<Record<string, { good: unknown; bad: readonly unknown[] }>> = {
  name: { good: 'Northwind', bad: ['', ' ', 'a'.repeat(81), 'a\nb', 1] },
  origins: { good: ['https://a.example', 'http://localhost:3000'], bad: ['https://a.example', ['a.example'], ['https://a.example/x'], ['null'], [1]] },
  verificationMethod: { good: 'code', bad: ['mail', 1, null] },
  pinLength: { good: 6, bad: [3, 7, '4', 4.5] },
  askDeviceName: { good: false, bad: [0, 'false', null] },
  logoUrl: { good: 'https://a.example/logo.svg', bad: ['http://a.example/logo.svg', 'javascript:alert(1)', 'data:text/html;base64,AAAA', 1] },
  identityType: { good: 'alphanumeric', bad: ['number', null] },
  identityTypeLabel: { good: 'Customer number', bad: ['a'.repeat(41), 'a\u202eb', 1] },
  customVerificationUrl: { good: 'https://a.example/verify', bad: ['http://a.example/', 'a.example', 'javascript:alert(1)', 1] },
  customVerificationText: { good: 'Ask at the counter', bad: ['a'.repeat(257), 1] },
  ways: { good: ['phone', 'browser'], bad: [[], ['radio'], ['phone', 'phone'], 'phone'] },
  firstScreen: { good: 'home', bad: ['last', 1] },
  addIdentities: { good: false, bad: ['no', 0] },
  easyPin: { good: 'refuse', bad: [true, 'allow'] },
  languages: { good: ['de', 'en'], bad: [[], ['sv'], 'de'] },
  accentLight: { good: '#123abc', bad: ['red', '#12', '#12345g', 'url(x)', '#ffffcc'] },
  accentDark: { good: '#fedcba', bad: ['#fff', 1, '#111111'] },
  enableRegistrationCode: { good: false, bad: ['no'] },
  limitRegCodeVerified: { good: true, bad: [1] },
  wording: {
    good: { de: { mailFooter: 'Fragen? Rufen Sie an.' } },
    bad: [null, [], 'text', { fr_FR: {} }, { de: 'text' }, { de: { nowhere: 'a' } }, { de: { mailFooter: 7 } }, { de: { mailFooter: 'a\nb' } }, { de: { mailFooter: 'a'.repeat(401) } }, { de: { mailFooter: '{pin}' } }, { de: { mailFooter: 'https://a.example' } }],
  },
  registerApplications: { good: 'anyone', bad: ['everyone', true, null] },
  noticePinReset: { good: false, bad: [0] },
  noticeNewDevice: { good: false, bad: [0] },
  noticeLocked: { good: false, bad: [0] },
  noticeQuickCode: { good: false, bad: [0] },
  mailsPerDay: { good: 5, bad: [0, 1001, 1.5, '5'] },
  codesPerDay: { good: null, bad: [0, 1001, '5'] },
  inactivityDays: { good: 90, bad: [0, 36_501, '90'] },
  addressDays: { good: 30, bad: [0, -1, '30'] },
  auditDays: { good: 365, bad: [0, 36_501] },
};

let platform: TestPlatform;
before(async () => { platform = await startPlatform(); });
after(() => platform.close());

describe('settings of a project', () => {
  it('are all listed here', () => {
    assert.deepEqual(Object.keys(VALUES).toSorted(), [...COLUMN_SETTINGS, ...Object.keys(PROJECT_SETTINGS)].toSorted());
  });

  for (const [name, { good, bad }] of Object.entries(VALUES)) {
    it(`${name}: is kept, and refuses what it cannot be`, async () => {
      const { projectId } = await platform.addProject({ name: 'One of many', origins: [] });
      const changed = await changeProject(platform.core, projectId, { [name]: good }, 'tests');
      assert.deepEqual({ ...changed, ...changed.settings }[name], good);
      for (const value of bad) {
        await assert.rejects(changeProject(platform.core, projectId, { addIdentities: false, [name]: value }, 'tests'), SettingError, `${name}=${JSON.stringify(value)}`);
      }
      assert.deepEqual(await findProject(platform.core, projectId), changed);
    });
  }

  it('changes all or nothing, and nothing that does not exist', async () => {
    const { projectId } = await platform.addProject({ name: 'All or nothing', origins: [] });
    for (const wrong of [{ nonsense: 1 }, { toString: 1 }, { pinLength: 9 }]) {
      await assert.rejects(changeProject(platform.core, projectId, { easyPin: 'refuse', name: 'Changed', ...wrong }, 'tests'), SettingError);
    }
    const project = await findProject(platform.core, projectId);
    assert.deepEqual([project?.name, project?.settings.easyPin], ['All or nothing', 'warn']);
    await assert.rejects(changeProject(platform.core, 'unknown', { easyPin: 'refuse' }, 'tests'), /no project/);
  });

  it('says of a colour that cannot be read as text how far it is, and which shade is near', async () => {
    const { projectId } = await platform.addProject({ name: 'Pale', origins: [] });
    await assert.rejects(changeProject(platform.core, projectId, { accentLight: '#FFFFCC' }, 'tests'), { name: 'SettingError', setting: 'accentLight', message: `accentLight must be readable as text on light pages: #ffffcc reaches a contrast of 1.02 to 1, and 4.5 is the least; the nearest shade that reaches it is ${readableShade('#ffffcc', 'light')}` });
    await assert.rejects(changeProject(platform.core, projectId, { accentDark: '#111111' }, 'tests'), /accentDark must be readable as text on dark pages: #111111 reaches a contrast of 1\.02 to 1/);
  });

  it('serves a colour that was stored before as the nearest shade that can be read', () => {
    const { accentLight, accentDark } = readSettings('{"accentLight":"#ffffcc","accentDark":"#111111"}');
    assert.deepEqual([accentLight, accentDark], [readableShade('#ffffcc', 'light'), readableShade('#111111', 'dark')]);
  });

  it('reads what other versions stored', () => {
    assert.equal(readSettings('{"easyPin":"shout","fromTheFuture":1,"ways":["phone"]}').easyPin, 'warn');
    assert.deepEqual(readSettings('{"ways":["phone"]}').ways, ['phone']);
    assert.deepEqual(JSON.parse(changeSettings('{"fromTheFuture":1}', { easyPin: 'refuse' })), { fromTheFuture: 1, easyPin: 'refuse' });
  });

  it('are told by discovery', async () => {
    const { projectId } = await platform.addProject({ name: 'Discovered', origins: [] });
    const names = ['identityType', 'identityTypeLabel', 'customVerificationUrl', 'ways', 'firstScreen', 'addIdentities', 'easyPin', 'languages', 'askDeviceName', 'pinLength', 'verificationMethod', 'enableRegistrationCode', 'limitRegCodeVerified'];
    const changes = Object.fromEntries([...names, 'accentLight', 'accentDark', 'logoUrl'].map((name) => [name, VALUES[name]?.good]));
    await changeProject(platform.core, projectId, changes, 'tests');
    const { body } = await request(`${platform.url}/.well-known/project-configuration?id=${projectId}`);
    assert.deepEqual(Object.fromEntries(names.map((name) => [name, body[name]])), Object.fromEntries(names.map((name) => [name, changes[name]])));
    assert.deepEqual(body['branding'], { name: 'Discovered', logoUrl: 'https://a.example/logo.svg', accentLight: '#123abc', accentDark: '#fedcba' });
  });

  it('limit mail, and keep notices back', async () => {
    const project = await platform.addProject({ name: 'Quiet', origins: [] });
    await changeProject(platform.core, project.projectId, { mailsPerDay: 2, noticeNewDevice: false, noticeLocked: false }, 'tests');
    const server = { ...platform, project };
    const userId = someone();
    const ask = async (): Promise<string> => outcome(await platform.post('/verification/email', { userId, projectId: project.projectId, deviceName: '' }));
    const identity = await register(server, '5566', { userId });
    for (let i = 0; i < 3; i += 1) await signIn(platform, identity, '0000');
    platform.advance(700);
    assert.equal(await ask(), '200');
    platform.advance(700);
    assert.equal(await ask(), '429 REQUEST_BACKOFF');
    await platform.mailbox.takeLink(userId);
    assert.deepEqual(platform.mailbox.mails.filter(({ to }) => to === userId).map(({ subject }) => subject), ['Confirm your email for Quiet', 'Confirm your email for Quiet']);
  });
});
