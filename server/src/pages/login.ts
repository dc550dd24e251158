import { filled } from '../text/filled.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { withApplication } from './connect-texts.ts';
import { page } from './document.ts';
import { loginScriptPath } from './login-script.ts';
import { logoImage } from './look.ts';
import type { Look } from './look.ts';

/** What the log-in page of the OpenID provider shows (docs/protocol.md 11.2). */
export interface LoginModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  projectId: string;
  /** The platform's public URL. */
  server: string;
  application: string;
  /** What signing in is for, where it is for pages of our own: they are not to be taken for an application. */
  purpose?: 'account' | undefined;
  /** The path that everything of this log-in lies under. */
  base: string;
  csrf: string;
  accessId: string;
  userId?: string | undefined;
  activationToken?: string | undefined;
}

/** The page with the PIN-pad that applications send people to. */
export function loginPage(model: LoginModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].connect;
  const application = oneLine(model.application);
  const title = withApplication(texts.signInTo, application);
  const content = html`<h1 class="to">${title}</h1>
${model.purpose === undefined ? undefined : html`<p class="purpose">${filled(texts.accountPurpose, { platform: new URL(model.server).host })}</p>`}
<noscript><p class="note">${texts.needsScript}</p></noscript>
${pinpad(model)}
<form method="post" action="${model.base}/cancel" data-login="${model.base}">
<input type="hidden" name="csrf" value="${model.csrf}">
<button class="quiet" type="submit">${withApplication(texts.cancel, application)}</button>
</form>`;
  return page({ language, title, look: model, content, layout: 'bare', scripts: ['/mpin-pinpad.js', loginScriptPath] });
}

/** An activation token is given once, for an attribute that is there counts, whatever it holds. */
function pinpad({ server, projectId, accessId, userId = '', activationToken, logo }: LoginModel): Html {
  const token = activationToken === undefined ? undefined : html`activation-token="${activationToken}"`;
  return html`<mpin-pinpad autofocus server="${server}" project="${projectId}" access-id="${accessId}" user-id="${userId}" ${token}>${logoImage(logo, 'logo')}</mpin-pinpad>`;
}
