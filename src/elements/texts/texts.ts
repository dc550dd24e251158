import type { TroubleKind } from '../../machine/index.ts';
import type { OtpTexts } from './otp.ts';

/** What happened, and what to do. */
export type TroubleText = readonly [title: string, help: string];

/** The texts of a returning person's screens: those that are there at once. */
export interface SignInTexts {
  /** BCP 47. */
  readonly $code: string;
  readonly $dir: 'ltr' | 'rtl';

  readonly starting: string;
  readonly back: string;
  readonly menu: string;
  readonly close: string;

  readonly pinLabel: (digits: number) => string;
  readonly keypad: string;
  readonly clear: string;
  readonly deleteDigit: string;
  readonly entered: (count: number, total: number) => string;
  readonly empty: string;
  readonly incomplete: (total: number) => string;
  /** A switch: on while the digits are at random places. */
  readonly shuffledKeys: string;
  /** A switch: on while the device's keyboard is used in place of the keys. */
  readonly deviceKeyboard: string;
  /** Said before the first digit, where the last one submits. */
  readonly byItself: string;

  readonly enterPin: string;
  readonly signInAs: (userId: string) => string;
  readonly login: string;
  readonly forgot: string;
  readonly wrongPin: (attemptsLeft: number | undefined) => string;
  readonly checking: string;
  /** Another tab has set the user up anew. */
  readonly pinReplaced: string;
  readonly confirmWithPin: string;
  readonly confirmNow: string;
  readonly confirmed: string;

  readonly signedInTitle: string;
  /** `{userId}` */
  readonly signedInAs: string;
  readonly signOut: string;

  readonly revokedTitle: string;
  /** `{userId}` */
  readonly revokedText: (attempts: number) => string;
  /** `{userId}`; where no wrong PIN on this device was the cause. */
  readonly revokedElsewhere: string;
  readonly registerNew: string;
  readonly backToList: string;

  readonly tryAgain: string;
  readonly tryAgainIn: (time: string) => string;
  readonly sendNew: string;
  readonly registerAgain: string;
  readonly setUpAgain: string;
  readonly support: (code: string) => string;

  /** Those of the troubles that may keep the others from being fetched, at least. */
  readonly troubles: Readonly<Partial<Record<TroubleKind, TroubleText>>>;
}

/** The texts of all other screens, which come with them. */
export interface SetUpTexts {
  readonly cancel: string;

  readonly homeTitle: string;
  readonly browserWay: string;
  readonly browserHint: string;
  readonly phoneWay: string;
  readonly phoneHint: string;

  readonly addTitle: string;
  readonly email: string;
  readonly userId: string;
  readonly deviceName: string;
  readonly emailMissing: string;
  readonly emailInvalid: string;
  readonly userIdMissing: string;
  readonly userIdInvalid: string;
  readonly deviceMissing: string;
  readonly deviceInvalid: string;
  readonly tooLong: string;
  /** Such as "Chrome on Windows". */
  readonly deviceOn: (browser: string, platform: string) => string;
  readonly setupMpin: string;

  readonly confirmTitle: string;
  /** `{userId}` */
  readonly mailSent: string;
  readonly openAnywhere: string;
  readonly openAndChoose: string;
  readonly openHere: string;
  readonly matchNumber: (digits: string) => string;
  readonly typeCode: (digits: number) => string;
  readonly codeLabel: string;
  readonly waiting: string;
  readonly notYet: string;
  readonly sentAgain: string;
  readonly waitOffline: string;
  readonly codeWrong: (triesLeft: number | undefined) => string;
  readonly iConfirmed: string;
  readonly confirmCode: string;
  readonly resend: string;
  /** `time` such as 0:09. */
  readonly resendIn: (time: string) => string;
  readonly changeAddress: string;
  readonly toIdentities: string;

  readonly chooseTitle: string;
  readonly againTitle: string;
  readonly advice: string;
  readonly againHint: string;
  readonly setup: string;
  readonly easyPin: string;
  readonly easyPinRefused: string;
  readonly differentPin: string;
  readonly settingUp: string;

  readonly congratulations: string;
  /** `{userId}` */
  readonly canSignIn: string;
  readonly signInNow: string;

  readonly resetTitle: string;
  readonly resetQuestion: string;
  /** `{userId}` */
  readonly resetHint: string;
  readonly resetYes: string;
  /** `{userId}`; where the old PIN is of no use any more. */
  readonly resetHintUnusable: string;

  readonly editTitle: string;
  readonly editIdentity: (userId: string) => string;
  readonly resetPin: string;
  readonly removeIdentity: string;
  readonly save: string;
  readonly removeTitle: string;
  readonly removeQuestion: string;
  /** `{userId}` */
  readonly removeHint: string;
  readonly removeYes: string;

  readonly signTitle: string;
  readonly signHint: string;
  readonly fingerprint: string;
  readonly signNext: string;

  readonly listTitle: string;
  readonly addNew: string;
  readonly noIdentities: string;
  /** `{userId}` */
  readonly removed: string;
  /** `{userId}` */
  readonly renamed: string;
  /** `when` such as "3 days ago", as the language says it. */
  readonly lastUsed: (when: string) => string;
  readonly notActive: string;
  readonly revoked: string;
  readonly expired: string;
  readonly damaged: string;
}

/** What a language says beside the texts of a returning person. */
export interface OtherTexts extends SetUpTexts {
  readonly troubles: Readonly<Partial<Record<TroubleKind, TroubleText>>>;
}

/**
 * Every text that people see or hear. In a text, `{name}` stands for a value that is set in bold where it is shown. Texts that depend on
 * a number are functions, so that each language applies its own plural rules.
 */
export interface Texts extends SignInTexts, SetUpTexts, Partial<OtpTexts> {
  readonly troubles: Readonly<Record<TroubleKind, TroubleText>>;
}

/** The texts that are there before the screens of setting up are: a language's and a site's own, or the English ones. */
export type TextsAtHand = SignInTexts & Partial<SetUpTexts>;


/** Chooses a form by the plural rules of a language; `#` is the number. */
export function plural(lang: string): (count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => string {
  const rules = new Intl.PluralRules(lang);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
}
