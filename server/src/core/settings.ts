import { ContrastError, LEAST_CONTRAST, leastContrast } from '../text/contrast.ts';
import type { Scheme } from '../text/contrast.ts';
import { languages } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';
import { acceptWording } from '../text/wording.ts';
import type { Wording } from '../text/wording.ts';

/** A value that a setting does not take; the message says what it would. */
export class SettingError extends Error {
  readonly setting: string;

  /** @param setting - its name */
  constructor(setting: string, problem: string, options?: ErrorOptions) {
    super(`${setting} ${problem}`, options);
    this.name = 'SettingError';
    this.setting = setting;
  }
}

interface Setting<T> {
  /** One sentence for administrators. */
  readonly about: string;
  readonly fallback: T;
  /** @throws Error whose message goes on after the setting's name */
  readonly accept: (value: unknown) => T;
}

function oneOf<const T extends string>(about: string, choices: readonly T[], fallback: T): Setting<T> {
  return {
    about, fallback,
    accept(value) {
      const found = choices.find((choice) => choice === value);
      if (found === undefined) throw new Error(`must be one of ${choices.join(', ')}`);
      return found;
    },
  };
}

function someOf<const T extends string>(about: string, choices: readonly T[], fallback: readonly T[]): Setting<readonly T[]> {
  return {
    about, fallback,
    accept(value) {
      const wanted: unknown[] = Array.isArray(value) ? value : [];
      const found = choices.filter((choice) => wanted.includes(choice));
      if (found.length === 0 || found.length !== wanted.length) throw new Error(`must be a list of some of ${choices.join(', ')}, each once`);
      return wanted as T[];
    },
  };
}

function flag(about: string, fallback: boolean): Setting<boolean> {
  return {
    about, fallback,
    accept(value) {
      if (typeof value !== 'boolean') throw new Error('must be true or false');
      return value;
    },
  };
}

function text(about: string, longest: number): Setting<string> {
  return {
    about, fallback: '',
    accept(value) {
      if (typeof value !== 'string' || value.length > longest || /\p{C}/u.test(value)) throw new Error(`must be a text of at most ${longest} characters, without control characters`);
      return value;
    },
  };
}

/** A whole number; `null` leaves it to the platform. */
function count(about: string, least: number, most: number): Setting<number | null> {
  return {
    about, fallback: null,
    accept(value) {
      if (value === null) return null;
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) throw new Error(`must be a whole number from ${least} to ${most}, or null`);
      return value;
    },
  };
}

function httpsUrl(about: string): Setting<string> {
  return {
    about, fallback: '',
    accept(value) {
      if (value === '') return '';
      if (typeof value !== 'string' || value.length > 2048 || !URL.canParse(value) || new URL(value).protocol !== 'https:') throw new Error('must be an https URL, or empty');
      return value;
    },
  };
}

/** A colour that links, quiet buttons and marks can have on our pages of that scheme. */
function colour(about: string, scheme: Scheme, fallback: string): Setting<string> {
  return {
    about, fallback,
    accept(value) {
      if (typeof value !== 'string' || !/^#[0-9a-fA-F]{6}$/.test(value)) throw new Error('must be a colour as #rrggbb');
      const chosen = value.toLowerCase();
      if (leastContrast(chosen, scheme) < LEAST_CONTRAST) throw new ContrastError(chosen, scheme);
      return chosen;
    },
  };
}

/** Every setting of a project beyond those that have columns of their own. The type follows from this table, and so does its documentation. */
export const PROJECT_SETTINGS = {
  identityType: oneOf('What user ids are: e-mail addresses, or alphanumeric ids that come through the site\'s own verification.', ['email', 'alphanumeric'], 'email'),
  identityTypeLabel: text('What people are told to enter, where ids are alphanumeric.', 40),
  customVerificationUrl: httpsUrl('Where the site\'s own verification begins; apps open it in the place of asking for a mail.'),
  customVerificationText: text('What apps say about it.', 256),
  ways: someOf('The ways to sign in that are offered.', ['browser', 'phone'], ['browser', 'phone']),
  firstScreen: oneOf('What is shown first where somebody is set up.', ['auto', 'home', 'identities'], 'auto'),
  addIdentities: flag('Whether identities may be added beside those on a device.', true),
  easyPin: oneOf('An easily guessed PIN is named as such and taken when it is repeated, or refused.', ['warn', 'refuse'], 'warn'),
  languages: someOf<Language>('The languages that are offered.', languages, languages),
  accentLight: colour('Colour of buttons, links and marks on light pages; as text it reaches a contrast of 4.5 to 1 on them.', 'light', '#2f5bea'),
  accentDark: colour('The same on dark pages.', 'dark', '#8ea8ff'),
  wording: { about: 'The project\'s own words in mails and pages, by language and place; what is left out is the platform\'s.', fallback: {} as Wording, accept: acceptWording },
  enableRegistrationCode: flag('Whether a device may give out QuickCodes for further devices.', true),
  limitRegCodeVerified: flag('Whether devices that were themselves enrolled by QuickCode are barred from that.', false),
  registerApplications: oneOf('Who may register applications in the account pages; strangers see their consent pages once an administrator approved them.', ['nobody', 'administrators', 'anyone'], 'administrators'),
  noticeNewDevice: flag('Whether people hear by mail of a new device.', true),
  noticeLocked: flag('Whether people hear by mail that wrong PINs locked a device.', true),
  noticePinReset: flag('Whether people hear by mail that the PIN of a device was set anew.', true),
  noticeQuickCode: flag('Whether people hear by mail that a QuickCode was used.', true),
  mailsPerDay: count('Mails to one user a day, if fewer than the platform allows.', 1, 1000),
  codesPerDay: count('6-digit codes for one user a day, if fewer than the platform allows.', 1, 1000),
  inactivityDays: count('Days without a sign-in after which a device lapses and has to be set up again; without a value the platform\'s own.', 1, 36_500),
  addressDays: count('After so many days network addresses are removed from the audit log and from identities; the country stays.', 1, 36_500),
  auditDays: count('After so many days entries of the audit log are removed.', 1, 36_500),
} as const;

/** Name of a setting. */
export type ProjectSetting = keyof typeof PROJECT_SETTINGS;

/** The settings of a project, each with a value. */
export type ProjectSettings = { readonly [K in ProjectSetting]: ReturnType<(typeof PROJECT_SETTINGS)[K]['accept']> };

/** True for the name of a setting. */
export function isProjectSetting(name: string): name is ProjectSetting {
  return Object.hasOwn(PROJECT_SETTINGS, name);
}

/**
 * Checks one setting.
 *
 * @throws SettingError
 */
export function acceptSetting<K extends ProjectSetting>(name: K, value: unknown): ProjectSettings[K] {
  try {
    return PROJECT_SETTINGS[name].accept(value) as ProjectSettings[K];
  } catch (error) {
    throw new SettingError(name, error instanceof Error ? error.message : 'is not of the right shape', { cause: error });
  }
}

/** What stands for a stored value that this version does not take: of a colour that is hard to read its nearest readable shade, else the default. */
function inPlaceOf(name: ProjectSetting, { cause }: SettingError): unknown {
  return cause instanceof ContrastError ? cause.nearest : PROJECT_SETTINGS[name].fallback;
}

/** The settings out of their stored form, with something in place of what an older or newer version stored and this one does not take. */
export function readSettings(stored: string): ProjectSettings {
  const given = JSON.parse(stored) as Record<string, unknown>;
  const entries = (Object.keys(PROJECT_SETTINGS) as ProjectSetting[]).map((name) => {
    try {
      return [name, name in given ? acceptSetting(name, given[name]) : PROJECT_SETTINGS[name].fallback] as const;
    } catch (error) {
      if (error instanceof SettingError) return [name, inPlaceOf(name, error)] as const;
      throw error;
    }
  });
  return Object.fromEntries(entries) as ProjectSettings;
}

/**
 * Lays checked changes over what is stored. Settings that this version does not know stay as they are.
 *
 * @returns the stored form
 * @throws SettingError naming a setting that does not exist or does not take its value
 */
export function changeSettings(stored: string, changes: Readonly<Record<string, unknown>>): string {
  const checked = Object.entries(changes).map(([name, value]) => {
    if (!isProjectSetting(name)) throw new SettingError(name, 'is no setting of a project');
    return [name, acceptSetting(name, value)] as const;
  });
  return JSON.stringify({ ...(JSON.parse(stored) as object), ...Object.fromEntries(checked) });
}
