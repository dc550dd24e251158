import { html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { withApplication } from './connect-texts.ts';
import type { ConnectMessage } from './connect-texts.ts';
import { icon, page } from './document.ts';
import type { Look } from './look.ts';

/** A page of the OpenID provider that says how something ended. */
export interface ConnectMessageModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  kind: ConnectMessage;
  application?: string | undefined;
  /** A code by which people who help find the cause. */
  support?: string | undefined;
  /** The way back to the application: a form that ends the log-in there. */
  back?: { readonly action: string; readonly csrf: string } | undefined;
}

const GOOD: ReadonlySet<ConnectMessage> = new Set(['signed-out', 'still-signed-in', 'going-on']);

/** Says what happened and what to do next. */
export function connectMessagePage(model: ConnectMessageModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].connect;
  const application = oneLine(model.application ?? '');
  const title = withApplication(texts.messages[model.kind].title, application);
  const content = html`<span class="badge ${GOOD.has(model.kind) ? '' : 'no'}">${icon(GOOD.has(model.kind) ? 'tick' : 'cross', 34)}</span>
<h1>${title}</h1>
<p>${withApplication(texts.messages[model.kind].body, application)}</p>
${model.support === undefined ? undefined : html`<p>${texts.support}: <bdi dir="ltr">${model.support}</bdi></p>`}
${model.back === undefined ? undefined : html`<form method="post" action="${model.back.action}"><input type="hidden" name="csrf" value="${model.back.csrf}">
<button class="primary" type="submit">${withApplication(texts.backTo, application)}</button></form>`}`;
  return page({ language, title, look: model, content, message: true });
}

/** Where a page takes people by itself. */
export interface GoingOnModel extends Look {
  readonly lang?: string | undefined;
  readonly application: string;
  /** A URL of ours, which goes on to the application. */
  readonly to: string;
}

/**
 * Goes on by itself. A redirect would be the answer to a form, and browsers hold all that follows such an answer to the `form-action` of the page with the
 * form; this page has none to be held to.
 */
export function goingOnPage(model: GoingOnModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].connect;
  const { title, body } = texts.messages['going-on'];
  const content = html`<h1>${title}</h1>
<p>${withApplication(body, oneLine(model.application))}</p>
<p><a href="${model.to}">${texts.goOn}</a></p>`;
  return page({ language, title, look: model, content, message: true, goTo: model.to });
}
