import type { TroubleKind } from '../../machine/index.ts';
import type { OtpTexts } from './otp.ts';
import type { PhoneScreenTexts } from './phone-screen-texts.ts';
import type { ScannerTexts } from './scanner-texts.ts';

/** What happened, and what to do. */
export type TroubleText = readonly [title: string, help: string];

/** What every element says that talks to a platform. */
export interface CommonTexts {
  /** BCP 47. */
  readonly $code: string;
  readonly $dir: 'ltr' | 'rtl';

  readonly starting: string;
  /** Such as "Chrome on Windows": what this device is called where nobody is asked. */
  readonly deviceOn: (browser: string, platform: string) => string;

  readonly tryAgain: string;
  readonly tryAgainIn: (time: string) => string;
  readonly support: (code: string) => string;

  /** At least those that may keep the others from being fetched, or that any sign-in may end in. */
  readonly troubles: Readonly<Record<FrequentTrouble, TroubleText>> & Readonly<Partial<Record<TroubleKind, TroubleText>>>;
}

/** The texts of a returning person's screens: those that are there at once. */
export interface SignInTexts extends CommonTexts {
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
  /** Leads from the PIN to the phone, where the project offers it. */
  readonly withPhone: string;
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
  /** There once the list of identities is: see `IdentityTexts`. */
  readonly revokedElsewhere?: string;
  readonly registerNew: string;
  readonly backToList: string;

  readonly sendNew: string;
  readonly registerAgain: string;
  readonly setUpAgain: string;
}

/** The texts of setting an identity up: from the choice of a way to "Congratulations!". */
export interface SetUpTexts {
  readonly homeTitle: string;
  readonly browserWay: string;
  readonly browserHint: string;
  readonly phoneWay: string;
  readonly phoneHint: string;
  readonly setupPhone: string;

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
  /** How many characters it may have. */
  readonly tooLong: (most: number) => string;
  readonly setupMpin: string;
  /** Leads to setting up by the code of a device that is set up already. */
  readonly haveQuickCode: string;

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
}

/** The texts of the list of identities, and of what is done with one: edit, reset, remove, and sign with its PIN. */
export interface IdentityTexts {
  readonly cancel: string;

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
  readonly addDevice: string;
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
  /** `{userId}`; where no wrong PIN that was typed a moment ago was the cause. */
  readonly revokedElsewhere: string;
}

/** The troubles that a returning person seldom meets, and never before a server has answered. */
export type RareTroubles = Readonly<Record<Exclude<TroubleKind, FrequentTrouble>, TroubleText>>;

/** Those that may keep the others from being fetched, and those that any sign-in may end in. */
type FrequentTrouble = 'offline' | 'server' | 'rate-limited' | 'session-expired' | 'unexpected';

/**
 * Every text that people see or hear. In a text, `{name}` stands for a value that is set in bold where it is shown. Texts that depend on
 * a number are functions, so that each language applies its own plural rules.
 */
export interface Texts extends SignInTexts, SetUpTexts, IdentityTexts, OtpTexts {
  readonly revokedElsewhere: string;
  readonly troubles: Readonly<Record<TroubleKind, TroubleText>>;
}

/** What a site says in its own words: any texts, and of the troubles any too. */
export type OwnTexts = Partial<Omit<Texts, '$code' | '$dir' | 'troubles'> & PhoneScreenTexts & ScannerTexts> & { readonly troubles?: Partial<Texts['troubles']> };

/** A part of a language that is fetched with the screens that show it. */
export type Part = 'set-up' | 'identities' | 'troubles' | 'otp' | 'phone' | 'scanner';

/** The texts that are there before the screens of setting up are: a language's and a site's own, or the English ones. */
export type TextsAtHand = SignInTexts & Partial<SetUpTexts & IdentityTexts & OtpTexts & PhoneScreenTexts & ScannerTexts>;

/** All that the screens that concern a phone say. */
export type LaterTexts = Texts & PhoneScreenTexts & ScannerTexts;
