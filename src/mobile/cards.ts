/** Parts of the page that its server wrote and hid: which of them a phone gets to see, its script decides. */
export const card = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

export function show(selector: string, shown: boolean): void {
  const found = card(selector);
  if (found !== null) found.hidden = !shown;
}

/** Acts on a press of the button of this name. */
export function onPress(name: string, act: (button: HTMLButtonElement) => void): void {
  const button = document.querySelector<HTMLButtonElement>(`button[data-do="${name}"]`);
  button?.addEventListener('click', () => act(button));
}

/** Says something below everything else; assistive technology hears it. */
export function note(text: string | undefined): void {
  const line = document.querySelector('[data-note]');
  if (line !== null) line.textContent = text ?? '';
}
