import { filled } from '../text/filled.ts';

/** How a page of the OpenID provider ends that asks nothing any more (docs/protocol.md 11.2); `no-page` is told of every path that leads nowhere. */
export type ConnectMessage =
  | 'unknown-application' | 'wrong-address' | 'bad-request' | 'failed' | 'log-in-over' | 'no-page' | 'which-account' | 'activation-refused' | 'not-approved' | 'refused' | 'signed-out' | 'still-signed-in' | 'going-on';

/** What an application may be allowed to see, by its scope. */
export type ConsentScope = 'openid' | 'email' | 'profile' | 'dvs' | 'mpin_id' | 'hash_mpin_id' | 'offline_access';

/** The texts of the pages that applications send people to, in one language. `{application}` stands for the application's name. */
export interface ConnectTexts {
  signInTo: string;
  /** What the account pages are for; `{platform}` stands for the platform's host. */
  accountPurpose: string;
  cancel: string;
  needsScript: string;
  backTo: string;
  consentTitle: string;
  consentIntro: string;
  consentScopes: Record<ConsentScope, string>;
  consentOnce: string;
  /** In its place for programs on a device, which anybody could pass a program of their own off as (RFC 8252, section 8.6). */
  consentEachTime: string;
  allow: string;
  deny: string;
  signedInAs: string;
  unverified: string;
  logoutTitle: string;
  logoutBody: string;
  logoutBodyAll: string;
  logoutYes: string;
  logoutNo: string;
  goOn: string;
  support: string;
  messages: Record<ConnectMessage, { title: string; body: string }>;
}

/** A text with the application's name in it. */
export function withApplication(text: string, application: string): string {
  return filled(text, { application });
}
