/** Every event of the audit log that can concern a person: what the activity of an account has words for. */
export type ActivityEvent =
  | 'authenticate_success' | 'authenticate_failure' | 'registration_success' | 'renewal_success' | 'verification_sent' | 'verification_confirmed' | 'verification_cancelled'
  | 'consent_given' | 'consent_refused' | 'consent_withdrawn' | 'revoked' | 'renamed' | 'sign_out' | 'otp_made' | 'otp_accepted' | 'verify_success'
  | 'verification_wrong_number' | 'verification_failed' | 'verification_created' | 'activation_initiated' | 'quickcode_issued'
  | 'authenticate_unfinished' | 'verify_failure' | 'lapsed' | 'otp_refused' | 'otp_read'
  | 'administrator_invited' | 'administrator_granted' | 'administrator_changed' | 'administrator_withdrawn' | 'person_exported';

/** What a form of the account pages can have done. */
export type AccountDone = 'renamed' | 'revoked' | 'discontinued' | 'saved' | 'removed';

/** The texts of the account pages in one language. */
export interface AccountTexts {
  title: string;
  signedInAs: string;
  signOut: string;
  administer: string;
  appsTitle: string;
  appsNone: string;
  lastUsed: string;
  maySee: string;
  open: string;
  discontinue: string;
  devicesTitle: string;
  devicesNone: string;
  since: string;
  deviceName: string;
  rename: string;
  revoke: string;
  revokeNote: string;
  activityTitle: string;
  activityNone: string;
  when: string;
  what: string;
  where: string;
  registeredTitle: string;
  registeredNone: string;
  register: string;
  edit: string;
  waiting: string;
  appTitle: string;
  appName: string;
  redirectUris: string;
  redirectUrisHelp: string;
  startUrl: string;
  initiateLoginUri: string;
  postLogoutUris: string;
  logoutUri: string;
  logoUrl: string;
  logoUrlHelp: string;
  isPublic: string;
  save: string;
  remove: string;
  back: string;
  clientId: string;
  clientSecret: string;
  secretOnce: string;
  newSecret: string;
  proveTitle: string;
  proveBody: string;
  proveRecord: string;
  proveFile: string;
  proveCheck: string;
  problems: { invalid: string; taken: string; unproved: string; 'not-allowed': string; 'too-many': string };
  events: Readonly<Record<ActivityEvent, string>>;
  otherEvent: string;
  /** What a form of the account has done; `{name}` stands for the device's or the application's name. */
  done: Readonly<Record<AccountDone, string>>;
}

/** What an event is called, where there are words for it. */
export function eventName({ events }: AccountTexts, event: string): string | undefined {
  const named: Readonly<Record<string, string>> = events;
  return named[event];
}
