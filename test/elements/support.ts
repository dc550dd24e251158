import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { scenes } from '../../demo/playground/scenes.ts';
import type { Scene } from '../../demo/playground/scenes.ts';
import { ScriptedClient } from '../../demo/playground/scripted-client.ts';
import '../../src/elements/define.ts';
import type { MpinPinpad, Texts } from '../../src/elements/index.ts';
import type { StateName } from '../../src/machine/index.ts';

/** axe-core is a script: it leaves itself on the page. */
declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

/** A PIN-pad on the page, driven by a scripted client. */
export interface Mounted {
  readonly pad: MpinPinpad;
  readonly client: ScriptedClient;
}

export interface MountOptions {
  readonly lang?: string;
  readonly theme?: 'light' | 'dark';
  readonly texts?: Partial<Texts>;
  readonly autofocus?: boolean;
  readonly tag?: 'mpin-pinpad' | 'mpin-identity-list';
}

/** Puts a PIN-pad on the page. */
export function mount(client = new ScriptedClient(), { lang = 'en', theme, texts, autofocus = false, tag = 'mpin-pinpad' }: MountOptions = {}): Mounted {
  const pad = document.createElement(tag);
  pad.client = client;
  pad.lang = lang;
  if (theme) pad.setAttribute('theme', theme);
  if (texts) pad.texts = texts;
  pad.autofocus = autofocus;
  document.body.append(pad);
  return { pad, client };
}

/** Plays a scene of the playground to its end. */
export async function play(name: string, options: MountOptions = {}): Promise<Mounted> {
  const scene = scenes.find((one) => one.name === name) as Scene;
  const mounted = mount(scene.client(), { ...options, ...(scene.tag && { tag: scene.tag }) });
  if (options.lang) await until(() => root(mounted.pad).querySelector(`[part=frame][lang="${options.lang}"]`) !== null);
  await scene.act?.(mounted.pad, mounted.client);
  await settled(mounted.pad);
  return mounted;
}

/** Takes everything off the page again. */
export function clear(): void {
  document.body.replaceChildren();
  document.body.style.removeProperty('background');
}

export const root = (pad: MpinPinpad): ShadowRoot => pad.shadowRoot as ShadowRoot;

/** The element in the pad; an error where there is none. */
export function find<E extends Element = HTMLElement>(pad: MpinPinpad, selector: string): E {
  const element = root(pad).querySelector<E>(selector);
  if (element === null) throw new Error(`There is no ${selector} in ${pad.state}.`);
  return element;
}

export const text = (pad: MpinPinpad, selector: string): string => (find(pad, selector).textContent ?? '').replace(/\s+/gu, ' ').trim();

/** A key of the keypad, by its label. */
export const key = (pad: MpinPinpad, name: string): HTMLButtonElement => find<HTMLButtonElement>(pad, `[data-key="${name}"]`);

/** Resolves when a condition holds; rejects with its text after five seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`It never came true that ${condition.toString()}`);
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
  }
}

/** Resolves when the pad shows this state. */
export async function reaches(pad: MpinPinpad, state: StateName): Promise<void> {
  await until(() => pad.state === state).catch(() => { throw new Error(`${state} was never reached; it is ${pad.state}`); });
  await settled(pad);
}

/** Resolves when everything is rendered and nothing is on its way in. */
export async function settled(pad: MpinPinpad): Promise<void> {
  await pad.updateComplete;
  // The screens of a state may still be on their way; until then its frame is as empty as at the start.
  await until(() => pad.state === 'starting' || root(pad).querySelector('.screen:not([aria-busy])') !== null);
  const endless = (animation: Animation): boolean => animation.effect?.getComputedTiming().iterations === Infinity;
  // An element within has animations of its own.
  const within = [...root(pad).querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const animations = [root(pad), ...within].flatMap((shadow) => shadow.getAnimations());
  for (const animation of animations.filter(endless)) animation.cancel();
  // One that was cancelled never finishes.
  await Promise.all(animations.filter((animation) => !endless(animation)).map(({ finished }) => finished.catch(() => undefined)));
}

/** Types digits with the keypad. */
export function tap(pad: MpinPinpad, digits: string): void {
  for (const digit of digits) key(pad, digit).click();
}

/** What assistive technology would hear now. */
export const heard = (urgency: 'polite' | 'assertive'): string => document.querySelector(`mpin-live-region [aria-live="${urgency}"]`)?.textContent ?? '';

/** Accessibility findings, as text; none is the only good answer. */
export async function findings(pad: MpinPinpad): Promise<string[]> {
  const { violations } = await axe.run(pad, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary ?? ''}`));
}
