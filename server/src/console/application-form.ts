import { readApplicationName } from '../core/applications.ts';
import { RIGHTS } from '../core/rights.ts';
import type { Right } from '../core/rights.ts';
import { PlatformError } from '../core/errors.ts';
import type { OpenidApplication } from '../core/openid-applications.ts';
import { OTP_SECONDS } from '../core/otp-applications.ts';
import { requireOrigin } from '../core/project-changes.ts';
import { readRedirectUri } from '../core/redirect-uris.ts';
import { SettingError } from '../core/settings.ts';
import type { OpenidClient } from '../oidc/clients.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { linesOf } from '../text/lines.ts';
import { wholeNumber } from './fields.ts';
import { checkField, checkGroup, linesField, textField } from './parts.ts';
import type { Problems } from './parts.ts';
import type { Fields } from './scope.ts';
import type { ConsoleTexts } from './texts/texts.ts';

/** The fields of applications: shown, read, and what is wrong with them. */

/** What is wrong with a name, if anything. */
export function nameProblem(name: string, { problems }: ConsoleTexts): string | undefined {
  return readApplicationName(name) === undefined ? problems.name : undefined;
}

/** The problems that there are. */
export function only(problems: Readonly<Record<string, string | undefined>>): Problems {
  return Object.fromEntries(Object.entries(problems).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Origins as they are typed, one on each line; `undefined` where one makes no sense. */
export function originsIn(text: string): readonly string[] | undefined {
  try {
    return [...new Set(linesOf(text).map(requireOrigin))];
  } catch (error) {
    if (error instanceof SettingError) return undefined;
    throw error;
  }
}

/** Boxes for the rights that credentials may have. */
export function rightsBoxes(texts: ConsoleTexts, has: (right: Right) => boolean): Html {
  const { rights, rightsHelp, rightNames } = texts.applications;
  return checkGroup({ name: 'right', label: rights, help: rightsHelp }, RIGHTS.map((right) => ({ value: right, label: rightNames[right], checked: has(right) })));
}

/** The rights that are ticked. */
export const rightsIn = (fields: Fields): readonly Right[] => RIGHTS.filter((right) => fields(`right.${right}`) === '1');

/** The addresses of an OpenID application. */
export function openidFields(texts: ConsoleTexts, fields: Fields, problems: Problems): Html {
  const { applications } = texts;
  const optional = (label: string): string => `${label} (${texts.optional})`;
  const url = (name: keyof OpenidApplication, label: string): Html => textField({ name, label: optional(label), value: fields(name), problem: problems[name] }, { technical: true });
  return html`${linesField({ name: 'redirectUris', label: applications.redirectUris, value: fields('redirectUris'), problem: problems['redirectUris'], help: applications.redirectHelp })}
${checkField({ name: 'isPublic', label: applications.isPublic, checked: fields('isPublic') === '1' })}
<details><summary>${applications.details}</summary><div class="panel">${linesField({ name: 'postLogoutUris', label: optional(applications.postLogoutUris), value: fields('postLogoutUris'), problem: problems['postLogoutUris'] }, 2)}
${url('logoutUri', applications.logoutUri)}${url('startUrl', applications.startUrl)}${url('initiateLoginUri', applications.initiateLoginUri)}${textField({ name: 'logoUrl', label: optional(applications.logoUrl), value: fields('logoUrl'), problem: problems['logoUrl'], help: texts.settings.logoHelp }, { technical: true })}</div></details>`;
}

/** What the fields say an OpenID application is. */
export function openidIn(fields: Fields): OpenidApplication {
  return {
    name: fields('name').trim(), redirectUris: linesOf(fields('redirectUris')), postLogoutUris: linesOf(fields('postLogoutUris')), isPublic: fields('isPublic') === '1', logoUrl: fields('logoUrl').trim(),
    logoutUri: fields('logoutUri').trim(), startUrl: fields('startUrl').trim(), initiateLoginUri: fields('initiateLoginUri').trim(),
  };
}

/** What stands in the fields of an OpenID application as it is. */
export function openidFieldsOf(client: OpenidClient): Fields {
  const typed: Readonly<Record<string, string>> = {
    name: client.name, redirectUris: client.redirectUris.join('\n'), postLogoutUris: client.postLogoutUris.join('\n'), isPublic: client.isPublic ? '1' : '', logoUrl: client.logoUrl, logoutUri: client.logoutUri,
    startUrl: client.startUrl, initiateLoginUri: client.initiateLoginUri,
  };
  return (name) => typed[name] ?? '';
}

function areRedirects(uris: readonly string[]): boolean {
  try {
    return uris.map(readRedirectUri).length <= 20;
  } catch (error) {
    if (error instanceof PlatformError) return false;
    throw error;
  }
}

/** What is wrong with the fields of an OpenID application before it is tried. */
export function openidProblems(fields: Fields, texts: ConsoleTexts): Problems {
  const { redirectUris, postLogoutUris = [] } = openidIn(fields);
  return only({
    name: nameProblem(fields('name'), texts), redirectUris: redirectUris.length === 0 ? texts.problems.missing : areRedirects(redirectUris) ? undefined : texts.problems.redirect,
    postLogoutUris: areRedirects(postLogoutUris) ? undefined : texts.problems.redirect,
  });
}

/** What the rules said against an application; `undefined` where it was something else. */
export function refusedApplication(error: unknown, texts: ConsoleTexts): Problems | undefined {
  if (!(error instanceof PlatformError)) return undefined;
  if (error.code === 'REDIRECT_URI_TAKEN') return { redirectUris: texts.problems.taken };
  if (error.code !== 'INVALID_REQUEST_PARAMETERS') return undefined;
  const { params = '' } = error.context;
  return { [params === 'redirectUri' ? 'redirectUris' : params]: params === 'name' ? texts.problems.name : params === 'logoUrl' ? texts.problems.logo : params.startsWith('redirect') ? texts.problems.redirect : texts.problems.url };
}

/** The life of a password as it is typed; `undefined` where it makes no sense. */
export function secondsIn(text: string): number | undefined {
  const seconds = wholeNumber(text);
  return seconds !== undefined && seconds >= OTP_SECONDS.min && seconds <= OTP_SECONDS.max ? seconds : undefined;
}
