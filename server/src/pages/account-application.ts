import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { accountPath, actionForm } from './account.ts';
import type { AccountFrame } from './account.ts';
import { pageCatalogue } from './catalogue.ts';
import type { AccountTexts } from './account-texts.ts';
import { page } from './document.ts';
import { logoImage, ownPicture } from './look.ts';

/** The fields of an application, as a person typed them. */
export interface ApplicationFields {
  readonly name: string;
  /** One on each line. */
  readonly redirectUris: string;
  readonly postLogoutUris: string;
  readonly startUrl: string;
  readonly initiateLoginUri: string;
  readonly logoutUri: string;
  /** A `data:` URL, or an https one, which our own pages do not load. */
  readonly logoUrl: string;
  readonly isPublic: boolean;
}

/** What to publish for a host. */
export interface HostProofView {
  readonly host: string;
  readonly record: { readonly name: string; readonly value: string };
  readonly file: { readonly url: string; readonly content: string };
}

/** The page on which a person registers or changes an application. */
export interface ApplicationModel extends AccountFrame {
  /** `undefined` for a new one. */
  readonly id: string | undefined;
  readonly fields: ApplicationFields;
  /** Shown once, right after it was made. */
  readonly secret?: string | undefined;
  readonly problem?: keyof AccountTexts['problems'] | undefined;
  /** Hosts that have to be proved first. */
  readonly proofs?: readonly HostProofView[] | undefined;
}

/** An address, which reads from left to right in every language. */
function field(name: keyof ApplicationFields, label: string, value: string): Html {
  return html`<label>${label} <input name="${name}" value="${value}" maxlength="2000" dir="ltr" spellcheck="false"></label>`;
}

/** What a logo may take at most (core/web-urls.ts). */
const LINES_LENGTH = 32_768;

function lines(name: keyof ApplicationFields, label: string, value: string, help?: string): Html {
  const described = help === undefined ? undefined : html`aria-describedby="${name}-help"`;
  return html`<label>${label} <textarea name="${name}" rows="3" maxlength="${LINES_LENGTH}" dir="ltr" spellcheck="false" ${described}>${value}</textarea></label>${help === undefined ? undefined : html`<p id="${name}-help">${help}</p>`}`;
}

/** An application's fields, its id and, once, its secret; what has to be proved before it can be registered. */
export function applicationPage(model: ApplicationModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].account;
  const { id, fields } = model;
  const proofs = model.proofs ?? [];
  // Checking is saving once more: its button stands where there is something to check, and sends the fields along.
  const check = proofs.length === 0 ? undefined : html`${proofs.map((proof) => proofView(proof, texts))}<p><button class="primary" type="submit">${texts.proveCheck}</button></p>`;
  const form = html`${check}<label>${texts.appName} <input name="name" value="${fields.name}" maxlength="60" dir="auto" required></label>
${lines('redirectUris', texts.redirectUris, fields.redirectUris, texts.redirectUrisHelp)}
${field('startUrl', texts.startUrl, fields.startUrl)}${field('initiateLoginUri', texts.initiateLoginUri, fields.initiateLoginUri)}
${lines('postLogoutUris', texts.postLogoutUris, fields.postLogoutUris)}${field('logoutUri', texts.logoutUri, fields.logoutUri)}
${lines('logoUrl', texts.logoUrl, fields.logoUrl, texts.logoUrlHelp)}${logoImage(ownPicture(fields.logoUrl))}
<label class="choice"><input type="checkbox" name="isPublic" value="1" ${fields.isPublic ? html`checked` : undefined}> ${texts.isPublic}</label>
<button class="primary" type="submit">${texts.save}</button>`;
  const content = html`<h1>${texts.appTitle}</h1>
${model.problem === undefined ? undefined : html`<p class="note" role="alert">${texts.problems[model.problem]}</p>`}
${id === undefined ? undefined : html`<p>${texts.clientId}</p><p class="code" dir="ltr">${id}</p>`}
${model.secret === undefined ? undefined : html`<p>${texts.clientSecret}. ${texts.secretOnce}</p><p class="code" dir="ltr">${model.secret}</p>`}
${actionForm(model, id === undefined ? '/account/applications' : `/account/applications/${id}`, {}, form)}
${id === undefined ? undefined : html`${fields.isPublic ? undefined : actionForm(model, `/account/applications/${id}/secret`, {}, html`<button type="submit">${texts.newSecret}</button>`)}
${actionForm(model, `/account/applications/${id}/remove`, {}, html`<button type="submit">${texts.remove}</button>`)}`}
<p><a href="${accountPath(model.projectId)}">${texts.back}</a></p>`;
  return page({ language, title: texts.appTitle, look: model, content, layout: 'wide' });
}

function proofView({ host, record, file }: HostProofView, texts: AccountTexts): Html {
  return html`<section><h2>${texts.proveTitle}: <bdi dir="ltr">${host}</bdi></h2><p>${texts.proveBody}</p>
<dl><div><dt>${texts.proveRecord}</dt><dd dir="ltr">${record.name} = ${record.value}</dd></div><div><dt>${texts.proveFile}</dt><dd dir="ltr">${file.url}: ${file.content}</dd></div></dl></section>`;
}
