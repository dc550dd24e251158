import '../../src/elements/define.ts';
import { scenes } from './scenes.ts';
import type { Scene } from './scenes.ts';
import type { ScriptedClient } from './scripted-client.ts';

const find = <E extends Element>(selector: string): E => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};

const controls = find<HTMLFormElement>('#controls');
const stage = find<HTMLElement>('#stage');
const events = find<HTMLOListElement>('#events');
let playing: ScriptedClient | undefined;

/** What the controls say; the address' hash is where they are kept, so that a screen can be linked to. */
const chosen = (name: string): string => String(new FormData(controls).get(name) ?? '');

async function show(): Promise<void> {
  const scene: Scene | undefined = scenes.find(({ name }) => name === chosen('screen')) ?? scenes[0];
  if (scene === undefined) return;
  history.replaceState(null, '', `#${new URLSearchParams([...new FormData(controls)].map(([name, value]) => [name, String(value)])).toString()}`);
  const pad = document.createElement(scene.tag ?? 'mpin-pinpad');
  playing = scene.client();
  pad.client = playing;
  pad.withSignOut = true;
  pad.lang = chosen('lang');
  pad.setAttribute('theme', chosen('theme'));
  events.replaceChildren();
  stage.replaceChildren(pad);
  size(pad);
  await scene.act?.(pad, playing);
  pad.dataset['ready'] = 'true';
}

function size(pad: HTMLElement): void {
  pad.style.setProperty('--mpin-width', `${chosen('width')}px`);
}

function log(event: Event): void {
  const row = document.createElement('li');
  const { type, ...facts } = { ...event, type: event.type } as Record<string, unknown>;
  row.textContent = `${String(type)} ${JSON.stringify(facts, (key, value: unknown) => (key === 'isTrusted' ? undefined : value))}`;
  events.prepend(row);
}

const screens = find<HTMLSelectElement>('[name="screen"]');
screens.append(...scenes.map(({ name }) => new Option(name, name)));
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const control = controls.elements.namedItem(name);
  if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement) control.value = value;
}
for (const type of ['mpin-signed-in', 'mpin-signed-out', 'mpin-registered', 'mpin-locked', 'mpin-removed', 'mpin-selected', 'mpin-error', 'mpin-state']) stage.addEventListener(type, log);
find('#confirm').addEventListener('click', () => playing?.confirmElsewhere());
find('[name="width"]').addEventListener('input', () => {
  const pad = stage.querySelector<HTMLElement>('mpin-pinpad, mpin-identity-list');
  if (pad) size(pad);
});
controls.addEventListener('change', (event) => {
  if ((event.target as HTMLInputElement).name !== 'width') void show();
});
void show();
