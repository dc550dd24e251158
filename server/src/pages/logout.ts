import { html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { withApplication } from './connect-texts.ts';
import { page } from './document.ts';
import type { Look } from './look.ts';

/** What the page behind an application's "Sign out" shows (docs/protocol.md 11.5). */
export interface LogoutModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  application: string | undefined;
  csrf: string;
}

/** Asks before everything is signed out. */
export function logoutPage(model: LogoutModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].connect;
  const content = html`<h1>${texts.logoutTitle}</h1>
<p>${model.application === undefined ? texts.logoutBodyAll : withApplication(texts.logoutBody, oneLine(model.application))}</p>
<form method="post" action="/oidc/logout/confirm">
<input type="hidden" name="xsrf" value="${model.csrf}">
<div class="actions">
<button class="primary" type="submit" name="logout" value="yes">${texts.logoutYes}</button>
<button type="submit">${texts.logoutNo}</button>
</div>
</form>`;
  return page({ language, title: texts.logoutTitle, look: model, content });
}
