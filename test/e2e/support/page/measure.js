// Runs in the playground, on what stands on its stage.

/** Every tree of shadows below, the outer ones first. */
const rootsIn = (root) => [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : []));
const stage = document.querySelector('#stage');
const elements = () => rootsIn(stage).flatMap((root) => [...root.querySelectorAll('*')]);

/** More than half a minute of pictures, however slow the machine is. */
const PATIENCE = 2000;

/** Resolves when everything shown speaks this language, and no screen is still on its way. */
globalThis.spoken = async (lang) => {
  const speaks = () => {
    const voices = elements().filter((one) => one.matches('[lang]'));
    const fetching = stage.firstElementChild.dataset.ready !== 'starting' && elements().some((one) => one.matches('.screen[aria-busy]'));
    return !fetching && voices.length > 0 && voices.every((one) => one.lang === lang);
  };
  for (let waited = 0; !speaks(); waited += 1) {
    if (waited > PATIENCE) throw new Error(`The screen does not come to speak ${lang}.`);
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
  }
};

/**
 * What is out of place, in words.
 *
 * Targets are at least 44 px high and wide (2.5.5; the keys of the keypad 56 px), but the digits' hidden field, which the keypad stands in for, and
 * links in a sentence, which 2.5.5 excepts. A word on a key, which
 * has no border there, may reach into the gaps beside it. An address too long for its chip ends in an ellipsis, and is written out in the list that the chip opens.
 */
globalThis.measure = () => {
  const TARGET = 44;
  const KEY = 56;
  const host = stage.firstElementChild;
  const rtl = document.documentElement.dir === 'rtl';
  const all = elements();
  const name = (element) => `${element.localName}.${[...element.classList].join('.')} “${(element.textContent ?? '').replace(/\s+/gu, ' ').trim().slice(0, 40)}”`;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.visually-hidden, .visually-hidden *');
  const faults = [];

  const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (sideways > 0) faults.push(`The page scrolls sideways by ${sideways} px.`);
  const card = host.getBoundingClientRect();
  for (const element of all.filter((one) => shown(one) && one.matches('h2, p, button, a, label, small, dt, dd, input, .note, .match, .label'))) {
    const box = element.getBoundingClientRect();
    if (box.left < card.left - 1 || box.right > card.right + 1) faults.push(`${name(element)} reaches out of the card.`);
    const room = element.matches('.key.plain') ? 2 * Number.parseFloat(getComputedStyle(element.parentElement).columnGap) : 1;
    const cut = element.clientWidth > 0 && !element.matches('input') && (element.scrollWidth > element.clientWidth + room || element.scrollHeight > element.clientHeight + 2);
    if (cut && getComputedStyle(element).display !== 'inline') faults.push(`${name(element)} is larger than its box: ${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}.`);
  }
  for (const element of all.filter((one) => shown(one) && one.matches('button, a[href], input, [role=button]') && !one.matches('p a, .slots input'))) {
    const { width, height } = element.getBoundingClientRect();
    const least = element.matches('.key') ? KEY : TARGET;
    if (width < least - 0.1 || height < least - 0.1) faults.push(`${name(element)} is a target of ${width} × ${height} px.`);
  }
  for (const element of all) {
    const names = element.getAttributeNames().filter((attribute) => attribute === 'style' || attribute.startsWith('on'));
    if (names.length > 0) faults.push(`${name(element)} has ${names.join()}.`);
  }
  if (host.matches('mpin-pinpad, mpin-identity-list') && host.dataset.ready !== 'starting') {
    const headings = all.filter((one) => one.localName === 'h2' && shown(one));
    if (headings.length !== 1) faults.push(`There are ${headings.length} headings.`);
  }
  for (const arrow of all.filter((one) => one.matches('.mirrored'))) {
    if ((getComputedStyle(arrow).transform === 'matrix(-1, 0, 0, 1, 0, 0)') !== rtl) faults.push(`${name(arrow.parentElement)} points the wrong way.`);
  }
  const [clear, erase] = ['clear', 'delete'].map((key) => all.find((element) => element.dataset.key === key)?.getBoundingClientRect().left);
  if (clear !== undefined && erase !== undefined && clear > erase) faults.push('The keys are mirrored.');
  const moving = rootsIn(stage).flatMap((root) => root.getAnimations());
  if (moving.length > 0 && matchMedia('(prefers-reduced-motion: reduce)').matches) faults.push(`${moving.length} things move for somebody who wants less motion.`);
  return faults;
};

/** How high the card is, and where in it the keys begin. */
globalThis.keypadPlace = () => {
  const key = elements().find((one) => one.dataset.key === '4').getBoundingClientRect();
  const card = stage.firstElementChild.getBoundingClientRect();
  return [card.height, key.x - card.x, key.y - card.y].map(Math.round).join();
};

/** The least that a person may set for text, on all that is shown (1.4.12), or no longer. */
const spacing = new CSSStyleSheet();
spacing.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
globalThis.space = (on) => {
  for (const root of rootsIn(stage)) root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((sheet) => sheet !== spacing), ...(on ? [spacing] : [])];
};

/** A colour of any notation over another one, as red, green and blue from 0 to 1. */
const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
function paint(...colours) {
  for (const colour of colours) {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
  }
  return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(rgb) {
  const [red, green, blue] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What an element stands on, from the page up. */
function ground(element) {
  const parent = element.parentElement ?? element.getRootNode().host;
  return parent === undefined ? ['white'] : [...ground(parent), getComputedStyle(parent).backgroundColor];
}

/** Whose ring is not to be seen (2.4.13): less than 2 px, or less than 3:1 against what it stands on. */
globalThis.ringFaults = () => elements().filter((one) => one.matches('button, a[href], input, [tabindex="0"]') && one.checkVisibility()).flatMap((element) => {
  element.focus({ focusVisible: true });
  if (!element.matches(':focus')) return [];
  const ringed = element.matches('.slots input') ? element.parentElement : element;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
  const [light, dark] = [luminance(paint(...ground(ringed), outlineColor)), luminance(paint(...ground(ringed)))].toSorted((a, b) => b - a);
  const contrast = (light + 0.05) / (dark + 0.05);
  return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 || contrast < 3 ? [`The ring of ${element.localName}.${element.className} is ${outlineStyle} ${outlineWidth} with ${contrast.toFixed(1)}:1.`] : [];
});
