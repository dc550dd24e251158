import { checkSetting } from '../core/project-changes.ts';
import type { Project } from '../core/projects.ts';
import { SettingError } from '../core/settings.ts';
import type { ProjectSetting } from '../core/settings.ts';
import { ContrastError, LEAST_CONTRAST } from '../text/contrast.ts';
import { LANGUAGE_NAMES, languages } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';
import { linesOf } from '../text/lines.ts';
import { wholeNumber } from './fields.ts';
import type { Problems } from './parts.ts';
import type { ConsoleTexts } from './texts/texts.ts';

/** The settings of a project as a form: what each is typed as, how that is read, and what is said where it makes no sense. */

/** Settings with columns of their own (core/project-changes.ts), and all others; a project's own words have a page of their own. */
export type SettingName = Exclude<ProjectSetting, 'wording'> | 'name' | 'origins' | 'logoUrl' | 'verificationMethod' | 'pinLength' | 'askDeviceName';

type Group = keyof ConsoleTexts['settings']['groups'];
type Choice = keyof ConsoleTexts['settings']['choices'] | Language;

/** What choices are called; languages call themselves. */
export const choiceNames = ({ settings }: ConsoleTexts): Readonly<Record<Choice, string>> => ({ ...settings.choices, ...LANGUAGE_NAMES });

/** How a setting is shown and typed. */
export type SettingControl =
  | { readonly kind: 'text' | 'lines' | 'colour' | 'url' | 'logo' | 'flag' }
  | { readonly kind: 'choice' | 'some'; readonly choices: readonly Choice[] }
  | { readonly kind: 'digits' }
  | { readonly kind: 'count'; readonly least: number; readonly most: number; readonly empty: 'platformDefault' | 'forEver' };

/** One setting in the form. */
export type SettingInForm = SettingControl & { readonly name: SettingName; readonly group: Group };

/** Every setting, in the order in which it is shown; a test compares this with what there is. */
export const SETTINGS_FORM: readonly SettingInForm[] = [
  { group: 'general', name: 'name', kind: 'text' },
  { group: 'general', name: 'origins', kind: 'lines' },
  { group: 'people', name: 'identityType', kind: 'choice', choices: ['email', 'alphanumeric'] },
  { group: 'people', name: 'identityTypeLabel', kind: 'text' },
  { group: 'people', name: 'verificationMethod', kind: 'choice', choices: ['link', 'code'] },
  { group: 'people', name: 'customVerificationUrl', kind: 'url' },
  { group: 'people', name: 'customVerificationText', kind: 'text' },
  { group: 'people', name: 'pinLength', kind: 'digits' },
  { group: 'people', name: 'easyPin', kind: 'choice', choices: ['warn', 'refuse'] },
  { group: 'people', name: 'askDeviceName', kind: 'flag' },
  { group: 'page', name: 'ways', kind: 'some', choices: ['browser', 'phone'] },
  { group: 'page', name: 'firstScreen', kind: 'choice', choices: ['auto', 'home', 'identities'] },
  { group: 'page', name: 'addIdentities', kind: 'flag' },
  { group: 'page', name: 'enableRegistrationCode', kind: 'flag' },
  { group: 'page', name: 'limitRegCodeVerified', kind: 'flag' },
  { group: 'page', name: 'registerApplications', kind: 'choice', choices: ['nobody', 'administrators', 'anyone'] },
  { group: 'brand', name: 'logoUrl', kind: 'logo' },
  { group: 'brand', name: 'accentLight', kind: 'colour' },
  { group: 'brand', name: 'accentDark', kind: 'colour' },
  { group: 'languages', name: 'languages', kind: 'some', choices: languages },
  { group: 'notices', name: 'noticeNewDevice', kind: 'flag' },
  { group: 'notices', name: 'noticeLocked', kind: 'flag' },
  { group: 'notices', name: 'noticePinReset', kind: 'flag' },
  { group: 'notices', name: 'noticeQuickCode', kind: 'flag' },
  { group: 'limits', name: 'mailsPerDay', kind: 'count', least: 1, most: 1000, empty: 'platformDefault' },
  { group: 'limits', name: 'codesPerDay', kind: 'count', least: 1, most: 1000, empty: 'platformDefault' },
  { group: 'people', name: 'inactivityDays', kind: 'count', least: 1, most: 36_500, empty: 'platformDefault' },
  { group: 'retention', name: 'addressDays', kind: 'count', least: 1, most: 36_500, empty: 'forEver' },
  { group: 'retention', name: 'auditDays', kind: 'count', least: 1, most: 36_500, empty: 'forEver' },
];

/** The value of a setting. */
export function settingOf(project: Project, name: SettingName): unknown {
  const { settings, ...columns } = project;
  return ({ ...settings, ...columns } as Readonly<Record<string, unknown>>)[name];
}

/** What stands in the fields for a project as it is. */
export function fieldsOf(project: Project): (field: string) => string {
  const typed = new Map<string, string>();
  for (const { name, kind } of SETTINGS_FORM) {
    const value = settingOf(project, name);
    if (kind === 'flag') typed.set(name, value === true ? '1' : '');
    else if (kind === 'some') for (const one of value as readonly string[]) typed.set(`${name}.${one}`, '1');
    else if (kind === 'lines') typed.set(name, (value as readonly string[]).join('\n'));
    else typed.set(name, value === null ? '' : String(value));
  }
  return (field) => typed.get(field) ?? '';
}

function valueIn(setting: SettingInForm, fields: (field: string) => string): unknown {
  const text = fields(setting.name);
  switch (setting.kind) {
    case 'flag':
      return text === '1';
    case 'some':
      return setting.choices.filter((choice) => fields(`${setting.name}.${choice}`) === '1');
    case 'lines':
      return linesOf(text);
    case 'digits':
      return wholeNumber(text);
    case 'count':
      return text.trim() === '' ? null : wholeNumber(text);
    default:
      return text.trim();
  }
}

function problemOf(setting: SettingInForm, { cause }: SettingError, { problems }: ConsoleTexts): string {
  switch (setting.kind) {
    case 'count':
      return problems.count(setting.least, setting.most);
    case 'some':
      return problems.some;
    case 'lines':
      return problems.origin;
    case 'colour':
      return cause instanceof ContrastError ? problems.contrast(cause.ratio, LEAST_CONTRAST, cause.nearest) : problems.colour;
    case 'logo':
      return problems.logo;
    case 'url':
      return problems.url;
    case 'choice':
    case 'digits':
      return problems.choice;
    default:
      return setting.name === 'name' ? problems.name : problems.text;
  }
}

/** What a form changes in a project, and what is wrong with it. */
export function readSettingsForm(project: Project, fields: (field: string) => string, texts: ConsoleTexts): { readonly changes: Readonly<Record<string, unknown>>; readonly problems: Problems } {
  const changes: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const setting of SETTINGS_FORM) {
    const value = valueIn(setting, fields);
    try {
      checkSetting(setting.name, value);
      if (JSON.stringify(value) !== JSON.stringify(settingOf(project, setting.name))) changes[setting.name] = value;
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      problems[setting.name] = problemOf(setting, error, texts);
    }
  }
  return { changes, problems };
}
