import type { Brand } from '../text/colours.ts';
import type { Wording } from '../text/wording.ts';
import type { MailContent } from './mail.ts';

/** The mails that may be looked at before anybody gets them. */
export const SAMPLE_KINDS = ['confirm-link', 'confirm-code', 'new-device', 'quick-code', 'pin-reset', 'locked'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/** Whose mail is looked at. */
export interface SampleSender {
  readonly projectName: string;
  readonly brand?: Brand | undefined;
  readonly wording?: Wording | undefined;
}

const DEVICE = 'Firefox, Linux';
const CODE = '123456';

/**
 * A mail as people would get it, with a code and a link that open nothing.
 *
 * @param publicUrl - the platform's, where the link leads to
 * @param now - Unix seconds
 */
export function sampleMail(kind: SampleKind, sender: SampleSender, publicUrl: string, now: number): MailContent {
  const common = { projectName: sender.projectName, brand: sender.brand, wording: sender.wording, deviceName: DEVICE };
  switch (kind) {
    case 'confirm-link':
      return { kind, data: { ...common, link: publicUrl, expiresInSeconds: 3600 } };
    case 'confirm-code':
      return { kind, data: { ...common, code: CODE, expiresInSeconds: 600 } };
    case 'locked':
      return { kind, data: { ...common, lockedAt: now, objectionLink: publicUrl } };
    default:
      return { kind, data: { ...common, registeredAt: now, objectionLink: publicUrl } };
  }
}
