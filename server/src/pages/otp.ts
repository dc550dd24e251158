import { html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { brandPath } from './brand.ts';
import type { Brand } from './brand.ts';
import { icon, page } from './document.ts';
import { otpPageCatalogue } from './otp-texts.ts';

/** What the page that makes one-time passwords shows (docs/otp.md). */
export interface OtpPageModel {
  /** BCP 47; the nearest catalogue is taken. */
  readonly lang?: string | undefined;
  readonly projectName: string;
  readonly projectId: string;
  readonly brand: Brand;
  /** The platform's public URL. */
  readonly server: string;
  readonly application: string;
  readonly clientId: string;
}

/** The PIN-pad that makes one-time passwords for one application. */
export function otpPage(model: OtpPageModel): string {
  const language = nearestLanguage(model.lang);
  const texts = otpPageCatalogue[language];
  const title = texts.title(oneLine(model.application));
  const content = html`<h1 class="to">${title}</h1>
<noscript><p class="note">${texts.needsScript}</p></noscript>
<mpin-pinpad lang="${language}" server="${model.server}" project="${model.projectId}" flow="otp" client-id="${model.clientId}"></mpin-pinpad>`;
  return page({ language, title, projectName: model.projectName, content, layout: 'bare', scripts: ['/mpin-pinpad.js'], stylesheets: [brandPath(model.brand)] });
}

/** The page of a link that names no OTP application. */
export function unknownOtpPage(lang: string | undefined): string {
  const language = nearestLanguage(lang);
  const { unknownTitle, unknownBody } = otpPageCatalogue[language];
  const content = html`<span class="badge no">${icon('cross', 34)}</span>
<h1>${unknownTitle}</h1>
<p>${unknownBody}</p>`;
  return page({ language, title: unknownTitle, projectName: 'M-Pin', content, message: true });
}
