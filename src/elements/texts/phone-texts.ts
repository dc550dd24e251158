/** The texts of signing in by phone, which come with its screens. */
export interface PhoneTexts {
  readonly phoneTitle: string;
  /** What to do where there is a code and no number. */
  readonly qrHint: string;
  readonly numberHint: string;
  /** The same with `{address}`, which a phone without a camera opens. */
  readonly numberHintAt: string;
  /** The number digit by digit, as it is read out. */
  readonly accessNumber: (digits: string) => string;
  readonly qrLabel: string;
  readonly secondsLeft: (seconds: number) => string;
  readonly numberShown: (digits: string, seconds: number) => string;
  readonly numberRenewed: (digits: string) => string;
  readonly numberExpired: string;
  readonly newNumber: string;
  readonly copyNumber: string;
  readonly copied: string;
  readonly scanned: string;
  readonly authenticating: string;
  readonly declined: string;
  readonly paused: string;
  /** `{userId}` */
  readonly phoneSignedInAs: string;
  readonly notYou: string;
  readonly signedOutThere: string;
}
