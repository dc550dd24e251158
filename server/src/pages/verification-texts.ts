/** How such a page ends that asks nothing any more (message.ts). */
export type MessageKind =
  'device-removed' | 'devices-removed' | 'device-inactive' | 'objection-expired' | 'confirmed' | 'cancelled' | 'wrong-number' | 'expired' | 'continue-in-app' | 'rate-limited' | 'error';

/** The texts of the pages that mailed links open, in one language. */
export interface VerificationTexts {
  confirmTitle: string;
  confirmIntro: string;
  who: string;
  device: string;
  when: string;
  where: string;
  unknown: string;
  hasDevices: string;
  otherNetwork: string;
  numberQuestion: string;
  numberMissing: string;
  confirm: string;
  cancel: string;
  confirmCaution: string;
  objectionTitle: string;
  objectionIntro: string;
  setUpAt: string;
  setUpFrom: string;
  objection: string;
  objectionCaution: string;
  lockOutTitle: string;
  lockOutIntro: string;
  lockOutAdvice: string;
  lockedAt: string;
  lockOut: string;
  messages: Record<MessageKind, { title: string; body: string }>;
}
