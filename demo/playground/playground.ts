import { MpinPinpad } from '../../src/elements/define.ts';
import { languages } from '../../src/elements/texts/load-sign-in.ts';
import { FLAGS, SKINS, snippet, TOKENS, VALUES } from './choices.ts';
import type { Chosen } from './choices.ts';
import { logEvents } from './log.ts';
import { pieces } from './pieces.ts';
import { scenes } from './scenes.ts';
import type { ScriptedClient } from './scripted-client.ts';

const EVENTS = ['mpin-signed-in', 'mpin-signed-out', 'mpin-registered', 'mpin-locked', 'mpin-removed', 'mpin-selected', 'mpin-otp', 'mpin-error', 'mpin-state', 'mpin-closed'];

const WIDTH = '--mpin-width';
const FIRST = 'enter-pin';

const find = <E extends Element>(selector: string): E => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};

const controls = find<HTMLFormElement>('#controls');
const stage = find<HTMLElement>('#stage');
const code = find<HTMLElement>('#code');
let playing: ScriptedClient | undefined;
let shown: HTMLElement | undefined;
/** Counts what was asked for, so that a screen that took its time does not take another's place. */
let turn = 0;

const chosen = (name: string): string => {
  const value = new FormData(controls).get(name);
  return typeof value === 'string' ? value : '';
};

function attributes(tag: string): Record<string, string> {
  const wanted: Record<string, string> = { lang: chosen('lang'), ...(chosen('theme') !== 'auto' && tag !== 'mpin-otp' && { theme: chosen('theme') }) };
  if (!tag.startsWith('mpin-p') && tag !== 'mpin-identity-list') return wanted;
  for (const name of FLAGS) if (chosen(name) !== '') wanted[name] = '';
  for (const name of Object.keys(VALUES)) if (chosen(name) !== '') wanted[name] = chosen(name);
  return wanted;
}

/** The width where it is another than that of the skin, and the tokens whose switch is on. */
const tokens = (): Record<string, string> => Object.fromEntries([...(chosen('width') === '360' ? [] : [[WIDTH, `${chosen('width')}px`]]), ...TOKENS.filter(({ token }) => chosen(`use ${token}`) !== '').map(({ token, range }) => [token, chosen(token) + (range === undefined ? '' : 'px')])]);

/** Makes the screen that is chosen, and plays it to where it belongs. */
async function show(): Promise<void> {
  turn += 1;
  const mine = turn;
  // What still stands there is no answer to this.
  if (shown !== undefined) delete shown.dataset['ready'];
  const name = chosen('screen');
  const scene = scenes.find((one) => one.name === name);
  const piece = pieces.find((one) => one.name === name);
  const element = piece === undefined ? document.createElement(scene?.tag ?? 'mpin-pinpad') : await piece.make();
  const client = scene?.client();
  if (mine !== turn) return;
  if (client !== undefined && 'client' in element) Object.assign(element, { client });
  playing = client;
  shown = element;
  dress();
  element.append(...await slotsOf(chosen('skin')));
  if (mine !== turn) return;
  stage.replaceChildren(element);
  if (client !== undefined && element instanceof MpinPinpad) await scene?.act?.(element, client);
  if (mine === turn) element.dataset['ready'] = name;
}

/** Attributes, tokens, skin, direction and code: what can change under a screen that is shown. */
function dress(): void {
  if (shown === undefined) return;
  const tag = shown.localName;
  const look: Chosen = { tag, attributes: attributes(tag), tokens: tokens() };
  for (const name of ['lang', 'theme', ...FLAGS, ...Object.keys(VALUES)]) {
    const value = look.attributes[name];
    if (value === undefined) shown.removeAttribute(name);
    else shown.setAttribute(name, value);
  }
  for (const token of [WIDTH, ...TOKENS.map((one) => one.token)]) shown.style.setProperty(token, look.tokens[token] ?? '');
  document.documentElement.dir = chosen('dir');
  document.documentElement.dataset['theme'] = chosen('theme');
  stage.dataset['skin'] = chosen('skin');
  code.textContent = snippet(look);
  history.replaceState(null, '', `#${new URLSearchParams([...new FormData(controls)].map(([name, value]) => [name, String(value)])).toString()}`);
}

/** A skin's logo and words, from its own page. */
async function slotsOf(skin: string): Promise<Node[]> {
  if (skin === '') return [];
  const page = await (await fetch(`./demo/skins/${skin}.html`)).text();
  return [...new DOMParser().parseFromString(page, 'text/html').querySelectorAll('mpin-pinpad > [slot]')].map((slot) => document.importNode(slot, true));
}

/** Puts the choices on the page that are lists here. */
function furnish(): void {
  const group = (label: string, names: readonly string[]): HTMLOptGroupElement => {
    const made = document.createElement('optgroup');
    made.label = label;
    made.append(...names.map((name) => new Option(name, name, name === FIRST, name === FIRST)));
    return made;
  };
  const alone = scenes.filter(({ tag }) => tag === 'mpin-identity-list');
  find('[name="screen"]').append(
    group('<mpin-pinpad>', scenes.filter((scene) => !alone.includes(scene)).map(({ name }) => name)), group('<mpin-identity-list>', alone.map(({ name }) => name)),
    group('<mpin-access-number>', pieces.filter(({ name }) => name.startsWith('number')).map(({ name }) => name)), group('<mpin-otp>', pieces.filter(({ name }) => name.startsWith('password')).map(({ name }) => name)),
  );
  const called = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  find('[name="lang"]').append(...['en', ...Object.keys(languages)].map((tag) => new Option(called(tag), tag)));
  find('[name="skin"]').append(new Option('none', ''), ...SKINS.map((skin) => new Option(skin, skin)));
  for (const name of FLAGS) find('#attributes').append(labelled(name, input('checkbox', name, 'on')));
  for (const [name, values] of Object.entries(VALUES)) {
    const select = document.createElement('select');
    select.name = name;
    select.append(...values.map((value) => new Option(value === '' ? '(not set)' : value, value)));
    find('#attributes').append(labelled(name, select));
  }
  for (const { token, label, value: byDefault, range } of TOKENS) {
    const value = input(range === undefined ? 'color' : 'range', token, String(byDefault));
    // The limits first: a value beyond those of before would be cut.
    if (range !== undefined) Object.assign(value, { min: String(range[0]), max: String(range[1]), defaultValue: String(byDefault) });
    value.setAttribute('aria-label', label);
    const use = labelled(label, input('checkbox', `use ${token}`, 'on'));
    const row = document.createElement('div');
    row.append(use, value);
    find('#tokens').append(row);
  }
}

function input(type: string, name: string, value: string): HTMLInputElement {
  const made = document.createElement('input');
  Object.assign(made, { type, name, value, defaultValue: value });
  return made;
}

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(...(control instanceof HTMLInputElement ? [control, text] : [text, control]));
  return label;
}

/** The address' hash is where choices are kept, so that a screen can be linked to. */
function restore(): void {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const control = controls.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true;
    else if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement) control.value = value;
  }
}

furnish();
restore();
logEvents(stage, find('#events'), EVENTS);
find('#confirm').addEventListener('click', () => playing?.confirmElsewhere());
find('#copy').addEventListener('click', () => void navigator.clipboard?.writeText(code.textContent ?? '').then(() => { find('#copied').textContent = 'Copied.'; }, () => undefined));
controls.addEventListener('input', ({ target }) => {
  const { name } = target as HTMLInputElement;
  // A colour or a length that is moved is meant to be seen.
  const use = controls.elements.namedItem(`use ${name}`);
  if (use instanceof HTMLInputElement) use.checked = true;
  if (name === 'screen' || name === 'skin' || name in VALUES) void show();
  else dress();
});
// The event comes before the controls are as they were.
controls.addEventListener('reset', () => setTimeout(() => void show()));
await show();
