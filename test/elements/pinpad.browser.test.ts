import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { identity, pending, SCRIPTED_CODE, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import { MpinPinpad } from '../../src/elements/index.ts';
import type { MpinErrorEvent, MpinSignedInEvent, MpinStateEvent } from '../../src/elements/index.ts';
import { clear, find, heard, key, mount, play, reaches, root, settled, tap, text, until } from './support.ts';

const known = () => new ScriptedClient({ identities: [identity()] });
const chosen = () => new ScriptedClient({ pending: pending({ state: 'confirmed' }) });

/** Clicks with the mouse, where a person would. */
async function point(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

/** Types with a real keyboard. */
async function press(...keys: string[]): Promise<void> {
  for (const one of keys) await sendKeys({ press: one });
}

const focused = (pad: MpinPinpad): Element | null => root(pad).activeElement;

describe('<mpin-pinpad>', () => {
  afterEach(clear);

  it('is walked by keyboard alone, from an address to a signed-in page', async () => {
    const { pad, client } = mount();
    await reaches(pad, 'add-identity');
    pad.focus();
    await sendKeys({ type: 'ada@example.com' });
    await press('Enter');
    await reaches(pad, 'confirm-email');
    expect(focused(pad)).to.equal(find(pad, '#title'));
    client.confirmElsewhere();
    await reaches(pad, 'choose-pin');
    expect(focused(pad)).to.equal(find(pad, '#pin'));
    await press('7', '3', '0', '5', 'Enter');
    await until(() => text(pad, '#title') === 'Enter your PIN again');
    await press('7', '3', '0', '5', 'Enter');
    await reaches(pad, 'set-up');
    await press('Tab', 'Enter');
    await reaches(pad, 'enter-pin');
    await press('7', '3', '1', 'Backspace', '0', '5');
    const signedIn = new Promise<MpinSignedInEvent>((resolve) => { document.addEventListener('mpin-signed-in', resolve, { once: true }); });
    await press('Enter');
    const { userId, token } = await signedIn;
    expect([userId, token]).to.deep.equal(['ada@example.com', 'token-for-ada@example.com']);
    await reaches(pad, 'signed-in');
  });

  it('is walked by pointer alone, to the lock and back to a new registration', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    for (const left of ['2 attempts left.', '1 attempt left.']) {
      for (const digit of '1357') await point(key(pad, digit));
      await point(find(pad, '.pad .button'));
      await until(() => text(pad, '#message') === `Incorrect PIN! ${left}`);
    }
    for (const digit of '1357') await point(key(pad, digit));
    const locked = new Promise((resolve) => { pad.addEventListener('mpin-locked', resolve, { once: true }); });
    await point(find(pad, '.pad .button'));
    await locked;
    await reaches(pad, 'locked');
    expect(text(pad, '.screen')).to.contain('incorrectly 3 times').and.to.contain('ada@example.com');
    await point(find(pad, '.button'));
    await reaches(pad, 'add-identity');
    expect(find<HTMLInputElement>(pad, '#userId').value).to.equal('ada@example.com');
  });

  it('shows the number to recognise, and the list from a locked identity', async () => {
    const { pad } = mount(new ScriptedClient({ pending: pending({ matchNumber: '83' }) }));
    await reaches(pad, 'confirm-email');
    expect(text(pad, '[part=match-number]')).to.equal('83');
    clear();
    const { pad: other } = mount(new ScriptedClient({ identities: [identity({ state: 'revoked' })] }));
    await reaches(other, 'locked');
    find(other, '.link').click();
    await reaches(other, 'identities');
    expect(text(other, 'li')).to.contain('Revoked');
  });

  it('takes the mailed code, by paste too, and says how many tries a wrong one leaves', async () => {
    const { pad } = mount(new ScriptedClient({ pending: pending({ method: 'code' }) }));
    await reaches(pad, 'confirm-email');
    const field = find<HTMLInputElement>(pad, '#code');
    field.focus();
    await sendKeys({ type: '111111' });
    await press('Enter');
    await until(() => text(pad, '#note') === 'Wrong code. 4 tries left.');
    await settled(pad);
    expect(field.value).to.equal('');
    field.value = ` ${SCRIPTED_CODE.slice(0, 3)}-${SCRIPTED_CODE.slice(3)} `;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(field.value).to.equal(SCRIPTED_CODE);
    await press('Enter');
    await reaches(pad, 'choose-pin');
  });

  it('names an easy PIN and accepts it the second time', async () => {
    const { pad } = mount(chosen());
    await reaches(pad, 'choose-pin');
    const setUp = async (pin: string): Promise<void> => {
      tap(pad, pin);
      find(pad, '.pad .button').click();
      await settled(pad);
    };
    await setUp('1234');
    expect([text(pad, '#title'), text(pad, '#message')]).to.deep.equal(['Setup your PIN', 'Easy to guess! Choose another, or repeat it to keep it.']);
    await setUp('1234');
    expect([text(pad, '#title'), text(pad, '#message')]).to.deep.equal(['Enter your PIN again', '']);
    await setUp('1235');
    expect([text(pad, '#title'), text(pad, '#message')]).to.deep.equal(['Setup your PIN', 'These were two different PINs. Start again.']);
  });

  it('counts the back-off down and sends the mail again', async () => {
    let now = 1_800_000_000;
    const { pad, client } = mount(new ScriptedClient({ pending: pending({ backoffUntil: Date.now() / 1000 + 3 }), now: () => now++ }));
    await reaches(pad, 'confirm-email');
    const resend = (): HTMLElement => find(pad, '.tight .link');
    expect(resend().getAttribute('aria-disabled')).to.equal('true');
    expect(resend().textContent).to.match(/Resend in 0:0[1-3]/u);
    await until(() => resend().getAttribute('aria-disabled') === null);
    resend().click();
    await until(() => text(pad, '#note') === 'We have sent the email again.');
    expect(client.calls.filter((call) => call === 'resend')).to.have.length(1);
  });

  it('comes back to the same step after a reload', async () => {
    const client = new ScriptedClient();
    const reload = async (state: Parameters<typeof reaches>[1]): Promise<MpinPinpad> => {
      clear();
      const { pad } = mount(client);
      await reaches(pad, state);
      return pad;
    };
    const pad = await reload('add-identity');
    find<HTMLInputElement>(pad, '#userId').value = 'ada@example.com';
    find(pad, '.button').click();
    await reaches(pad, 'confirm-email');
    expect(text(await reload('confirm-email'), '[part=match-number]')).to.equal('47');
    client.confirmElsewhere();
    await reload('choose-pin');
  });

  it('goes on with an activation token, which it takes from its attribute at once', async () => {
    document.body.innerHTML = '<div><mpin-pinpad user-id="ada@example.com" activation-token="secret-token"></mpin-pinpad></div>';
    const pad = document.querySelector('mpin-pinpad') as MpinPinpad;
    expect(pad.hasAttribute('activation-token')).to.equal(false);
    pad.client = chosen();
    await reaches(pad, 'choose-pin');
    expect(document.body.innerHTML).not.to.contain('secret-token');
  });

  it('goes on from a mail\'s link and takes it out of the address bar', async () => {
    const before = location.href;
    history.replaceState(null, '', `${location.pathname}?user_id=ada%40example.com&code=secret-code&keep=1`);
    const { pad } = mount();
    expect(location.search).to.equal('?keep=1');
    await reaches(pad, 'choose-pin');
    history.replaceState(null, '', before);
  });

  it('leaves a parameter named code alone that is not its own', () => {
    const before = location.href;
    history.replaceState(null, '', `${location.pathname}?code=theirs&state=x`);
    mount();
    expect(location.search).to.equal('?code=theirs&state=x');
    history.replaceState(null, '', before);
  });

  it('tells its state by event, property and :state()', async () => {
    const states: string[] = [];
    document.addEventListener('mpin-state', (event: MpinStateEvent) => states.push(event.state));
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    expect(pad.matches(':state(enter-pin)')).to.equal(true);
    find(pad, '[part~=menu]').click();
    expect(pad.matches(':state(identities)') && !pad.matches(':state(enter-pin)')).to.equal(true);
    expect(states).to.deep.equal(['starting', 'enter-pin', 'identities']);
  });

  it('names a trouble with a code for support, and goes on', async () => {
    const client = known();
    client.fail('discover', 'ORIGIN_NOT_ALLOWED', { requestId: 'req-1' });
    const errors: string[] = [];
    document.addEventListener('mpin-error', (event: MpinErrorEvent) => errors.push(event.code), { once: true });
    const { pad } = mount(client);
    await reaches(pad, 'trouble');
    expect(text(pad, '[part=support]')).to.equal('Code for support: ORIGIN_NOT_ALLOWED req-1');
    expect(errors).to.deep.equal(['ORIGIN_NOT_ALLOWED']);
    find(pad, '.button').click();
    await reaches(pad, 'enter-pin');
  });

  it('offers another address where the mail was refused or ran out, and nowhere else', async () => {
    for (const name of ['trouble: cancelled', 'trouble: link expired']) {
      const { pad } = await play(name);
      await reaches(pad, 'trouble');
      expect([...root(pad).querySelectorAll('.screen button')].map((button) => button.textContent?.trim())).to.deep.equal(['Send a new email', 'Change address'], name);
      find(pad, '.screen .link').click();
      await reaches(pad, 'add-identity');
      expect(find<HTMLInputElement>(pad, '#userId').value).to.equal('ada@example.com');
      clear();
    }
    for (const name of ['trouble: identity expired', 'trouble: offline']) {
      const { pad } = await play(name);
      await reaches(pad, 'trouble');
      expect(text(pad, '.screen')).not.to.contain('Change address', name);
    }
  });

  it('says why an identity is locked that was so before, as far as that is known, and what helps', async () => {
    const { pad } = await play('locked, found again');
    await reaches(pad, 'locked');
    expect(text(pad, '#says')).to.equal('ada@example.com can no longer sign in on this device: its PIN was wrong too often, or it was revoked elsewhere. Register again to go on.');
    await until(() => heard('assertive').includes('its PIN was wrong too often'));
    const { pad: german } = await play('locked, found again', { lang: 'de' });
    expect(text(german, '#says')).to.contain('Die PIN wurde zu oft falsch eingegeben');
  });

  it('says what is wrong with its own attributes', async () => {
    document.body.innerHTML = '<mpin-pinpad server="nonsense"></mpin-pinpad>';
    const pad = document.querySelector('mpin-pinpad') as MpinPinpad;
    await reaches(pad, 'trouble');
    expect(text(pad, '[part=support]')).to.contain('INVALID_CONFIGURATION');
  });

  it('tries again by itself when the connection is back', async () => {
    const client = known();
    client.fail('discover', 'OFFLINE');
    const { pad } = mount(client);
    await reaches(pad, 'trouble');
    dispatchEvent(new Event('online'));
    await reaches(pad, 'enter-pin');
  });

  it('speaks several languages on one page, and the site\'s own words', async () => {
    const { pad: german } = mount(known(), { lang: 'de-AT' });
    const { pad: own } = mount(known(), { texts: { enterPin: 'Open sesame' } });
    const { pad: arabic } = mount(known(), { lang: 'ar' });
    await Promise.all([german, own, arabic].map((pad) => reaches(pad, 'enter-pin')));
    await until(() => text(german, '#title') === 'PIN eingeben' && find(arabic, '[part=frame]').dir === 'rtl');
    expect(text(own, '#title')).to.equal('Open sesame');
    const [one, three] = [key(arabic, '1'), key(arabic, '3')].map((element) => element.getBoundingClientRect().x);
    expect(one).to.be.lessThan(three as number);
  });

  it('names a device that nobody is asked about in its own language, however late that comes', async () => {
    const { fetch } = globalThis;
    const named: unknown[] = [];
    globalThis.fetch = async (_url, init) => {
      if (init?.body === undefined) return Response.json({ id: 'named-by-itself', extensions: {} });
      named.push((JSON.parse(String(init.body)) as { deviceName: unknown }).deviceName);
      return Response.json({ backoff: 0, method: 'link' });
    };
    document.body.innerHTML = '<mpin-pinpad server="https://mpin.example" user-id="ada@example.com" lang="hi"></mpin-pinpad>';
    await reaches(document.querySelector('mpin-pinpad') as MpinPinpad, 'confirm-email');
    globalThis.fetch = fetch;
    expect(named).to.have.length(1);
    expect(named[0]).to.match(/ पर /u);
  });

  it('takes the language of the page around it', async () => {
    document.body.innerHTML = '<section lang="de"></section>';
    const pad = document.createElement('mpin-pinpad');
    pad.client = known();
    document.querySelector('section')?.append(pad);
    await reaches(pad, 'enter-pin');
    await until(() => text(pad, '#title') === 'PIN eingeben');
  });
});

describe('living on a page', () => {
  afterEach(clear);

  it('is defined once, however often it is asked to, and under other names', () => {
    expect(MpinPinpad.define()).to.equal(MpinPinpad);
    MpinPinpad.define('other-pinpad');
    expect(document.createElement('other-pinpad')).to.be.instanceOf(MpinPinpad);
  });

  it('keeps its place when it is moved, and begins anew when it comes back later', async () => {
    const { pad, client } = mount(known());
    await reaches(pad, 'enter-pin');
    tap(pad, '24');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(pad);
    await settled(pad);
    expect(root(pad).querySelectorAll('.slots .on')).to.have.length(2);
    pad.remove();
    await Promise.resolve();
    expect(client.calls).to.include('cancel');
    document.body.append(pad);
    await reaches(pad, 'enter-pin');
    await until(() => root(pad).querySelectorAll('.slots .on').length === 0);
  });

  it('runs nothing while it is on no page, whatever changes about it', async () => {
    const { pad, client } = mount();
    pad.remove();
    await pad.updateComplete;
    pad.userId = 'ada@example.com';
    await pad.updateComplete;
    pad.restart();
    expect([client.calls, pad.state]).to.deep.equal([[], 'starting']);
    pad.userId = '';
    document.body.append(pad);
    await reaches(pad, 'add-identity');
  });

  it('shares a page with another without sharing digits', async () => {
    const [one, two] = [mount(known()), mount(known())];
    await Promise.all([reaches(one.pad, 'enter-pin'), reaches(two.pad, 'enter-pin')]);
    tap(one.pad, '2468');
    await Promise.all([settled(one.pad), settled(two.pad)]);
    expect(root(two.pad).querySelectorAll('.slots .on')).to.have.length(0);
    expect(document.querySelectorAll('mpin-live-region')).to.have.length(1);
  });

  it('follows another tab', async () => {
    const { pad, client } = mount(known());
    await reaches(pad, 'enter-pin');
    client.change([identity({ state: 'revoked' })]);
    await reaches(pad, 'locked');
  });

  it('takes no focus when the page loads, and none from elsewhere on the page', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const { pad, client } = mount(new ScriptedClient({ pending: pending() }));
    await reaches(pad, 'confirm-email');
    expect(document.activeElement).to.equal(document.body);
    pad.focus();
    field.focus();
    client.confirmElsewhere();
    await reaches(pad, 'choose-pin');
    expect(document.activeElement).to.equal(field);
    await until(() => heard('polite') === 'Setup your PIN');
  });

  it('with autofocus takes the PIN as soon as it is there, and focus from nobody', async () => {
    const { pad } = mount(known(), { autofocus: true });
    await reaches(pad, 'enter-pin');
    await until(() => focused(pad) === find(pad, '#pin'));
    pad.remove();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const { pad: other } = mount(known(), { autofocus: true });
    await reaches(other, 'enter-pin');
    await until(() => find(other, '#pin') !== null);
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('takes a text whose attribute was removed for one that was never given', async () => {
    const { pad } = mount(known());
    const attributes = { server: 'server', project: 'project', 'user-id': 'userId', 'sign-in-nonce': 'signInNonce', flow: 'flow', theme: 'theme' } as const;
    for (const [attribute, property] of Object.entries(attributes)) {
      pad.setAttribute(attribute, 'ada@example.com');
      expect(pad[property]).to.equal('ada@example.com');
      pad.removeAttribute(attribute);
      expect(pad[property], attribute).to.equal('');
    }
    await reaches(pad, 'enter-pin');
  });
});
