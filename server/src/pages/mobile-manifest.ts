import { nearestLanguage, direction } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { mobilePath } from './mobile.ts';

/** Sizes of the icons, pixels: Android's two, and the one of iOS. */
export const ICON_SIZES = [180, 192, 512] as const;

/** The web app manifest of the phone site for a project (W3C Web Application Manifest). */
export function mobileManifest(lang: string | undefined, project: { readonly id: string; readonly name: string }): Record<string, unknown> {
  const language = nearestLanguage(lang);
  const texts = pageCatalogue[language].mobile;
  const png = (size: number, purpose: 'any' | 'maskable'): Record<string, string> => ({ src: mobilePath(`icon-${size}.png`, project.id), sizes: `${size}x${size}`, type: 'image/png', purpose });
  const start = `/mobile?project=${encodeURIComponent(project.id)}`;
  return {
    id: start, start_url: start, scope: '/mobile', display: 'standalone', lang: language, dir: direction(language), name: oneLine(project.name), short_name: texts.shortName,
    background_color: '#eef0f4', theme_color: '#eef0f4',
    icons: [{ src: mobilePath('icon.svg', project.id), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, png(192, 'any'), png(512, 'any'), png(512, 'maskable')],
  };
}
