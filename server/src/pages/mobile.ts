import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { icon, page } from './document.ts';
import { logoImage, PLATFORM_LOOK } from './look.ts';
import type { Look } from './look.ts';
import type { MobileTexts } from './mobile-texts.ts';

/** What the phone site shows (docs/phone.md). */
export interface MobileModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  readonly lang?: string | undefined;
  /** The platform's public URL. */
  readonly server: string;
  /** Where its files lie, named by their content. */
  readonly assets: string;
  readonly projectId: string;
  /** The OTP application that passwords are made for, where the link names one. */
  readonly clientId: string | undefined;
}

/** Where its manifest and icons are, for a project. */
export const mobilePath = (file: string, projectId: string): string => `/mobile/${file}?project=${encodeURIComponent(projectId)}`;

/** The PIN-pad in its phone flow, and what only a phone is asked. */
export function mobilePage(model: MobileModel): string {
  const { server, assets, projectId, clientId } = model;
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].mobile;
  const title = texts.title(oneLine(model.projectName));
  const content = html`<h1 class="to">${title}</h1>
<noscript><p class="note">${texts.needsScript}</p></noscript>
${installCards(texts)}
<mpin-pinpad lang="${language}" server="${server}" project="${projectId}" flow="phone" client-id="${clientId ?? ''}">${logoImage(model.logo, 'logo')}</mpin-pinpad>
${pushCard(texts)}
<p role="status" data-note></p>`;
  const head = html`<link rel="manifest" href="${mobilePath('manifest.webmanifest', projectId)}">
<link rel="apple-touch-icon" href="${mobilePath('icon-180.png', projectId)}">
<meta name="apple-mobile-web-app-title" content="${texts.shortName}">
<meta name="theme-color" content="#eef0f4" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0c0e12" media="(prefers-color-scheme: dark)">`;
  return page({
    language, title, look: model, content, layout: 'bare', head, scripts: [`${assets}page.js`, `${assets}mpin-pinpad.js`],
  });
}

/** Hidden until the page's script knows what this phone can do. On iOS it comes before set-up, in the PIN-pad's place. */
const installCards = (texts: MobileTexts): Html => html`<section class="card" data-install="offered" aria-labelledby="offered" hidden>
<h2 id="offered">${texts.installTitle}</h2><p>${texts.installBody}</p>
<button class="primary" type="button" data-do="install" data-done="${texts.installed}">${texts.install}</button>
</section>
<section class="card" data-install="by-hand" aria-labelledby="by-hand" hidden>
<h2 id="by-hand" tabindex="-1">${texts.installTitle}</h2>
<ol>${texts.installSteps.map((step) => html`<li>${step}</li>`)}</ol>
<p>${texts.installFirst}</p>
<button type="button" data-do="later">${texts.installLater}</button>
</section>`;

const pushCard = (texts: MobileTexts): Html => html`<section class="card" data-push aria-labelledby="push" hidden>
<h2 id="push">${texts.pushTitle}</h2><p>${texts.pushBody}</p>
<button type="button" data-do="push" data-done="${texts.pushOn}" data-refused="${texts.pushRefused}" data-failed="${texts.pushFailed}">${texts.push}</button>
</section>`;

/**
 * What a link shows that names no service where there are several.
 *
 * @param assets - of the phone site, whose script finds the service by the name of a request behind the link's `#`
 */
export function unknownServicePage(lang: string | undefined, assets?: string): string {
  const language = nearestLanguage(lang);
  const { unknownTitle, unknownBody } = pageCatalogue[language].mobile;
  const content = html`<span class="badge plain">${icon('device', 34)}</span>
<h1>${unknownTitle}</h1>
<p>${unknownBody}</p>`;
  return page({ language, title: unknownTitle, look: PLATFORM_LOOK, content, message: true, scripts: assets === undefined ? [] : [`${assets}page.js`] });
}

/** What the service worker shows where the platform cannot be reached: it holds nothing of anybody. */
export function mobileOfflinePage(language: Language, assets: string): string {
  const { offlineTitle, offlineBody, tryAgain } = pageCatalogue[language].mobile;
  const content = html`<span class="badge no">${icon('cross', 34)}</span>
<h1>${offlineTitle}</h1>
<p>${offlineBody}</p>
<button class="primary" type="button" data-do="again">${tryAgain}</button>`;
  return page({ language, title: offlineTitle, look: PLATFORM_LOOK, content, message: true, scripts: [`${assets}page.js`], stylesheet: `${assets}page.css` });
}
