import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { identity, pending, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import { MpinIdentityList } from '../../src/elements/index.ts';
import type { MpinPinpad } from '../../src/elements/index.ts';
import { clear, find, heard, mount, play, reaches, root, settled, tap, text, until } from './support.ts';

const second = identity({ id: 'id-2', userId: 'ada@northwind.example', deviceName: 'Work laptop' });
const two = () => new ScriptedClient({ identities: [identity(), second] });

/** Clicks with the mouse, where a person would. */
async function point(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

/** Types with a real keyboard. */
async function press(...keys: string[]): Promise<void> {
  for (const one of keys) await sendKeys({ press: one });
}

const focused = (pad: MpinPinpad): Element | null => root(pad).activeElement;
const rows = (pad: MpinPinpad): string[] => [...root(pad).querySelectorAll('li .label')].map((label) => (label.textContent ?? '').trim());
const told = (type: string): string[] => {
  const users: string[] = [];
  document.addEventListener(type, (event) => users.push((event as Event & { userId: string }).userId));
  return users;
};

async function toList(pad: MpinPinpad): Promise<void> {
  await reaches(pad, 'enter-pin');
  find(pad, '[part~="menu"]').click();
  await reaches(pad, 'identities');
}

/** A click of a mouse, or of a finger, whose taps not all browsers count, at so many milliseconds. */
function click(element: Element, pointerType: 'mouse' | 'touch', at: number, detail = 1): void {
  const event = new PointerEvent('click', { detail, pointerType, bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  element.dispatchEvent(event);
}

describe('the identities in the PIN-pad', () => {
  afterEach(clear);

  it('are renamed by a double click, whose second half does nothing on what has come meanwhile', async () => {
    for (const [pointer, count] of [['touch', 1], ['mouse', 2]] as const) {
      const { pad } = mount(two());
      await toList(pad);
      find(pad, '[part~="edit"]').click();
      await reaches(pad, 'edit-identity');
      find<HTMLInputElement>(pad, '[name=deviceName]').value = 'Tablet';
      click(find(pad, '[type=submit]'), pointer, 10_000);
      await until(() => pad.state === 'identities' && root(pad).querySelector('[part=option]') !== null);
      click(find(pad, '[part=option] .label'), pointer, 10_300, count);
      await pad.updateComplete;
      expect(pad.state).to.equal('identities', pointer);
      click(find(pad, '[part=option]'), pointer, 10_600);
      await reaches(pad, 'add-identity');
      clear();
    }
  });

  it('lose no tap on keys however fast, and no single click of a mouse', async () => {
    const { pad } = mount(two());
    await toList(pad);
    click(find(pad, '[part=identity-row]'), 'mouse', 10_000);
    await until(() => root(pad).querySelector('.key') !== null);
    for (const [i, digit] of ['1', '2', '2', '3'].entries()) click(find(pad, `[data-key="${digit}"]`), i === 0 ? 'mouse' : 'touch', 10_001 + i);
    await until(() => heard('polite') === '4 of 4 entered');
  });

  it('are renamed by keyboard alone; what was done is heard, and focus is where people go on', async () => {
    const { pad, client } = mount(two());
    await reaches(pad, 'enter-pin');
    pad.focus();
    await press('Shift+Tab', 'Shift+Tab');
    expect(focused(pad)).to.equal(find(pad, '[part~="menu"]'));
    await press('Enter');
    await reaches(pad, 'identities');
    expect(focused(pad)).to.equal(find(pad, '#title'));
    await press('Tab', 'Tab', 'Tab', 'Tab');
    expect(focused(pad)?.getAttribute('aria-label')).to.equal('Edit ada@northwind.example');
    await press('Enter');
    await reaches(pad, 'edit-identity');
    expect(focused(pad)).to.equal(find(pad, '#title'));
    await press('Tab');
    expect(focused(pad)).to.equal(find(pad, '#deviceName'));
    await press('Control+a');
    await sendKeys({ type: 'Kitchen tablet' });
    await press('Enter');
    await reaches(pad, 'identities');
    expect(client.stored[1]?.deviceName).to.equal('Kitchen tablet');
    expect(rows(pad)[1]).to.contain('Kitchen tablet');
    await until(() => heard('polite') === 'The device of ada@northwind.example was renamed.');
    expect(text(pad, '[part=note]')).to.equal('The device of ada@northwind.example was renamed.');
  });

  it('are removed by pointer alone, after a question that is a dialog to assistive technology', async () => {
    const { pad, client } = mount(two());
    const removed = told('mpin-removed');
    await reaches(pad, 'enter-pin');
    await point(find(pad, '[part~="menu"]'));
    await reaches(pad, 'identities');
    await point(find(pad, 'li:nth-child(2) [part~="edit"]'));
    await reaches(pad, 'edit-identity');
    await point(find(pad, '.link.danger'));
    await reaches(pad, 'confirm-remove');
    const dialog = find(pad, '[role=alertdialog]');
    const labels = [dialog.getAttribute('aria-labelledby'), dialog.getAttribute('aria-describedby')].map((id) => text(pad, `#${id}`));
    expect(labels[0]).to.equal('Remove identity');
    expect(labels[1]).to.contain('Are you sure you wish to remove this M-Pin Identity from this browser?').and.to.contain('ada@northwind.example');
    await point(find(pad, '.button.soft'));
    await reaches(pad, 'edit-identity');
    await point(find(pad, '.link.danger'));
    await reaches(pad, 'confirm-remove');
    await point(find(pad, '.button.danger'));
    await reaches(pad, 'identities');
    expect(client.stored.map(({ id }) => id)).to.deep.equal(['id-1']);
    expect(removed).to.deep.equal([second.userId]);
    expect(rows(pad)).to.have.length(1);
  });

  it('that were never confirmed are removed from the list itself, after the same question', async () => {
    const client = new ScriptedClient({ identities: [identity()], pending: pending({ userId: 'ada@new.example', state: 'expired' }) });
    const removed = told('mpin-removed');
    const { pad } = mount(client);
    await toList(pad);
    await point(find(pad, 'li:last-child [part~="remove"]'));
    await reaches(pad, 'confirm-remove');
    expect(text(pad, '#says')).to.contain('ada@new.example').and.not.to.contain('no longer');
    await point(find(pad, '.button.soft'));
    await reaches(pad, 'identities');
    await point(find(pad, 'li:last-child [part~="remove"]'));
    await reaches(pad, 'confirm-remove');
    await point(find(pad, '.button.danger'));
    await until(() => rows(pad).length === 1);
    expect(text(pad, '[part=note]')).to.equal('ada@new.example was removed.');
    expect([client.begun, removed]).to.deep.equal([undefined, []]);
  });

  it('show that something is under way, and take nothing else meanwhile', async () => {
    const client = two();
    const { pad } = mount(client);
    await toList(pad);
    find(pad, 'li:nth-child(2) [part~="edit"]').click();
    await reaches(pad, 'edit-identity');
    const release = client.hold('rename');
    find<HTMLInputElement>(pad, '#deviceName').value = 'Kitchen tablet';
    find(pad, 'form .button').click();
    await until(() => find(pad, 'form .button').getAttribute('aria-busy') === 'true');
    expect(find<HTMLInputElement>(pad, '#deviceName').readOnly).to.equal(true);
    find(pad, '.link.danger').click();
    expect(pad.state).to.equal('edit-identity');
    expect(root(pad).querySelector('[part~="back"]')).to.equal(null);
    release();
    await reaches(pad, 'identities');
  });

  it('name what is wrong with a name beside its field, and take focus there', async () => {
    const { pad } = mount(two());
    await toList(pad);
    await point(find(pad, 'li:nth-child(1) [part~="edit"]'));
    await reaches(pad, 'edit-identity');
    await point(find(pad, '#deviceName'));
    const wrong = (): string => text(pad, `#${find(pad, '#deviceName').getAttribute('aria-describedby')}`);
    await press('Control+a', 'Delete', 'Enter');
    await until(() => find(pad, '#deviceName').getAttribute('aria-invalid') === 'true');
    await settled(pad);
    expect(wrong()).to.equal('Give this device a name.');
    expect(focused(pad)).to.equal(find(pad, '#deviceName'));
    await sendKeys({ type: 'x'.repeat(41) });
    await press('Enter');
    await until(() => wrong() === 'Too long: use at most 40 characters.');
  });

  it('keep the old identity until a reset has made the new one', async () => {
    const { pad, client } = mount(two());
    await toList(pad);
    find(pad, 'li:nth-child(1) [part~="edit"]').click();
    await reaches(pad, 'edit-identity');
    find(pad, '.button.soft').click();
    await reaches(pad, 'confirm-reset');
    find(pad, '.button.primary, .button:not(.soft)').click();
    await reaches(pad, 'confirm-email');
    expect(client.stored.map(({ id }) => id)).to.deep.equal(['id-1', 'id-2']);
    client.confirmElsewhere();
    await reaches(pad, 'choose-pin');
    for (let i = 0; i < 2; i += 1) {
      tap(pad, '7305');
      find(pad, '.pad .button').click();
      await settled(pad);
    }
    await reaches(pad, 'set-up');
    expect(client.stored.map(({ userId }) => userId)).to.deep.equal(['ada@example.com', second.userId]);
    expect(client.stored[0]?.id).to.not.equal('id-1');
  });

  it('mark the one in use, and never one that is revoked', async () => {
    const { pad } = mount(two());
    await toList(pad);
    expect([...root(pad).querySelectorAll('li')].map((row) => row.querySelector('[aria-current=true]') !== null)).to.deep.equal([true, false]);
    clear();
    const locked = mount(new ScriptedClient({ identities: [identity({ state: 'revoked' })] })).pad;
    await reaches(locked, 'locked');
    find(locked, '.link').click();
    await reaches(locked, 'identities');
    expect(root(locked).querySelector('[aria-current]')).to.equal(null);
    expect(rows(locked)[0]).to.contain('Revoked');
  });
});

describe('<mpin-identity-list>', () => {
  afterEach(clear);

  it('stands alone: chooses, tells the page, and is as high as what it shows', async () => {
    const { pad } = mount(two(), { tag: 'mpin-identity-list' });
    const selected = told('mpin-selected');
    await reaches(pad, 'identities');
    expect(pad).to.be.instanceOf(MpinIdentityList);
    find(pad, 'li:nth-child(2) [part~="identity-row"]').click();
    await settled(pad);
    expect(selected).to.deep.equal([second.userId]);
    expect(pad.state).to.equal('identities');
    expect(find(pad, 'li:nth-child(2) [part~="identity-row"]').getAttribute('aria-current')).to.equal('true');
    expect(pad.getBoundingClientRect().height).to.be.lessThan(420);
    expect(root(pad).querySelector('[part~="back"]')).to.equal(null);
  });

  it('says that nobody is here, sets somebody up, and comes back to itself', async () => {
    const { pad, client } = mount(new ScriptedClient(), { tag: 'mpin-identity-list' });
    await reaches(pad, 'identities');
    expect(text(pad, '[part=text]')).to.equal('No identity is set up in this browser yet.');
    find(pad, '.option').click();
    await reaches(pad, 'add-identity');
    find<HTMLInputElement>(pad, '#userId').value = 'ada@example.com';
    find(pad, '.button').click();
    await reaches(pad, 'confirm-email');
    client.confirmElsewhere();
    await reaches(pad, 'choose-pin');
    for (let i = 0; i < 2; i += 1) {
      tap(pad, '7305');
      find(pad, '.pad .button').click();
      await settled(pad);
    }
    await reaches(pad, 'set-up');
    expect(text(pad, '.button')).to.equal('Back to identity list');
    find(pad, '.button').click();
    await reaches(pad, 'identities');
    expect(rows(pad)).to.have.length(1);
  });

  it('stays in step with the other elements of the page', async () => {
    const client = two();
    const { pad } = mount(client);
    const list = mount(client, { tag: 'mpin-identity-list' }).pad;
    await reaches(pad, 'enter-pin');
    await reaches(list, 'identities');
    find(list, 'li:nth-child(1) [part~="edit"]').click();
    await reaches(list, 'edit-identity');
    find(list, '.link.danger').click();
    await reaches(list, 'confirm-remove');
    find(list, '.button.danger').click();
    await reaches(list, 'identities');
    await reaches(pad, 'identities');
    expect(rows(pad)).to.deep.equal(rows(list));
    client.change([]);
    await reaches(pad, 'add-identity');
    await until(() => rows(list).length === 0);
  });

  it('is registered once, whoever registers it again', () => {
    expect(customElements.get('mpin-identity-list')).to.equal(MpinIdentityList);
    expect(MpinIdentityList.define()).to.equal(MpinIdentityList);
    const tag = 'another-identity-list';
    MpinIdentityList.define(tag);
    expect(document.createElement(tag)).to.be.instanceOf(MpinIdentityList);
  });
});

describe('what a page decides', () => {
  afterEach(clear);

  it('begins with the list and adds no identity where the attributes say so', async () => {
    const client = two();
    const host = document.createElement('div');
    host.innerHTML = '<mpin-pinpad lang="en" first-screen="identities" add-identities="false"></mpin-pinpad>';
    const pad = host.firstElementChild as MpinPinpad;
    pad.client = client;
    document.body.append(host);
    await reaches(pad, 'identities');
    expect(root(pad).querySelector('[part=list]')).to.not.equal(null);
    expect(root(pad).querySelector('[part=option]')).to.equal(null);
  });

  it('asks for no device name where the attribute says so, and names it in the language of the page', async () => {
    const client = new ScriptedClient();
    const { pad } = mount(client, { lang: 'de' });
    await reaches(pad, 'add-identity');
    await until(() => root(pad).querySelector('[part=frame][lang=de]') !== null);
    expect(find<HTMLInputElement>(pad, '#deviceName').value).to.match(/ auf /u);
    pad.setAttribute('ask-device-name', 'false');
    pad.restart();
    await reaches(pad, 'add-identity');
    expect(root(pad).querySelector('#deviceName')).to.equal(null);
  });

  it('asks for the project\'s own kind of user id', async () => {
    const { pad } = mount(new ScriptedClient({ project: { identityType: 'alphanumeric', identityTypeLabel: 'Customer number' } }));
    await reaches(pad, 'add-identity');
    const field = find<HTMLInputElement>(pad, '#userId');
    expect([field.autocomplete, field.inputMode, text(pad, 'label[for=userId]')]).to.deep.equal(['username', 'text', 'Customer number']);
    field.value = 'ada-1843';
    find(pad, '.button').click();
    await reaches(pad, 'confirm-email');
  });

  it('does not let somebody in, in its own words, which are words and nothing else', async () => {
    const { pad } = mount(two());
    await reaches(pad, 'enter-pin');
    tap(pad, '2468');
    find(pad, '.pad .button').click();
    await reaches(pad, 'signed-in');
    const reason = '<b>Closed</b> since Friday.';
    pad.refuse(reason);
    await reaches(pad, 'trouble');
    expect(text(pad, '#title')).to.equal('You have no access');
    expect(find(pad, '#says').textContent).to.contain(reason);
    expect(root(pad).querySelector('#says b')).to.equal(null);
    find(pad, '.link').click();
    await reaches(pad, 'identities');
    expect(rows(pad)).to.have.length(2);
  });
});

describe('waiting for the mail', () => {
  afterEach(clear);

  it('says aloud that the connection was lost, and goes on by itself when it is back', async () => {
    const { pad, client } = mount(new ScriptedClient({ pending: pending() }));
    await reaches(pad, 'confirm-email');
    await until(() => client.connection.length === 1);
    client.connection(false);
    await until(() => text(pad, '#note') === 'The connection was lost. We keep trying.');
    await until(() => heard('polite') === 'The connection was lost. We keep trying.');
    client.connection(true);
    await until(() => text(pad, '#note') === 'Waiting for your confirmation…');
    client.confirmElsewhere();
    await reaches(pad, 'choose-pin');
  });
});

describe('the scenes of the identities', () => {
  afterEach(clear);

  for (const [name, state] of [
    ['identities, renamed', 'identities'], ['identities, removed', 'identities'], ['edit-identity, damaged', 'edit-identity'], ['confirm-reset, revoked', 'confirm-reset'],
    ['confirm-remove', 'confirm-remove'], ['trouble: no access', 'trouble'],
  ] as const) {
    it(`${name} is what it says`, async () => {
      expect((await play(name)).pad.state).to.equal(state);
    });
  }
});
