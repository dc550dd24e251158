import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import fastify from 'fastify';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { assertAccessible, assertFits } from '../../test/e2e/support/axe.ts';
import { createDevInbox, devInboxRoutes } from '../src/dev-inbox/index.ts';
import { createMailer } from '../src/mail/index.ts';
import { accountPage, confirmationPage, messagePage, objectionPage, pageHeaders, stylesheet, stylesheetPath } from '../src/pages/index.ts';
import type { ConfirmationModel, MessageKind } from '../src/pages/index.ts';

const WORD_JOINER = '\u2060';
const code = '0123456789abcdef0123456789abcdef';
const model: ConfirmationModel = {
  projectName: 'Northwind Bank', userId: 'ada@example.com', deviceName: 'Chrome on Windows', requestedAt: 1_795_000_000, place: 'Lisbon, Portugal', code,
};
const kinds: MessageKind[] = ['device-removed', 'objection-expired', 'confirmed', 'cancelled', 'wrong-number', 'expired', 'continue-in-app', 'rate-limited', 'error'];

let browser: Browser;
/** One tab to look at page after page in: a browser profile for each of a hundred looks would take minutes. */
let tab: Page;
const complaints: string[] = [];
let server: Server;
let origin: string;
let shown = '';
let posted: URLSearchParams[] = [];

before(async () => {
  const executablePath = await findBrowser();
  assert.ok(executablePath !== undefined, 'No Chromium: run `node scripts/setup.mjs --browser`.');
  browser = await chromium.launch({ executablePath, args: browserArguments });
  tab = await browser.newPage();
  listen(tab, complaints);
  server = createServer((request, response) => {
    if (request.url === stylesheetPath) response.writeHead(200, { 'content-type': 'text/css' }).end(stylesheet);
    else if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        posted.push(new URLSearchParams(Buffer.concat(chunks).toString()));
        response.writeHead(200, pageHeaders).end(messagePage({ projectName: 'Northwind Bank', kind: 'confirmed' }));
      });
    } else response.writeHead(200, pageHeaders).end(shown);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(async () => {
  await browser.close();
  server.close();
});

/** Notes what the browser complains about. */
function listen(page: Page, heard: string[]): void {
  page.on('console', (message) => heard.push(message.text()));
  page.on('requestfailed', (request) => heard.push(`failed: ${request.url()}`));
}

/** How a page may be looked at. */
interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly width?: 320;
}

/** Looks at a page: nothing for axe to find, nothing that scrolls sideways, nothing that the browser complains about. */
async function assertLooks(html: string, { colorScheme = 'light', forcedColors = 'none', width }: Look): Promise<void> {
  shown = html;
  await tab.emulateMedia({ colorScheme, forcedColors });
  await tab.setViewportSize(width === undefined ? { width: 1280, height: 720 } : { width, height: 568 });
  await tab.goto(`${origin}/verification/confirmation`);
  await assertAccessible(tab);
  await assertFits(tab);
  assert.deepEqual(complaints.splice(0), []);
}

describe('the account page', () => {
  const account = {
    ...model, csrf: 'c', projectId: 'p', administers: false, apps: [], activity: [], registered: [], mayRegister: false, devices: [{ id: 'd1', name: 'Work laptop', since: 1_795_000_000, place: 'Lisbon' }, { id: 'd2', name: 'Phone', since: 1_795_000_000, place: 'Lisbon' }],
  };

  it('looks right in both directions, with the question before a device is revoked closed and open', async () => {
    for (const lang of ['en', 'ar']) {
      await assertLooks(accountPage({ ...account, lang }), { width: 320 });
      await tab.locator('summary').first().press('Enter');
      await tab.locator('details[open]').waitFor();
      await assertAccessible(tab);
      await assertFits(tab);
    }
  });

  it('revokes a device with the second step alone', async () => {
    await assertLooks(accountPage({ ...account, lang: 'en' }), { forcedColors: 'active' });
    posted = [];
    const revoke = tab.getByRole('button', { name: /^Revoke: / });
    assert.equal(await revoke.count(), 0, 'nothing that acts at once');
    await tab.getByText('Revoke: Phone').first().click();
    assert.equal(posted.length, 0);
    await tab.getByText('A revoked device can no longer sign in as you.').filter({ visible: true }).waitFor();
    await revoke.click();
    await tab.getByRole('heading', { name: 'Email confirmed' }).waitFor();
    assert.deepEqual(posted.map((form) => form.get('device')), ['d2']);
  });
});

/** Shows a page in a context of its own and fails when the browser complains about anything. */
async function inBrowser(html: string, options: BrowserContextOptions, check: (page: Page) => Promise<void>): Promise<void> {
  shown = html;
  posted = [];
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const heard: string[] = [];
    listen(page, heard);
    await page.goto(`${origin}/verification/confirmation`);
    await check(page);
    assert.deepEqual(heard, []);
  } finally {
    await context.close();
  }
}

const looks: [string, Look][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['320 px', { width: 320 }],
  ['forced colours', { forcedColors: 'active' }],
];

describe('the page behind "This was not me"', () => {
  const objection = { projectName: 'Northwind Bank', userId: 'ada@example.com', deviceName: 'Chrome on Windows', registeredAt: 1_795_000_000, place: '', code };
  for (const [name, look] of looks) {
    for (const lang of ['en', 'de', 'ar']) {
      it(`is accessible and fits: ${name}, ${lang}`, async () => {
        await assertLooks(objectionPage({ ...objection, lang }), look);
      });
    }
  }

  it('sends the objection without scripts', async () => {
    await inBrowser(objectionPage(objection), { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('button', { name: 'This was not me: remove it' }).click();
      await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
      assert.deepEqual(posted.map((form) => Object.fromEntries(form)), [{ code }]);
    });
  });
});

describe('the confirmation page', () => {
  for (const [name, look] of looks) {
    for (const lang of ['en', 'de', 'ar']) {
      it(`is accessible and fits: ${name}, ${lang}`, async () => {
        await assertLooks(confirmationPage({ ...model, lang, numbers: ['47', '08', '93'], hasDevices: true, otherNetwork: true, numberMissing: true }), look);
        assert.equal(await tab.locator('html').getAttribute('dir'), lang === 'ar' ? 'rtl' : 'ltr');
      });
    }
  }

  it('says who, from which device, when and where', async () => {
    await inBrowser(confirmationPage(model), { javaScriptEnabled: false }, async (page) => {
      const facts = await page.locator('dd').allInnerTexts();
      assert.deepEqual(facts.slice(0, 2), ['ada@example.com', 'Chrome on Windows']);
      assert.match(facts[2] ?? '', /November 18, 2026.*UTC/);
      assert.equal(facts[3], 'Lisbon, Portugal');
      assert.equal(await page.getByRole('radio').count(), 0);
    });
  });

  it('sends the decision without scripts', async () => {
    await inBrowser(confirmationPage(model), { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('button', { name: 'Confirm and activate' }).click();
      await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
      assert.deepEqual(posted.map((form) => Object.fromEntries(form)), [{ code, user_id: 'ada@example.com', decision: 'confirm' }]);
    });
  });

  it('says in its own words, beside the numbers and where the keyboard stands, that one has to be chosen first', async () => {
    await inBrowser(confirmationPage({ ...model, numbers: ['47', '08', '93'], numberMissing: true }), {}, async (page) => {
      assert.equal(await page.locator('fieldset [role=alert]').textContent(), 'Choose the number first.');
      assert.equal(await page.locator('fieldset').evaluate((one) => one.ownerDocument.querySelector(`#${one.getAttribute('aria-describedby') ?? ''}`)?.textContent), 'Choose the number first.');
      assert.equal(await page.locator('input:focus').getAttribute('value'), '47');
      assert.equal(await page.locator('input:checked').count(), 0);
    });
  });

  it('wants the number chosen before confirming, not before cancelling', async () => {
    const withNumbers = confirmationPage({ ...model, numbers: ['47', '08', '93'] });
    await inBrowser(withNumbers, {}, async (page) => {
      assert.equal(await page.locator('input:checked').count(), 0);
      await page.getByRole('button', { name: 'Confirm and activate' }).click();
      await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
      assert.deepEqual([posted[0]?.get('decision'), posted[0]?.get('number')], ['confirm', null], 'the platform answers that, not the browser');
    });
    await inBrowser(withNumbers, {}, async (page) => {
      await page.getByRole('radio', { name: '08' }).check();
      await page.getByRole('button', { name: 'Confirm and activate' }).click();
      await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
      assert.equal(posted[0]?.get('number'), '08');
    });
    await inBrowser(withNumbers, {}, async (page) => {
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
      assert.equal(posted[0]?.get('decision'), 'cancel');
    });
  });

  it('is worked from the keyboard', async () => {
    await inBrowser(confirmationPage({ ...model, numbers: ['47', '08', '93'] }), {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
      assert.equal(posted[0]?.get('number'), '08');
    });
  });

  it('keeps numbers and their order from left to right in Arabic', async () => {
    await inBrowser(confirmationPage({ ...model, lang: 'ar', numbers: ['47', '08', '93'] }), {}, async (page) => {
      const boxes = await page.locator('.numbers label').evaluateAll((labels) => labels.map((label) => [label.textContent, label.getBoundingClientRect().x] as const));
      assert.deepEqual([...boxes].sort(([, a], [, b]) => a - b).map(([text]) => text), ['47', '08', '93']);
    });
  });

  it('shows what strangers typed as text and nothing else', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202Ewww.evil.example';
    const page = confirmationPage({ ...model, deviceName: hostile, userId: '"><script>alert(1)</script>@example.com', projectName: '<b>Bank</b>', place: hostile });
    assert.doesNotMatch(page, /<img|<script|<b>|\u202E|www\.evil/);
    assert.ok(page.includes(`www.${WORD_JOINER}`));
    await inBrowser(page, {}, async (shows) => assert.equal(await shows.locator('img, script').count(), 0));
  });
});

describe('the message pages', () => {
  for (const kind of kinds) {
    it(`${kind} is accessible in light and dark, English and Arabic, and fits 320 px`, async () => {
      for (const lang of ['en', 'ar']) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await assertLooks(messagePage({ projectName: 'Northwind Bank', lang, kind, code: kind === 'continue-in-app' ? code : undefined }), { colorScheme, width: 320 });
        }
      }
    });
  }
});

describe('every page', () => {
  const all = [confirmationPage({ ...model, numbers: ['10', '20', '30'] }), ...kinds.map((kind) => messagePage({ projectName: 'Northwind Bank', kind }))];

  it('has no inline script, style or handler, and loads nothing from elsewhere', () => {
    for (const page of all) assert.doesNotMatch(page, /<script|<style|style=|\son\w+=|https?:/);
  });

  it('comes with headers that allow neither', () => {
    assert.match(pageHeaders['content-security-policy'] ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(pageHeaders['content-security-policy'] ?? '', /unsafe|script-src/);
    assert.equal(pageHeaders['cache-control'], 'no-store');
    assert.equal(pageHeaders['referrer-policy'], 'no-referrer');
  });
});

describe('the development inbox', () => {
  it('shows mails to people, and lists them for programs, newest first and no more than 200', async () => {
    const inbox = createDevInbox();
    const mailer = createMailer({ from: 'no-reply@northwind.example', devInbox: inbox });
    const data = { projectName: 'Northwind Bank', deviceName: 'Firefox' };
    for (let number = 0; number < 205; number += 1) {
      await mailer.send({ kind: 'locked', to: `user${number}@example.com`, data: { ...data, lockedAt: 0, objectionLink: 'https://auth.example.com/' } });
    }
    await mailer.send({ kind: 'confirm-link', to: 'ada@example.com', data: { ...data, link: 'http://localhost:8080/verification/confirmation?code=c&user_id=u', expiresInSeconds: 60 } });
    const app = fastify();
    await app.register(devInboxRoutes(inbox));
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    try {
      const list = (await (await fetch(`${address}/dev/inbox.json`)).json()) as { to: string; receivedAt: string }[];
      assert.equal(list.length, 200);
      assert.equal(list[0]?.to, 'ada@example.com');
      assert.equal(list[1]?.to, 'user204@example.com');
      assert.ok(Date.parse(list[0]?.receivedAt ?? '') > 0);
      assert.deepEqual(Object.keys(list[0] ?? {}).sort(), ['html', 'receivedAt', 'subject', 'text', 'to']);

      const page = await browser.newPage({ viewport: { width: 320, height: 568 } });
      await page.goto(`${address}/dev/inbox`);
      assert.equal(await page.getByRole('link', { name: /verification/ }).getAttribute('href'), 'http://localhost:8080/verification/confirmation?code=c&user_id=u');
      await page.getByText('As HTML').first().click();
      await page.frameLocator('iframe').first().getByRole('link', { name: 'Review and confirm' }).waitFor();
      await assertFits(page);
      await page.close();

      assert.equal((await fetch(`${address}/dev/inbox/999.html`)).status, 404);
      const rebound = await app.inject({ url: '/dev/inbox.json', headers: { host: 'evil.example:8080' } });
      assert.equal(rebound.statusCode, 403);
      assert.doesNotMatch(rebound.body, /ada/);
      assert.equal((await app.inject({ url: '/dev/inbox.json', headers: { host: 'localhost:8080' } })).statusCode, 200);
    } finally {
      await app.close();
    }
  });
});
