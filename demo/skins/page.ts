import { scenes } from '../playground/scenes.ts';

/**
 * A sample page without a server: the playground's script plays it. `?scene=locked` shows another screen, and
 * `?theme=dark` the page and its PIN-pad in a theme of their own.
 */
const asked = new URLSearchParams(location.search);
const pad = document.querySelector('mpin-pinpad');
const scene = scenes.find(({ name }) => name === (asked.get('scene') ?? 'enter-pin'));
const theme = asked.get('theme');

if (theme === 'light' || theme === 'dark') {
  document.body.style.setProperty('--page-scheme', theme);
  pad?.setAttribute('theme', theme);
}
if (pad && scene) {
  const client = scene.client();
  Object.assign(client.project, { name: document.querySelector('.company')?.textContent ?? '' });
  pad.client = client;
  pad.lang = asked.get('lang') ?? 'en';
  // The element finds its client when it is registered, and asks no server.
  await import('../../src/elements/define.ts');
  await scene.act?.(pad, client);
  pad.dataset['ready'] = 'true';
}
