import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { icon, page } from './document.ts';
import type { OtpPageTexts } from './otp-texts.ts';
import { logoImage, PLATFORM_LOOK } from './look.ts';
import type { Look } from './look.ts';

/** What the page that makes one-time passwords shows (docs/otp.md). */
export interface OtpPageModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  readonly lang?: string | undefined;
  readonly projectId: string;
  /** The platform's public URL. */
  readonly server: string;
  readonly application: string;
  readonly clientId: string;
  /** Where the phone site's files lie; `undefined` where it was not built. */
  readonly assets: string | undefined;
}

/** The PIN-pad that makes one-time passwords for one application. */
export function otpPage(model: OtpPageModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].otp;
  const title = texts.title(oneLine(model.application));
  const content = html`<h1 class="to">${title}</h1>
<noscript><p class="note">${texts.needsScript}</p></noscript>
<mpin-pinpad autofocus lang="${language}" server="${model.server}" project="${model.projectId}" flow="otp" client-id="${model.clientId}">${logoImage(model.logo, 'logo')}</mpin-pinpad>
${model.assets === undefined ? undefined : byMobile(model, texts)}`;
  return page({ language, title, look: model, content, layout: 'bare', scripts: ['/mpin-pinpad.js', ...(model.assets === undefined ? [] : [`${model.assets}otp.js`])] });
}

/** The same on a phone, which keeps the identity and makes the passwords. */
function byMobile({ server, projectId, clientId }: OtpPageModel, texts: OtpPageTexts): Html {
  const address = `${server}/mobile?${new URLSearchParams({ project: projectId, client_id: clientId }).toString()}`;
  return html`<details data-address="${address}"><summary>${texts.byMobile}</summary>
<p>${texts.byMobileHint}</p>
<div class="qr" role="img" aria-label="${texts.byMobileQr}"></div>
<p><bdi dir="ltr">${address}</bdi></p>
</details>`;
}

/** The page of a link that names no OTP application. */
export function unknownOtpPage(lang: string | undefined): string {
  const language = nearestLanguage(lang);
  const { unknownTitle, unknownBody } = pageCatalogue[language].otp;
  const content = html`<span class="badge no">${icon('cross', 34)}</span>
<h1>${unknownTitle}</h1>
<p>${unknownBody}</p>`;
  return page({ language, title: unknownTitle, look: PLATFORM_LOOK, content, message: true });
}
