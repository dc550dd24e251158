import { expect } from '@open-wc/testing';
import type { MpinPinpad, MpinSignedInEvent, MpinSignedOutEvent } from '../../src/elements/index.ts';
import { clear, find, findings, heard, play, reaches, root, settled, text, until } from './support.ts';

/** What a screen says, that of the number's element within it too. */
const said = (pad: HTMLElement): string => {
  const inner = pad.shadowRoot?.querySelector('mpin-access-number')?.shadowRoot;
  return `${pad.shadowRoot?.textContent ?? ''} ${inner?.textContent ?? ''}`.replace(/\s+/gu, ' ');
};

/** A form that is sent with something wrong in it leads to the field to put right. */
async function goesTo(pad: MpinPinpad, field: string): Promise<void> {
  const button = find(pad, 'form .button');
  button.focus();
  button.click();
  await until(() => root(pad).activeElement === find(pad, field));
}

describe('a page that a phone signs in', () => {
  afterEach(clear);

  it('tells the page who signed in, with the token, once; and hears of the phone that it is over', async () => {
    const { pad, client } = await play('phone-sign-in');
    const told: string[] = [];
    pad.addEventListener('mpin-signed-in', (event: MpinSignedInEvent) => told.push(`${event.userId} ${event.token}`));
    pad.addEventListener('mpin-signed-out', (event: MpinSignedOutEvent) => told.push(`${event.userId} left`));
    client.phone.answer('ada@example.com');
    await settled(pad);
    expect(pad.state).to.equal('signed-in');
    expect(said(pad)).to.contain('Signed in as').and.to.contain('Not you?');
    client.phone.signOut();
    await settled(pad);
    expect(told).to.deep.equal(['ada@example.com token-for-ada@example.com', 'ada@example.com left']);
    expect(pad.state).to.equal('phone-sign-in');
    expect(said(pad)).to.contain('You have been signed out on the phone.');
  });

  it('fulfils what a program asked for', async () => {
    const { pad, client } = await play('phone-sign-in');
    const asked = pad.signIn();
    client.phone.answer('ada@example.com');
    expect(await asked).to.deep.equal({ userId: 'ada@example.com', token: 'token-for-ada@example.com' });
  });

  it('shows the code and the number of a session that somebody else started', async () => {
    const { pad } = await play('home');
    pad.accessId = 'of-a-log-in';
    await settled(pad);
    find(pad, '[part~="option"]:nth-of-type(2)').click();
    await settled(pad);
    const inner = find(pad, 'mpin-access-number').shadowRoot as ShadowRoot;
    await until(() => inner.querySelector('.qr svg path') !== null);
    expect(inner.querySelector('a')?.href).to.equal('https://auth.northwind.example/mobile-login/#of-a-log-in');
    expect(inner.querySelector('[part=number]')?.textContent).to.contain('314');
  });

  for (const name of ['phone-sign-in', 'signed-in, by phone', 'phone-setup']) {
    it(`${name}: nothing for axe to find in the element within`, async () => {
      const { pad } = await play(name, { lang: 'ar', theme: 'dark' });
      expect(await findings(pad)).to.deep.equal([]);
    });
  }
});

describe('a phone', () => {
  afterEach(clear);

  it('shows who asks, and asks for no PIN before it was agreed to', async () => {
    const { pad } = await play('confirm-request');
    const facts = find(pad, 'dl').textContent?.replace(/\s+/gu, ' ');
    for (const fact of ['Northwind Bank', 'https://www.northwind.example', 'Firefox on Windows', 'Germany', '1:2']) expect(facts).to.contain(fact);
    expect(root(pad).querySelector('.pin')).to.equal(null);
    find(pad, '.stack .button').click();
    await settled(pad);
    expect(pad.state).to.equal('enter-pin');
  });

  it('sees a slip before anything is sent', async () => {
    const { pad, client } = await play('enter-access-number, a slip');
    expect(find(pad, '.error').textContent).to.equal('Invalid access number!');
    expect(client.calls).not.to.contain('resolveAccessNumber');
    await goesTo(pad, '#accessNumber');
  });

  it('signs the other device out', async () => {
    const { pad, client } = await play('approved, signed out');
    await until(() => text(pad, 'h2') === 'Signed out');
    expect(client.calls).to.contain('signOutElsewhere');
  });

  for (const [code, title] of [['REQUEST_DECLINED', 'The request was declined'], ['REQUEST_CLAIMED', 'Another phone was faster'], ['REQUEST_EXPIRED', 'This request is over']]) {
    it(`names what has become of a request while the PIN was typed: ${code}`, async () => {
      const { pad } = await play(`trouble: ${code}`);
      await until(() => text(pad, 'h2') === title);
      find(pad, '.button').click();
      await reaches(pad, 'identity-options');
    });
  }

  it('shows a QuickCode that no event and no attribute carries', async () => {
    const { pad } = await play('add-device');
    expect(find(pad, '[part=quick-code]').textContent).to.contain('482 915');
    expect(pad.outerHTML).not.to.match(/482\D?915/u);
  });

  it('counts down how long a QuickCode is valid, and is left by "Done"', async () => {
    const { pad } = await play('add-device');
    await until(() => /^Valid for (?:10:00|9:5\d)$/u.test(text(pad, '[role=timer]')));
    const first = text(pad, '[role=timer]');
    await until(() => text(pad, '[role=timer]') !== first);
    expect(text(pad, '.button')).to.equal('Done');
    find(pad, '.button').click();
    await until(() => pad.state !== 'add-device');
  });

  it('takes a QuickCode whose time is over off the screen, says so, and makes a new one', async () => {
    const { pad } = await play('add-device, over');
    await until(() => text(pad, '#title') === 'This QuickCode has expired.');
    expect(root(pad).innerHTML).not.to.match(/482\D?915/u);
    await until(() => heard('assertive') === 'This QuickCode has expired.');
    find(pad, '.button').click();
    await reaches(pad, 'enter-pin');
  });

  it('is set up by the code of another device', async () => {
    const { pad } = await play('quick-code, wrong');
    await until(() => find(pad, '#note').textContent !== '');
    expect(find(pad, '#note').textContent).to.equal('Wrong QuickCode. 4 tries left.');
    expect(find<HTMLInputElement>(pad, '#userId').value).to.equal('ada@example.com');
    await goesTo(pad, '#code');
    find<HTMLInputElement>(pad, '#userId').value = '';
    await goesTo(pad, '#userId');
  });
});
