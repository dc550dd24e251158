import { expect } from '@open-wc/testing';
import { identity, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import { MpinError } from '../../src/errors.ts';
import type { MpinPinpad } from '../../src/elements/index.ts';
import { clear, find, findings, heard, mount, reaches, root, settled, tap, text, until } from './support.ts';

const known = () => new ScriptedClient({ identities: [identity()] });

const submit = (pad: MpinPinpad, pin = '2468'): void => {
  tap(pad, pin);
  find(pad, '.pad .button').click();
};

/** The code with which a promise was rejected. */
const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).to.be.instanceOf(MpinError);
  return (error as MpinError).code;
};

/** SHA-256, hex, by the browser's own implementation. */
async function sha256(words: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('await pad.signIn()', () => {
  afterEach(clear);

  it('resolves with who signed in and the token, after a wrong PIN too', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    const signedIn = pad.signIn();
    submit(pad, '1111');
    await until(() => text(pad, '#message').startsWith('Incorrect PIN!'));
    submit(pad);
    expect(await signedIn).to.deep.equal({ userId: 'ada@example.com', token: 'token-for-ada@example.com' });
  });

  it('asks for the PIN once more where somebody has signed in already', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    submit(pad);
    await reaches(pad, 'signed-in');
    const again = pad.signIn();
    await reaches(pad, 'enter-pin');
    submit(pad);
    expect((await again).userId).to.equal('ada@example.com');
  });

  it('is aborted by a second call, by its signal, by starting anew and by removal', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    const first = codeOf(pad.signIn());
    const controller = new AbortController();
    const second = codeOf(pad.signIn({ signal: controller.signal }));
    expect(await first).to.equal('ABORTED');
    controller.abort();
    expect(await second).to.equal('ABORTED');
    const third = codeOf(pad.signIn());
    pad.restart();
    expect(await third).to.equal('ABORTED');
    const fourth = codeOf(pad.signIn());
    pad.remove();
    expect(await fourth).to.equal('ABORTED');
    expect(await codeOf(pad.signIn())).to.equal('ABORTED');
    expect(await codeOf(pad.signIn({ signal: AbortSignal.abort() }))).to.equal('ABORTED');
  });

  it('changes nothing where its signal was aborted before: nothing opens, and who waits goes on waiting', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    const signedIn = pad.signIn();
    const late = { signal: AbortSignal.abort() };
    expect(await codeOf(pad.confirm({ reason: 'Transfer', ...late }))).to.equal('ABORTED');
    expect(root(pad).querySelector('[part=purpose]')).to.equal(null);
    submit(pad);
    expect((await signedIn).userId).to.equal('ada@example.com');
    const other = mount(known()).pad;
    other.mode = 'dialog';
    expect(await codeOf(other.signIn(late))).to.equal('ABORTED');
    await until(() => root(other).querySelector('dialog') !== null);
    expect([find<HTMLDialogElement>(other, 'dialog').open, other.state]).to.deep.equal([false, 'starting']);
  });

  it('outlives being moved within the page', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    const signedIn = pad.signIn();
    const box = document.createElement('div');
    document.body.append(box);
    box.append(pad);
    submit(pad);
    expect((await signedIn).userId).to.equal('ada@example.com');
  });
});

describe('await pad.confirm()', () => {
  afterEach(clear);

  it('keeps the reason and the amount before the person, and describes the PIN\'s field by them', async () => {
    const { pad } = mount(known(), { lang: 'de' });
    await reaches(pad, 'enter-pin');
    const confirmed = pad.confirm({ reason: 'Überweisung an Grace Hopper', amount: { value: 1250.5, currency: 'EUR' } });
    await until(() => root(pad).querySelector('[part=purpose]') !== null);
    await reaches(pad, 'enter-pin');
    expect(text(pad, '[part=reason]')).to.equal('Überweisung an Grace Hopper');
    expect(text(pad, '[part=amount]')).to.equal('1.250,50 €');
    expect(text(pad, '#title')).to.equal('Mit der PIN bestätigen');
    expect(find(pad, '#pin').getAttribute('aria-describedby')).to.contain(find(pad, '[part=purpose]').id);
    expect(await findings(pad)).to.deep.equal([]);
    submit(pad, '1111');
    await until(() => text(pad, '#message') !== '');
    expect(text(pad, '[part=amount]')).to.equal('1.250,50 €');
    submit(pad);
    expect(await confirmed).to.deep.equal({ userId: 'ada@example.com', token: 'token-for-ada@example.com' });
    await reaches(pad, 'signed-in');
    expect(text(pad, '#title')).to.equal('Bestätigt');
  });

  it('is not a sign-in: the page hears of none, and no form posts the token', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const { pad } = mount(known());
    pad.name = 'token';
    form.append(pad);
    const heardOf: string[] = [];
    pad.addEventListener('mpin-signed-in', ({ userId }) => heardOf.push(userId));
    await reaches(pad, 'enter-pin');
    const confirmed = pad.confirm({ reason: 'Close the account' });
    await until(() => root(pad).querySelector('[part=purpose]') !== null);
    submit(pad);
    await confirmed;
    expect(heardOf).to.deep.equal([]);
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('shows a document and has it agreed to before the PIN signs it', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    const document = 'I owe Grace Hopper\none nanosecond.';
    const signed = pad.confirm({ reason: 'A promise', document });
    await reaches(pad, 'confirm-signing');
    expect(find(pad, '[part=document]').textContent).to.equal(document);
    const hash = await sha256(document);
    expect(text(pad, '[part=fingerprint]').replaceAll(' ', '')).to.contain(hash);
    expect(await findings(pad)).to.deep.equal([]);
    find(pad, '[part~=primary]').click();
    await reaches(pad, 'enter-pin');
    expect(text(pad, '[part=reason]')).to.equal('A promise');
    submit(pad, '1111');
    await until(() => text(pad, '#message').startsWith('Incorrect PIN!'));
    expect(pad.state).to.equal('enter-pin');
    submit(pad);
    const { userId, signature } = await signed;
    expect([userId, signature.hash]).to.deep.equal(['ada@example.com', hash]);
  });

  it('signs a hash that the page gives', async () => {
    const { pad } = mount(known());
    const hash = await sha256('anything');
    const signed = pad.confirm({ reason: 'A contract', hash });
    await reaches(pad, 'confirm-signing');
    expect(root(pad).querySelector('[part=document]')).to.equal(null);
    find(pad, '[part~=primary]').click();
    await reaches(pad, 'enter-pin');
    submit(pad);
    expect((await signed).signature.hash).to.equal(hash);
  });

  it('is given up by the person, and the element goes back to signing in', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    const asked = codeOf(pad.confirm({ reason: 'A payment' }));
    await until(() => root(pad).querySelector('[part~=close]') !== null);
    find(pad, '[part~=close]').click();
    expect(await asked).to.equal('ABORTED');
    await until(() => text(pad, '#title') === 'Enter your PIN');
    expect(root(pad).querySelector('[part=purpose]')).to.equal(null);
  });

  it('says what is wrong with what it was given', async () => {
    const { pad } = mount(known());
    for (const request of [{ reason: '' }, { reason: 'x'.repeat(301) }, { reason: 'ok', hash: 'abc' }, { reason: 'ok', document: '' }, { reason: 'ok', document: 'a', hash: 'b' }, { reason: 'ok', amount: { value: 1, currency: 'no money' } }]) {
      expect(await codeOf(pad.confirm(request)), JSON.stringify(request)).to.equal('INVALID_ARGUMENT');
    }
  });
});

describe('pad.showModal()', () => {
  afterEach(clear);

  const opener = (): HTMLButtonElement => {
    const button = document.createElement('button');
    button.textContent = 'Sign in';
    document.body.append(button);
    return button;
  };

  it('opens a labelled modal dialog, gives focus to the PIN and back, and runs nothing while it is closed', async () => {
    const button = opener();
    const client = known();
    const { pad } = mount(client);
    pad.mode = 'dialog';
    await pad.updateComplete;
    await until(() => root(pad).querySelector('dialog') !== null);
    const before = client.calls.length;
    expect(find<HTMLDialogElement>(pad, 'dialog').open).to.equal(false);
    expect(pad.getBoundingClientRect().height).to.equal(0);
    button.focus();
    await pad.showModal();
    await reaches(pad, 'enter-pin');
    expect(client.calls.length).to.be.greaterThan(before);
    const dialog = find<HTMLDialogElement>(pad, 'dialog');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(root(pad).getElementById(dialog.getAttribute('aria-labelledby') ?? '')).to.equal(find(pad, '#title'));
    await until(() => root(pad).activeElement === find(pad, '#pin'));
    expect(await findings(pad)).to.deep.equal([]);
    const closed = new Promise((resolve) => { pad.addEventListener('mpin-closed', resolve, { once: true }); });
    pad.close();
    await closed;
    expect(document.activeElement).to.equal(button);
    expect([pad.state, dialog.open]).to.deep.equal(['starting', false]);
  });

  it('closes where the page makes an inline element of it, which goes on, and can be opened again', async () => {
    const { pad } = mount(known());
    await pad.showModal();
    await reaches(pad, 'enter-pin');
    let closed = 0;
    pad.addEventListener('mpin-closed', () => { closed += 1; });
    pad.mode = 'inline';
    await pad.updateComplete;
    await reaches(pad, 'enter-pin');
    expect([closed, root(pad).querySelector('dialog')]).to.deep.equal([1, null]);
    await pad.showModal();
    expect(find<HTMLDialogElement>(pad, 'dialog').matches(':modal')).to.equal(true);
  });

  it('closes on Escape once there is no digit to take back, and aborts who waits', async () => {
    opener();
    const { sendKeys } = await import('@web/test-runner-commands');
    const { pad } = mount(known());
    pad.mode = 'dialog';
    const asked = codeOf(pad.signIn());
    await reaches(pad, 'enter-pin');
    await until(() => root(pad).activeElement === find(pad, '#pin'));
    await sendKeys({ type: '24' });
    await sendKeys({ press: 'Escape' });
    await settled(pad);
    expect(root(pad).querySelectorAll('.slots .on')).to.have.length(0);
    expect(find<HTMLDialogElement>(pad, 'dialog').open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(await asked).to.equal('ABORTED');
    expect(find<HTMLDialogElement>(pad, 'dialog').open).to.equal(false);
  });

  it('speaks from inside while it is open, as the page around it is inert, and closes when somebody has signed in', async () => {
    const { pad } = mount(known());
    pad.mode = 'dialog';
    const signedIn = pad.signIn();
    await reaches(pad, 'enter-pin');
    const regions = (): Element | null => document.querySelector('mpin-live-region');
    await until(() => regions()?.parentElement === pad);
    expect(regions()?.assignedSlot?.closest('dialog')).to.equal(find(pad, 'dialog'));
    tap(pad, '24');
    await until(() => heard('polite') === '2 of 4 entered');
    submit(pad, '68');
    expect((await signedIn).userId).to.equal('ada@example.com');
    await until(() => !find<HTMLDialogElement>(pad, 'dialog').open);
    expect(regions()?.parentElement).to.equal(document.body);
    expect(document.querySelectorAll('mpin-live-region')).to.have.length(1);
  });

  it('shows a way out on every screen, and is gone with its element', async () => {
    const { pad } = mount(new ScriptedClient());
    const asked = codeOf(pad.showModal().then(() => pad.signIn()));
    await reaches(pad, 'add-identity');
    expect(find(pad, '[part~=close]').getAttribute('aria-label')).to.equal('Close');
    pad.remove();
    expect(await asked).to.equal('ABORTED');
    document.body.append(pad);
    await until(() => root(pad).querySelector('dialog')?.open === false);
    expect(document.querySelector('mpin-live-region')?.parentElement).to.equal(document.body);
  });
});
