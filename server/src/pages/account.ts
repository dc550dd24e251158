import { breakable } from '../text/breakable.ts';
import { filled } from '../text/filled.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { formatMoment, nearestLanguage } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';
import { oneLine, unlinkable } from '../text/untrusted.ts';
import { eventName } from './account-texts.ts';
import type { AccountDone, AccountTexts } from './account-texts.ts';
import { pageCatalogue } from './catalogue.ts';
import type { ConsentScope } from './connect-texts.ts';
import { icon, page } from './document.ts';
import { dataTable } from './table.ts';
import type { Look } from './look.ts';

/** An application that a person signed in to. Times are Unix seconds. */
export interface AppView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly usedAt: number;
  readonly openUrl: string | undefined;
}

/** What a person sees of the account. */
export interface AccountOverview {
  readonly userId: string;
  /** Whether the console has anything for this person. */
  readonly administers: boolean;
  readonly apps: readonly AppView[];
  readonly devices: readonly { readonly id: string; readonly name: string; readonly since: number; readonly place: string }[];
  readonly activity: readonly { readonly at: number; readonly event: string; readonly device: string; readonly place: string; readonly app: string }[];
  /** Whether this account may register further ones. */
  readonly mayRegister: boolean;
  readonly registered: readonly { readonly id: string; readonly name: string; readonly approved: boolean }[];
}

/** What every page of the account needs. */
export interface AccountFrame extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  readonly lang?: string | undefined;
  readonly csrf: string;
  /** Whose account it is, for the way back to it once the session is over. */
  readonly projectId: string;
}

/** What every form of the account sends along. */
export type OwnForm = Pick<AccountFrame, 'csrf' | 'projectId'>;

/** Where an account stands, whoever is signed in. */
export function accountPath(projectId: string): string {
  return `/account?${new URLSearchParams({ project: projectId }).toString()}`;
}

/** A form that does one thing, with the token of this session. */
export function actionForm({ csrf, projectId }: OwnForm, action: string, fields: Readonly<Record<string, string>>, content: Html): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="csrf" value="${csrf}">${Object.entries({ project: projectId, ...fields }).map(([name, value]) =>
    html`<input type="hidden" name="${name}" value="${value}">`)}${content}</form>`;
}

/** What a form has just done, and to what. */
export interface AccountNoteView {
  readonly done: AccountDone;
  readonly name: string;
}

function noteText(texts: AccountTexts, { done, name }: AccountNoteView): string {
  return filled(texts.done[done], { name: unlinkable(name, 80) || '–' });
}

/** Says what a form has done where the account cannot be shown any more: its device was the one that had signed in here. */
export function accountOverPage(model: AccountFrame & { readonly note: AccountNoteView }): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].account;
  const content = html`<span class="badge">${icon('tick', 34)}</span>
<h1>${noteText(texts, model.note)}</h1>
<p><a href="${accountPath(model.projectId)}">${texts.title}</a></p>`;
  return page({ language, title: texts.title, look: model, content, message: true });
}

/** The account: applications, devices, activity, and what the person registered. */
export function accountPage(model: AccountFrame & AccountOverview & { readonly note?: AccountNoteView | undefined }): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].account;
  const content = html`<h1>${texts.title}</h1>
${model.note === undefined ? undefined : html`<div role="status"><p class="done">${noteText(texts, model.note)}</p></div>`}
<p>${texts.signedInAs} <bdi>${breakable(model.userId)}</bdi></p>
${actionForm(model, '/account/sign-out', {}, html`<button type="submit">${texts.signOut}</button>`)}
${model.administers ? html`<p><a href="/console">${texts.administer}</a></p>` : undefined}
<section aria-labelledby="apps"><h2 id="apps">${texts.appsTitle}</h2>
${model.apps.length === 0 ? html`<p>${texts.appsNone}</p>` : html`<ul class="entries">${model.apps.map((app) => appEntry(app, model, texts, language))}</ul>`}</section>
<section aria-labelledby="devices"><h2 id="devices">${texts.devicesTitle}</h2>
${model.devices.length === 0 ? html`<p>${texts.devicesNone}</p>` : html`<ul class="entries">${model.devices.map((device) => deviceEntry(device, model, texts, language))}</ul>`}</section>
<section aria-labelledby="activity"><h2 id="activity">${texts.activityTitle}</h2>
${model.activity.length === 0 ? html`<p>${texts.activityNone}</p>` : activityTable(model.activity, texts, language)}</section>
<section aria-labelledby="registered"><h2 id="registered">${texts.registeredTitle}</h2>
${model.registered.length === 0 ? html`<p>${texts.registeredNone}</p>` : html`<ul class="entries">${model.registered.map(({ id, name, approved }) =>
    html`<li><h3><bdi>${oneLine(name)}</bdi></h3>${approved ? undefined : html`<p>${texts.waiting}</p>`}<p><a href="/account/applications/${id}">${texts.edit}</a></p></li>`)}</ul>`}
${model.mayRegister ? html`<p><a href="/account/applications/new">${texts.register}</a></p>` : html`<p>${texts.problems['not-allowed']}</p>`}</section>`;
  return page({ language, title: texts.title, look: model, content, layout: 'wide' });
}

function appEntry(app: AppView, own: OwnForm, texts: AccountTexts, language: Language): Html {
  const scopes = pageCatalogue[language].connect.consentScopes;
  const seen = app.scopes.filter((scope): scope is ConsentScope => scope in scopes).map((scope) => scopes[scope]);
  return html`<li><h3><bdi>${oneLine(app.name)}</bdi></h3>
<p>${texts.lastUsed}: ${formatMoment(app.usedAt, language)}</p><p>${texts.maySee}: ${seen.join(language === 'ar' ? '، ' : ', ')}</p>
${app.openUrl === undefined ? undefined : html`<p><a href="${app.openUrl}" rel="noreferrer">${texts.open} <bdi>${oneLine(app.name)}</bdi></a></p>`}
${actionForm(own, '/account/discontinue', { application: app.id }, html`<button type="submit">${texts.discontinue}: <bdi>${oneLine(app.name)}</bdi></button>`)}</li>`;
}

function deviceEntry(device: AccountOverview['devices'][number], own: OwnForm, texts: AccountTexts, language: Language): Html {
  const name = unlinkable(device.name) || '–';
  return html`<li><h3><bdi>${name}</bdi></h3><p>${texts.since}: ${formatMoment(device.since, language)}, <bdi>${unlinkable(device.place, 80)}</bdi></p>
${actionForm(own, '/account/rename', { device: device.id }, html`<label>${texts.deviceName} <input name="name" value="${device.name}" maxlength="40" required></label><button type="submit">${texts.rename}</button>`)}
<details><summary><span>${texts.revoke}: <bdi>${name}</bdi></span></summary><p>${texts.revokeNote}</p>
${actionForm(own, '/account/revoke', { device: device.id }, html`<button type="submit">${texts.revoke}: <bdi>${name}</bdi></button>`)}</details></li>`;
}

function activityTable(activity: AccountOverview['activity'], texts: AccountTexts, language: Language): Html {
  return dataTable([texts.when, texts.what, texts.where], activity.map(({ at, event, device, place, app }) => [
    html`${formatMoment(at, language)}`, html`${eventName(texts, event) ?? texts.otherEvent}`, html`<bdi>${[unlinkable(device), oneLine(app), unlinkable(place, 80)].filter((part) => part !== '').join(', ')}</bdi>`,
  ]));
}
