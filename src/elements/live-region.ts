/** How soon a screen reader says something: when it is done speaking, or at once. */
export type Urgency = 'polite' | 'assertive';

const URGENCIES: readonly Urgency[] = ['polite', 'assertive'];

/** Long enough for a screen reader to notice that the region was emptied, so that the same words are said again. */
const PAUSE_MS = 100;

const timers = new Map<Urgency, ReturnType<typeof setTimeout>>();

/**
 * Makes the page's two live regions, once, however many elements and copies of the script there are. They lie in the document itself:
 * regions inside shadow roots are not announced reliably (VoiceOver on iOS, Chrome), and they must exist before the first message.
 */
export function ensureLiveRegions(): void {
  for (const urgency of URGENCIES) region(urgency);
}

/** Says something. What was about to be said with the same urgency gives way: of many counts in a row only the last is worth hearing. */
export function announce(text: string, urgency: Urgency): void {
  clear();
  clearTimeout(timers.get(urgency));
  timers.set(urgency, setTimeout(() => { region(urgency).textContent = text; }, PAUSE_MS));
}

/** Takes back what was said, or was about to be: whoever reads the page with a screen reader finds nothing that the screen no longer says. */
export function forget(): void {
  clear();
  timers.forEach(clearTimeout);
}

function clear(): void {
  for (const urgency of URGENCIES) region(urgency).textContent = '';
}

/** The regions while a modal dialog keeps them: it may lie in shadow roots that the document cannot be searched for. */
let lodger: Element | undefined;

/**
 * Moves the regions into an element whose modal dialog shows its slot `mpin-live-region`, because everything outside a modal dialog is
 * inert and not announced; or, without one, back into the page.
 */
export function lodgeLiveRegions(inside: Element | undefined): void {
  const element = host();
  lodger = inside && element;
  element.slot = inside ? element.localName : '';
  (inside ?? document.body).append(element);
}

function region(urgency: Urgency): Element {
  const existing = host().querySelector(`[aria-live="${urgency}"]`);
  if (existing) return existing;
  const element = document.createElement('div');
  element.setAttribute('aria-live', urgency);
  element.setAttribute('role', urgency === 'polite' ? 'status' : 'alert');
  element.setAttribute('aria-atomic', 'true');
  host().append(element);
  return element;
}

/** Holds both regions and hides them by an adopted style sheet: a strict policy allows no style attribute, and the page's CSS must not reach. */
function host(): Element {
  const existing = lodger ?? document.querySelector('mpin-live-region');
  if (existing) return existing;
  const element = document.createElement('mpin-live-region');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }');
  root.adoptedStyleSheets = [sheet];
  root.append(document.createElement('slot'));
  document.body.append(element);
  return element;
}
