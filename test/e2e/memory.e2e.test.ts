import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { serveSource } from './support/source-page.ts';
import type { SourcePage } from './support/source-page.ts';

/** By counts, never by times: what is still alive after the garbage was collected. */

const CYCLES = 1000;
const WARM_UP = 40;
/** What the browser itself may keep: the last element that had focus, a style sheet's cache. */
const NODES_KEPT = 60;

/** One client for all, as tabs share a browser's storage: a subscription that is not given back would keep its element. */
const SCRIPT = `
  import { MpinPinpad, MpinIdentityList, loadAccessNumber, loadOtp } from './src/elements/define.ts';
  import { identity, ScriptedClient } from './demo/playground/scripted-client.ts';
  import { pieces } from './demo/playground/pieces.ts';

  const client = new ScriptedClient({ identities: [identity()] });
  const classes = { 'mpin-pinpad': MpinPinpad, 'mpin-identity-list': MpinIdentityList, 'mpin-access-number': await loadAccessNumber(), 'mpin-otp': await loadOtp() };
  const frame = () => new Promise((resolve) => { const channel = new MessageChannel(); channel.port1.onmessage = () => { channel.port1.close(); resolve(); }; channel.port2.postMessage(0); });
  const reaches = async (pad, state) => { for (let turns = 0; pad.state !== state && turns < 500; turns += 1) await frame(); if (pad.state !== state) throw new Error(pad.state); await pad.updateComplete; };

  /** Mounts one, lets somebody do something with it, and takes it off the page. */
  const cycles = {
    async 'mpin-pinpad'(n) {
      const pad = document.createElement('mpin-pinpad');
      Object.assign(pad, { client, scramble: n % 3 === 0, deviceKeyboard: n % 5 === 0 });
      document.body.append(pad);
      await reaches(pad, 'enter-pin');
      for (const digit of n % 2 === 0 ? '24' : '2468') pad.shadowRoot.querySelector('[data-key="' + digit + '"]').click();
      if (n % 4 === 1) { pad.shadowRoot.querySelector('[part~="primary"]').click(); await reaches(pad, 'signed-in'); }
      if (n % 8 === 2) pad.confirm({ reason: 'Transfer' }).catch(() => undefined);
      pad.remove();
    },
    async 'mpin-identity-list'() {
      const list = document.createElement('mpin-identity-list');
      list.client = client;
      document.body.append(list);
      await reaches(list, 'identities');
      list.remove();
    },
    async 'mpin-access-number'() {
      const number = await pieces.find(({ name }) => name === 'number: waiting').make();
      document.body.append(number);
      await number.updateComplete;
      await frame();
      number.remove();
    },
    async 'mpin-otp'() {
      const password = await pieces.find(({ name }) => name === 'password').make();
      document.body.append(password);
      await password.updateComplete;
      password.remove();
    },
  };
  window.classes = classes;
  window.run = async (count) => {
    const tags = Object.keys(cycles);
    for (let n = 0; n < count; n += 1) await cycles[tags[n % tags.length]](Math.floor(n / tags.length));
    await frame();
    document.activeElement?.blur?.();
  };
`;

interface Counts {
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

let source: SourcePage;
let page: Page;
let devtools: CDPSession;
before(async () => {
  source = await serveSource(SCRIPT, '<main><h1>Memory</h1></main>');
  page = await source.browser.newPage();
  await page.goto(source.url);
  await page.waitForFunction('window.run !== undefined');
  devtools = await page.context().newCDPSession(page);
});
after(async () => { await source.end(); });

/** What is alive once everything has been collected that can be. */
async function counts(): Promise<Counts> {
  for (let i = 0; i < 3; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners, documents } = await devtools.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners, documents };
}

/** How many elements of a class are alive, on the page or off it. */
async function alive(tag: string): Promise<number> {
  const { result: prototype } = await devtools.send('Runtime.evaluate', { expression: `classes[${JSON.stringify(tag)}].prototype` });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
  // What inherits from it is listed: a subclass's prototype, too, which is no element.
  const own = `function () { return this.filter((one) => Object.getPrototypeOf(one) === classes[${JSON.stringify(tag)}].prototype).length; }`;
  const { result } = await devtools.send('Runtime.callFunctionOn', { objectId: objects.objectId ?? '', functionDeclaration: own, returnByValue: true });
  await devtools.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return result.value as number;
}

describe('memory', () => {
  it('a thousand elements that were mounted, used and removed leave no element, no listener and no nodes behind', async () => {
    await page.evaluate(`run(${WARM_UP})`);
    const first = await counts();
    await page.evaluate(`run(${CYCLES})`);
    const last = await counts();
    assert.ok(last.nodes - first.nodes <= NODES_KEPT, `${last.nodes - first.nodes} nodes are left`);
    assert.ok(last.listeners <= first.listeners, `${last.listeners - first.listeners} listeners are left`);
    assert.ok(last.documents <= first.documents, `${last.documents - first.documents} documents are left`);
    for (const tag of ['mpin-pinpad', 'mpin-identity-list', 'mpin-access-number', 'mpin-otp']) assert.ok(await alive(tag) <= 1, `${await alive(tag)} <${tag}> are alive`);
  });

  it('would be noticed: elements that a page keeps are counted', async () => {
    const { nodes } = await counts();
    await page.evaluate("window.kept = Array.from({ length: 20 }, () => { const pad = document.createElement('mpin-otp'); document.body.append(pad); pad.remove(); return pad; })");
    assert.ok(await alive('mpin-otp') >= 20);
    assert.ok((await counts()).nodes - nodes >= 20);
  });
});
