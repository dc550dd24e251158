import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createOtpApplication } from '../src/core/otp-applications.ts';
import { request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('GET /otpgen', () => {
  let platform: TestPlatform;
  let clientId: string;
  before(async () => {
    platform = await startPlatform();
    ({ clientId } = await createOtpApplication(platform.core, { projectId: platform.project.projectId, name: '<b>Office</b> VPN', actor: 'test' }));
  });
  after(() => platform.close());

  const open = (query: string, lang = 'en') => request(`${platform.url}/otpgen${query}`, { headers: { 'accept-language': lang } });

  it('embeds the PIN-pad for the application, in the person\'s language', async () => {
    for (const [lang, heading, dir] of [['en', 'One-time password for', 'ltr'], ['de-AT', 'Einmalpasswort für', 'ltr'], ['ar', 'كلمة مرور', 'rtl']] as const) {
      const page = await open(`?client_id=${clientId}`, lang);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(heading) && page.text.includes(`dir="${dir}"`), lang);
      assert.match(page.text, new RegExp(`<mpin-pinpad [^>]*project="${platform.project.projectId}" flow="otp" client-id="${clientId}"></mpin-pinpad>`));
      assert.ok(page.text.includes('&lt;b&gt;Office&lt;/b&gt; VPN') && !page.text.includes('<b>Office'));
    }
  });

  it('runs nothing but our own script, and is framed, kept and told to nobody', async () => {
    const { headers, text } = await open(`?client_id=${clientId}`);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) assert.ok(policy.includes(rule), rule);
    assert.doesNotMatch(policy, /unsafe/);
    assert.deepEqual([headers.get('cache-control'), headers.get('referrer-policy')], ['no-store', 'no-referrer']);
    assert.doesNotMatch(text, /<script(?![^>]*src=)|style="|\son\w+="/);
  });

  it('is not there for what is no OTP application', async () => {
    for (const query of ['', '?client_id=', '?client_id=unknown', `?client_id=${platform.project.clientId}`, `?client_id=${clientId}&client_id=x`, `?client_id=${'x'.repeat(5000)}`]) {
      const page = await open(query);
      assert.ok(page.status >= 400 && page.status < 500, query.slice(0, 40));
      assert.doesNotMatch(page.text, /<mpin-pinpad/);
      assert.match(page.headers.get('content-type') ?? '', /text\/html/);
    }
  });
});
