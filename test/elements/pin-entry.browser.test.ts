import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { identity, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import type { MpinPinpad } from '../../src/elements/index.ts';
import { clear, find, heard, key, mount, reaches, root, settled, tap, text, until } from './support.ts';

const PIN = '730582';
const enter = async (): Promise<{ pad: MpinPinpad; client: ScriptedClient }> => {
  const mounted = mount(new ScriptedClient({ identities: [identity({ pinLength: 6 })], pin: PIN }));
  await reaches(mounted.pad, 'enter-pin');
  return mounted;
};
const filled = (pad: MpinPinpad): number => root(pad).querySelectorAll('.slots .on').length;
const field = (pad: MpinPinpad): HTMLInputElement => find<HTMLInputElement>(pad, '#pin');

/** What the browser does when something is inserted or deleted: the event first, the text only if nobody objects. */
function input(pad: MpinPinpad, inputType: string, data: string | null): void {
  const before = new InputEvent('beforeinput', { inputType, data, bubbles: true, cancelable: true });
  if (!field(pad).dispatchEvent(before)) return;
  field(pad).value += data ?? '';
  field(pad).dispatchEvent(new InputEvent('input', { inputType, data, bubbles: true }));
}

const submits = async (pad: MpinPinpad): Promise<void> => {
  find(pad, '.pad .button').click();
  await reaches(pad, 'signed-in');
};

describe('entering a PIN', () => {
  afterEach(clear);

  it('loses no tap, however fast, also while it renders', async () => {
    const { pad } = await enter();
    for (const digit of PIN) {
      key(pad, digit).click();
      pad.requestUpdate();
    }
    await settled(pad);
    expect(filled(pad)).to.equal(6);
    await submits(pad);
  });

  it('takes ten taps a second, back and forth', async () => {
    const { pad } = await enter();
    for (let i = 0; i < 100; i += 1) {
      tap(pad, '9');
      key(pad, 'delete').click();
    }
    tap(pad, PIN);
    await settled(pad);
    await submits(pad);
  });

  it('takes a pasted PIN in one go, with spaces, dashes and digits of other scripts', async () => {
    for (const pasted of ['730582', '730 582', '7-3-0-5-8-2', '٧٣٠٥٨٢', '７３０５８２', '७३०५८२', '\u200e730582\n']) {
      const { pad } = await enter();
      tap(pad, '11');
      input(pad, 'insertFromPaste', pasted);
      await settled(pad);
      expect(filled(pad), pasted).to.equal(6);
      await submits(pad);
      clear();
    }
  });

  it('takes what comes in unasked: autofill and input methods', async () => {
    const { pad } = await enter();
    field(pad).value = PIN;
    field(pad).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled(pad);
    expect(field(pad).value).to.equal('\u2022'.repeat(6));
    await submits(pad);
  });

  it('takes digits from the keyboard wherever focus is in the pad', async () => {
    const { pad } = await enter();
    key(pad, '5').focus();
    await sendKeys({ type: '73' });
    field(pad).focus();
    await sendKeys({ type: '05' });
    find(pad, '#title').focus();
    await sendKeys({ type: '829' });
    await settled(pad);
    expect(filled(pad)).to.equal(6);
    await sendKeys({ press: 'Enter' });
    await reaches(pad, 'signed-in');
  });

  it('goes on by Enter from the key that was clicked last, once all digits are there', async () => {
    const { pad } = await enter();
    key(pad, '7').focus();
    await sendKeys({ type: '7305' });
    await sendKeys({ press: 'Enter' });
    await settled(pad);
    expect([pad.state, filled(pad)]).to.deep.equal(['enter-pin', 5]);
    await sendKeys({ press: 'Enter' });
    await settled(pad);
    expect(filled(pad)).to.equal(6);
    key(pad, 'delete').focus();
    await sendKeys({ press: 'Enter' });
    await settled(pad);
    expect(filled(pad), 'the other keys do what they say').to.equal(5);
    key(pad, '9').focus();
    await sendKeys({ type: '9' });
    await sendKeys({ press: 'Enter' });
    await until(() => pad.state !== 'enter-pin' || pad.shadowRoot?.querySelector('.wrong') !== null);
  });

  it('takes digits back with Backspace, all of them with Delete, Escape and Clear', async () => {
    const { pad } = await enter();
    field(pad).focus();
    for (const [action, left] of [['Backspace', 2], ['Delete', 0], ['Escape', 0]] as const) {
      await sendKeys({ press: 'Escape' });
      await sendKeys({ type: '123' });
      await sendKeys({ press: action });
      await settled(pad);
      expect(filled(pad), action).to.equal(left);
    }
    tap(pad, '12');
    key(pad, 'clear').click();
    await settled(pad);
    expect(filled(pad)).to.equal(0);
    tap(pad, '12');
    input(pad, 'deleteContentBackward', null);
    await settled(pad);
    expect(filled(pad)).to.equal(1);
  });

  it('takes digits from the numeric pad and from keyboards of other scripts', async () => {
    const { pad } = await enter();
    for (const [pressed, code] of [['7', 'Numpad7'], ['3', 'Numpad3'], ['٠', 'Digit0'], ['۵', 'Digit5'], ['8', 'Numpad8'], ['2', 'Numpad2']] as const) {
      field(pad).dispatchEvent(new KeyboardEvent('keydown', { key: pressed, code, bubbles: true, composed: true, cancelable: true }));
    }
    field(pad).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'NumpadEnter', bubbles: true, composed: true, cancelable: true }));
    await reaches(pad, 'signed-in');
  });

  it('leaves shortcuts to the browser', async () => {
    const { pad } = await enter();
    const event = new KeyboardEvent('keydown', { key: '1', ctrlKey: true, bubbles: true, composed: true, cancelable: true });
    field(pad).dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(filled(pad)).to.equal(0);
  });

  it('is one tab stop with arrows inside, which are never mirrored', async () => {
    const { pad } = await enter();
    const stops = (): string[] => [...root(pad).querySelectorAll<HTMLElement>('[data-key][tabindex="0"]')].map((one) => one.dataset['key'] ?? '');
    expect(stops()).to.deep.equal(['1']);
    field(pad).focus();
    await sendKeys({ press: 'Tab' });
    const at = (): string | undefined => (root(pad).activeElement as HTMLElement).dataset['key'];
    const walk = [['ArrowRight', '2'], ['ArrowDown', '5'], ['ArrowDown', '8'], ['ArrowDown', '0'], ['ArrowDown', '0'], ['ArrowLeft', 'clear'], ['ArrowLeft', 'clear'], ['End', 'delete'], ['ArrowUp', '9'], ['Home', '7']] as const;
    expect(at()).to.equal('1');
    for (const [arrow, next] of walk) {
      await sendKeys({ press: arrow });
      expect(at(), arrow).to.equal(next);
    }
    await settled(pad);
    expect(stops()).to.deep.equal(['7']);
    await sendKeys({ press: 'Space' });
    await settled(pad);
    expect(filled(pad)).to.equal(1);
    expect(at()).to.equal('7');
    await sendKeys({ press: 'Tab' });
    expect(root(pad).activeElement).to.equal(find(pad, '.pad .button'));
  });

  it('says counts and results, and never a digit', async () => {
    const { pad } = await enter();
    tap(pad, '98');
    await until(() => heard('polite') === '2 of 6 entered');
    key(pad, 'clear').click();
    await until(() => heard('polite') === 'Empty');
    tap(pad, '987654');
    find(pad, '.pad .button').click();
    await until(() => heard('assertive') === 'Incorrect PIN! 2 attempts left.');
  });

  it('brings focus back to the field after a wrong PIN', async () => {
    const { pad } = await enter();
    tap(pad, '111111');
    find(pad, '.pad .button').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => text(pad, '#message') === 'Incorrect PIN! 2 attempts left.');
    await settled(pad);
    expect(root(pad).activeElement).to.equal(field(pad));
    expect(field(pad).getAttribute('aria-invalid')).to.equal('true');
  });

  it('rests while the PIN is checked: nothing typed then counts', async () => {
    const client = new ScriptedClient({ identities: [identity()] });
    const release = client.hold('finish');
    const { pad } = mount(client);
    await reaches(pad, 'enter-pin');
    tap(pad, '1111');
    find(pad, '.pad .button').click();
    await reaches(pad, 'authenticating');
    tap(pad, '2468');
    find(pad, '.pad .button').click();
    release();
    await reaches(pad, 'enter-pin');
    expect(filled(pad)).to.equal(0);
    expect(client.calls.filter((call) => call === 'finish')).to.have.length(1);
  });

  it('leaves the PIN nowhere: not in the document, attributes, fields, events or announcements', async () => {
    const seen: string[] = [];
    const look = (pad: MpinPinpad): void => {
      const fields = [...root(pad).querySelectorAll('input')].map(({ value, defaultValue }) => value + defaultValue);
      seen.push(document.documentElement.outerHTML.replaceAll(/<script[\s\S]*?<\/script>/gu, ''), find(pad, '.screen').outerHTML.replaceAll(/>\d<\/button>/gu, '></button>').replaceAll(/data-key="\d"/gu, ''), ...fields, heard('polite'), heard('assertive'));
    };
    for (const type of ['mpin-state', 'mpin-error', 'mpin-signed-in', 'input', 'change', 'beforeinput']) {
      document.addEventListener(type, (event) => seen.push(JSON.stringify(Object.getOwnPropertyNames(event).map((name) => String((event as unknown as Record<string, unknown>)[name])))));
    }
    const { pad } = await enter();
    const changes = new MutationObserver((records) => seen.push(...records.map(({ target, oldValue }) => `${target.textContent ?? ''} ${oldValue ?? ''}`)));
    changes.observe(find(pad, '.pin'), { attributes: true, attributeOldValue: true, characterData: true, subtree: true, childList: true });
    field(pad).focus();
    for (let i = 1; i <= PIN.length; i += 1) {
      await sendKeys({ press: PIN[i - 1] as string });
      await settled(pad);
      look(pad);
      expect(filled(pad)).to.equal(i);
    }
    await until(() => heard('polite') === '6 of 6 entered');
    look(pad);
    await sendKeys({ press: 'Enter' });
    await reaches(pad, 'signed-in');
    look(pad);
    changes.disconnect();
    const everything = seen.join('\n');
    for (let i = 0; i + 3 <= PIN.length; i += 1) expect(everything).not.to.contain(PIN.slice(i, i + 3));
  });
});
