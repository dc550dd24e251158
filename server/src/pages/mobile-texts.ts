/** The texts of the phone site, in one language. `{service}` stands for the project's name. */
export interface MobileTexts {
  title(service: string): string;
  /** Under the icon on a home screen: short. */
  shortName: string;
  needsScript: string;
  installTitle: string;
  installBody: string;
  install: string;
  /** For iOS, where no page can offer it: what to do, in order. */
  installSteps: readonly [share: string, add: string, open: string];
  /** Why it comes first there. */
  installFirst: string;
  installLater: string;
  installed: string;
  pushTitle: string;
  pushBody: string;
  push: string;
  pushOn: string;
  pushRefused: string;
  pushFailed: string;
  /** Title and text of a notification. */
  asks: string;
  asksBody: string;
  unknownTitle: string;
  unknownBody: string;
  offlineTitle: string;
  offlineBody: string;
  tryAgain: string;
}
