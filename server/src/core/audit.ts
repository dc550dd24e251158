import type { Queries } from '../store/database.ts';
import { noteEvent } from './audit-observer.ts';
import { queueWebhooks } from './webhook-events.ts';
import type { WebhookEvent } from './webhook-events.ts';

/** Everything that is recorded; `type` and `status` are a closed list. */
export const AUDIT_EVENTS = {
  verificationSent: ['verification', 'verification_sent'],
  verificationConfirmed: ['verification', 'verification_confirmed'],
  verificationCancelled: ['verification', 'verification_cancelled'],
  verificationWrongNumber: ['verification', 'verification_wrong_number'],
  verificationFailed: ['verification', 'verification_failed'],
  verificationCreated: ['verification', 'verification_created'],
  activationInitiated: ['verification', 'activation_initiated'],
  quickCodeIssued: ['verification', 'quickcode_issued'],
  registered: ['registration', 'registration_success'],
  renewed: ['registration', 'renewal_success'],
  signedIn: ['authentication', 'authenticate_success'],
  signInFailed: ['authentication', 'authenticate_failure'],
  signedOut: ['authentication', 'sign_out'],
  signInOrphaned: ['authentication', 'authenticate_unfinished'],
  consentGiven: ['consent', 'consent_given'],
  consentRefused: ['consent', 'consent_refused'],
  consentWithdrawn: ['consent', 'consent_withdrawn'],
  signatureVerified: ['signature', 'verify_success'],
  signatureFailed: ['signature', 'verify_failure'],
  revoked: ['identity', 'revoked'],
  identityLapsed: ['identity', 'lapsed'],
  identityRenamed: ['identity', 'renamed'],
  otpMade: ['otp', 'otp_made'],
  otpAccepted: ['otp', 'otp_accepted'],
  otpRefused: ['otp', 'otp_refused'],
  otpRead: ['otp', 'otp_read'],
  radiusClientAdded: ['administration', 'radius_client_added'],
  radiusClientRemoved: ['administration', 'radius_client_removed'],
  projectCreated: ['administration', 'project_created'],
  projectChanged: ['administration', 'project_changed'],
  applicationCreated: ['administration', 'application_created'],
  applicationDisabled: ['administration', 'application_disabled'],
  applicationEnabled: ['administration', 'application_enabled'],
  rightsGranted: ['administration', 'rights_granted'],
  rightsWithdrawn: ['administration', 'rights_withdrawn'],
  secretRegenerated: ['administration', 'secret_regenerated'],
  credentialsRefused: ['administration', 'credentials_refused'],
  keysRotated: ['administration', 'keys_rotated'],
  authoritiesRotated: ['administration', 'authorities_rotated'],
  authorityHalfRetired: ['administration', 'authority_half_retired'],
  applicationChanged: ['administration', 'application_changed'],
  administratorInvited: ['administration', 'administrator_invited'],
  administratorGranted: ['administration', 'administrator_granted'],
  administratorChanged: ['administration', 'administrator_changed'],
  administratorWithdrawn: ['administration', 'administrator_withdrawn'],
  serviceAccountCreated: ['administration', 'service_account_created'],
  serviceAccountDisabled: ['administration', 'service_account_disabled'],
  serviceAccountEnabled: ['administration', 'service_account_enabled'],
  webhookAdded: ['administration', 'webhook_added'],
  webhookRemoved: ['administration', 'webhook_removed'],
  personExported: ['administration', 'person_exported'],
  personErased: ['administration', 'person_erased'],
} as const satisfies Record<string, readonly [string, string]>;

/** Name of a recorded event. */
export type AuditEvent = keyof typeof AUDIT_EVENTS;

/** Who did it, and from where. */
export interface Agent {
  readonly ip: string;
  readonly applicationId?: string | undefined;
  /** The service account or administrator's tool, where it was neither the person nor an application. */
  readonly actor?: string | undefined;
}

/** Whom and what an event concerns. */
export interface AuditSubject extends Agent {
  readonly projectId: string;
  readonly userId: string;
  readonly identityId?: string | null;
  readonly deviceName?: string;
  /** Where wrong PINs were the reason: webhooks are told so, the log names what led there before. */
  readonly lockedOut?: boolean;
}

/** What webhooks are told of, beside lock-outs. */
const TOLD: Partial<Readonly<Record<AuditEvent, WebhookEvent>>> = { registered: 'registered', signedIn: 'signed-in', revoked: 'revoked', signatureVerified: 'signed' };

/** Records an event, within the transaction that makes it true. `now` in Unix milliseconds. */
export async function audit(queries: Queries, event: AuditEvent, subject: AuditSubject, now: number): Promise<void> {
  const [type, status] = AUDIT_EVENTS[event];
  await queries.insertInto('audit').values({
    project_id: subject.projectId, created_at: now, type, status, user_id: subject.userId, identity_id: subject.identityId ?? null,
    device_name: subject.deviceName ?? '', application_id: subject.applicationId ?? null, ip: subject.ip, actor: subject.actor ?? '',
  }).execute();
  const told = subject.lockedOut === true ? 'locked' : TOLD[event];
  const queued = told !== undefined && (await queueWebhooks(queries, told, subject, now));
  noteEvent(queries, { event, queued });
}
