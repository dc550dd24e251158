import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { recoveryOf, troubleKind } from '../../machine/index.ts';
import { linkButton, primaryButton, softButton } from '../parts/buttons.ts';
import { alert, check, icon, lock } from '../parts/icons.ts';
import type { QrCode } from '../parts/qr-code.ts';
import { countdown, richText } from '../parts/rich-text.ts';
import { supportCode } from '../parts/support-code.ts';
import type { PhoneTexts } from '../texts/phone-texts.ts';
import type { CommonTexts } from '../texts/texts.ts';
import type { Halt, PhoneView } from './request.ts';

/** What the number's screen is drawn from. */
export interface NumberScreen {
  readonly view: PhoneView;
  readonly phone: PhoneTexts;
  readonly texts: CommonTexts;
  /** Draws a link as a code. */
  readonly qr: QrCode;
  readonly seconds: number;
  /** Seconds until it may be tried again; 0 where at once. */
  readonly waitSeconds: number;
  readonly copied: boolean;
  readonly renew: () => void;
  readonly copy: () => void;
  readonly refuse: () => void;
}

/** A number as it is grouped for the eye, and digit by digit for the ear. */
export const grouped = (number: string): readonly string[] => [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
export const spelt = (number: string): string => [...number].join(' ');

/** An address that is broken into lines where people read a pause, before anywhere else. */
const breakable = (link: string): readonly unknown[] => link.split(/(?<=[/#?&=])(?=[^/])/u).map((part, index) => (index === 0 ? part : html`<wbr>${part}`));

/** The frame when the element stands alone. */
export const alone = (service: string, { $code, $dir }: CommonTexts, screen: TemplateResult): TemplateResult => html`<div
  class="frame" part="frame" role="group" aria-labelledby="title" lang=${$code} dir=${$dir}>
  <div class="top" part="header"><slot name="logo"><span class="mark">${icon(lock, 18)}</span></slot><span class="service"><bdi>${service}</bdi></span></div>
  <div class="content">${screen}</div>
</div>`;

/** The language and its direction, where another element has the frame. */
export const within = ({ $code, $dir }: CommonTexts, screen: TemplateResult): TemplateResult => html`<div class="within" lang=${$code} dir=${$dir}>${screen}</div>`;

/**
 * Everything under the frame's header.
 *
 * @csspart status - What the phone is doing, or is to do.
 * @csspart short-address - The address at which a phone can enter the number.
 * @csspart request - The request's link, as text.
 * @csspart ring - The ring around the seconds that are left.
 */
export function numberScreen(screen: NumberScreen): TemplateResult {
  const { view, phone, texts } = screen;
  if (view.signedIn) return signedIn(screen, view.signedIn.userId);
  if (view.halt) return halted(screen, view.halt);
  const { request } = view;
  if (request === undefined) {
    return html`<div class="screen" aria-busy="true"><h2 id="title">${phone.phoneTitle}</h2><div class="qr skeleton"></div><span class="skeleton line"></span><p>${texts.starting}</p></div>`;
  }
  return html`<div class="screen ${view.busy ? 'stale' : ''}">
    <h2 id="title">${phone.phoneTitle}</h2>
    ${screen.qr.render(request.link, phone.qrLabel)}
    ${request.accessNumber === undefined ? nothing : [number(request.accessNumber, phone), ring(screen.seconds, request.lifetimeMs / 1000, phone)]}
    <p class="status ${view.status === 'waiting' ? '' : 'strong'}" part="status">${{ waiting: hint(view, phone), scanned: phone.scanned, authenticating: phone.authenticating }[view.status]}</p>
    <a class="request" part="request" dir="ltr" href=${request.link}><span>${breakable(request.link)}</span></a>
    <div class="actions">
      ${request.accessNumber === undefined ? nothing : [linkButton(phone.newNumber, screen.renew, { busy: view.busy }), linkButton(screen.copied ? phone.copied : phone.copyNumber, screen.copy)]}
    </div>
  </div>`;
}

/** What to do on the phone; for one without a camera, where. */
function hint({ address, request }: PhoneView, phone: PhoneTexts): unknown {
  if (request?.accessNumber === undefined) return phone.qrHint;
  if (address === '') return phone.numberHint;
  const [before, after] = phone.numberHintAt.split('{address}');
  return html`${before}<bdi part="short-address" dir="ltr" translate="no">${breakable(address)}</bdi>${after}`;
}

/**
 * The seven digits, in groups for the eye and one by one for the ear.
 *
 * @csspart number - The access number.
 */
const number = (digits: string, phone: PhoneTexts): TemplateResult => html`<p class="number" part="number">
  <span class="visually-hidden">${phone.accessNumber(spelt(digits))}</span>${grouped(digits).map((group) => html`<span aria-hidden="true">${group}</span>`)}</p>`;

const ring = (seconds: number, of: number, phone: PhoneTexts): TemplateResult => html`<div class="ring" part="ring" role="timer">
  <svg viewBox="0 0 76 76" aria-hidden="true">
    <circle class="track" cx="38" cy="38" r="34"/>
    <circle class="left" cx="38" cy="38" r="34" pathLength="100" stroke-dasharray="${Math.round((100 * seconds) / of)} 100"/>
  </svg>
  <span aria-hidden="true">${seconds}</span><span class="visually-hidden">${phone.secondsLeft(seconds)}</span>
</div>`;

const signedIn = ({ view, phone, refuse }: NumberScreen, userId: string): TemplateResult => html`<div class="screen">
  <div class="fill"></div><div class="badge">${icon(check, 34)}</div>
  <h2 id="title">${richText(phone.phoneSignedInAs, { userId })}</h2><div class="fill"></div>
  ${softButton(phone.notYou, refuse, { busy: view.busy })}
</div>`;

function halted({ phone, texts, renew, waitSeconds }: NumberScreen, halt: Halt): TemplateResult {
  const [title, help] = wordsOf(halt, phone, texts);
  const again = typeof halt === 'string' ? phone.newNumber : texts.tryAgain;
  return html`<div class="screen">
    <div class="fill"></div><div class="badge ${halt === 'paused' || halt === 'signed-out' ? 'plain' : 'bad'}">${icon(alert, 34)}</div>
    <h2 id="title">${title}</h2>${help === '' ? nothing : html`<p>${help}</p>`}
    ${typeof halt === 'string' ? nothing : html`<p><small>${texts.support(supportCode(halt.problem))}</small></p>`}<div class="fill"></div>
    ${primaryButton(waitSeconds > 0 ? texts.tryAgainIn(countdown(waitSeconds)) : again, renew, { off: waitSeconds > 0 })}
  </div>`;
}

/** What a screen without a number says. */
export function wordsOf(halt: Halt, phone: PhoneTexts, texts: CommonTexts): readonly [title: string, help: string] {
  switch (halt) {
    case 'declined': return [phone.declined, ''];
    case 'signed-out': return [phone.signedOutThere, ''];
    case 'paused': return [phone.numberExpired, phone.paused];
    default: return texts.troubles[troubleKind(halt.problem.code)] ?? texts.troubles.unexpected ?? ['', ''];
  }
}

/** Whether a trouble passes with time alone. */
export const waits = (halt: Halt | undefined): halt is { readonly problem: { readonly code: 'RATE_LIMITED'; readonly retryAt: number } } =>
  typeof halt === 'object' && recoveryOf(troubleKind(halt.problem.code)) === 'wait' && halt.problem.retryAt !== undefined;
