import { isSignatureWindow, WINDOW_LIMITS } from '../core/signature-windows.ts';
import type { SignatureWindow } from '../core/signature-windows.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { only } from './application-form.ts';
import { wholeNumber } from './fields.ts';
import { textField } from './parts.ts';
import type { Problems } from './parts.ts';
import type { Fields } from './scope.ts';
import type { ConsoleTexts } from './texts/texts.ts';

/** The fields of a signature window: empty where the platform's counts. */

const NAMES = ['pastSeconds', 'futureSeconds'] as const;

/** What stands in them for a window as it is. */
export const windowFieldsOf = (window: SignatureWindow | undefined): Fields => (name) => String(window?.[name as keyof SignatureWindow] ?? '');

/** The fields. */
export function windowFields({ applications, problems: said, settings }: ConsoleTexts, fields: Fields, problems: Problems): Html {
  const labels = { pastSeconds: applications.signaturePast, futureSeconds: applications.signatureFuture };
  return html`${NAMES.map((name) => {
    const { min, max } = WINDOW_LIMITS[name];
    return textField({ name, label: labels[name], value: fields(name), problem: problems[name], help: `${said.seconds(min, max)} ${settings.platformDefault}` }, { technical: true });
  })}`;
}

/** The window that was typed, `undefined` for the platform's; or what is wrong with it. */
export function windowIn(fields: Fields, { problems: said }: ConsoleTexts): { readonly window: SignatureWindow | undefined } | { readonly problems: Problems } {
  if (NAMES.every((name) => fields(name).trim() === '')) return { window: undefined };
  const window = { pastSeconds: wholeNumber(fields('pastSeconds').trim()) ?? NaN, futureSeconds: wholeNumber(fields('futureSeconds').trim()) ?? NaN };
  if (isSignatureWindow(window)) return { window };
  const problemOf = (name: keyof SignatureWindow): string | undefined => {
    const { min, max } = WINDOW_LIMITS[name];
    return window[name] >= min && window[name] <= max ? undefined : said.seconds(min, max);
  };
  return { problems: only({ pastSeconds: problemOf('pastSeconds'), futureSeconds: problemOf('futureSeconds') }) };
}
