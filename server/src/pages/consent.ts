import { html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { withApplication } from './connect-texts.ts';
import type { ConsentScope } from './connect-texts.ts';
import { page } from './document.ts';
import { logoImage } from './look.ts';
import type { Look } from './look.ts';

/** What the consent page shows (docs/protocol.md 11.2). */
export interface ConsentModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  application: string;
  /** Its logo, as a `data:` URL. */
  applicationLogo?: string | undefined;
  userId: string;
  /** What it asks for. */
  scopes: readonly ConsentScope[];
  /** True where a person registered it, so that nobody vouches for it. */
  selfRegistered: boolean;
  /** True for a program on a device, whose people are asked at every sign-in. */
  eachTime: boolean;
  base: string;
  csrf: string;
}

/** Asks whether an application may know who somebody is: the first time, and when it asks for more or has changed its face. */
export function consentPage(model: ConsentModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].connect;
  const application = oneLine(model.application);
  const title = withApplication(texts.consentTitle, application);
  const content = html`${logoImage(model.applicationLogo)}<h1>${title}</h1>
<p>${texts.signedInAs} <bdi>${model.userId}</bdi></p>
${model.selfRegistered ? html`<p class="note">${texts.unverified}</p>` : undefined}
<p>${withApplication(texts.consentIntro, application)}</p>
<ul>${model.scopes.map((scope) => html`<li>${texts.consentScopes[scope]}</li>`)}</ul>
<form method="post" action="${model.base}/consent">
<input type="hidden" name="csrf" value="${model.csrf}">
<div class="actions">
<button class="primary" type="submit" name="decision" value="allow">${texts.allow}</button>
<button type="submit" name="decision" value="deny">${texts.deny}</button>
</div>
</form>
<p>${model.eachTime ? texts.consentEachTime : texts.consentOnce}</p>`;
  return page({ language, title, look: model, content });
}
