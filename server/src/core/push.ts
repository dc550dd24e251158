import type { Queries } from '../store/database.ts';
import { inBackground } from './background.ts';
import type { Caller, Core } from './core.ts';
import { PlatformError } from './errors.ts';
import type { Project } from './projects.ts';
import { startSession } from './sessions.ts';
import { countUse, subjectOfUser } from './use-counts.ts';

/** What a device is told: the keys of the API (docs/protocol.md 3.10). */
export interface PushMessage {
  readonly projectID: string;
  readonly userID: string;
  readonly qrURL: string;
}

/** Sends messages to one kind of device. */
export interface PushSender {
  /** Whether a token is of its kind. */
  takes(token: string): boolean;
  /**
   * Sends.
   *
   * @returns `gone` where the device takes no messages any more: its token is forgotten
   * @throws Error where it could not be sent now
   */
  send(token: string, message: PushMessage): Promise<'sent' | 'gone'>;
}

/** The ways to phones that a platform has. */
export interface Push {
  /** The first that takes a token sends. */
  readonly senders: readonly PushSender[];
  /** What pages subscribe to Web Push with. */
  readonly applicationServerKey: string;
}

const WINDOW_MS = 600_000;

const seal = (core: Core, identityId: string, token: string): string => core.sealer.seal(`push token of ${identityId}`, token);
const open = (core: Core, identityId: string, sealed: string): string => core.sealer.open(`push token of ${identityId}`, sealed);

/** Keeps how a new identity's device is told; one that renews another's secrets takes that one's over. */
export async function keepPushToken(core: Core, queries: Queries, identity: { readonly id: string; readonly replaces: string | null }, given: string | undefined, now: number): Promise<void> {
  let token = given;
  if ((token ?? '') === '' && identity.replaces !== null) {
    const former = await queries.selectFrom('push_tokens').select('token_sealed').where('identity_id', '=', identity.replaces).executeTakeFirst();
    token = former && open(core, identity.replaces, former.token_sealed);
  }
  if (token === undefined || token === '') return;
  await queries.insertInto('push_tokens').values({ identity_id: identity.id, token_sealed: seal(core, identity.id, token), created_at: now }).execute();
}

/** Puts another way to a device in the place of the one that is known, or none. The identity is locked. */
export async function replacePushToken(core: Core, queries: Queries, identityId: string, token: string): Promise<void> {
  if (token === '') return void await queries.deleteFrom('push_tokens').where('identity_id', '=', identityId).execute();
  const sealed = seal(core, identityId, token);
  await queries.insertInto('push_tokens').values({ identity_id: identityId, token_sealed: sealed, created_at: core.now() })
    .onConflict((conflict) => conflict.column('identity_id').doUpdateSet({ token_sealed: sealed })).execute();
}

interface Device {
  readonly identityId: string;
  readonly token: string;
  readonly sender: PushSender;
}

async function devicesOf(core: Core, projectId: string, userId: string): Promise<Device[]> {
  const rows = await core.db.queries.selectFrom('push_tokens').innerJoin('identities', 'identities.id', 'push_tokens.identity_id')
    .select(['push_tokens.identity_id', 'push_tokens.token_sealed']).where('identities.project_id', '=', projectId).where('identities.user_id', '=', userId)
    .where('identities.state', '=', 'active').execute();
  return rows.flatMap(({ identity_id: identityId, token_sealed: sealed }) => {
    const token = open(core, identityId, sealed);
    const sender = core.push.senders.find((one) => one.takes(token));
    return sender === undefined ? [] : [{ identityId, token, sender }];
  });
}

async function tell(core: Core, { identityId, token, sender }: Device, message: PushMessage): Promise<void> {
  try {
    if ((await sender.send(token, message)) === 'gone') await core.db.queries.deleteFrom('push_tokens').where('identity_id', '=', identityId).execute();
  } catch (error) {
    // The message may quote an endpoint, which is a secret of its device.
    core.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'a push message could not be sent');
  }
}

/**
 * Opens a session for a user and tells their devices of it, without waiting for them.
 *
 * @returns the starter's secret
 * @throws PlatformError NO_PUSH_TOKEN, REQUEST_BACKOFF
 */
export async function startPush(core: Core, caller: Caller, project: Project, userId: string): Promise<string> {
  const devices = await devicesOf(core, project.id, userId);
  if (devices.length === 0) throw new PlatformError('NO_PUSH_TOKEN', 'This user has no device that takes push messages.');
  await countUse(core.db.queries, { subject: subjectOfUser('push', project.id, userId), limit: core.config.userPushes, windowMs: WINDOW_MS }, core.now());
  const { webOTT, accessId } = await startSession(core, caller, project, { userId, description: '', hash: '', browser: undefined });
  const message = { projectID: project.id, userID: userId, qrURL: `${core.config.publicUrl}/mobile-login/#${accessId}` };
  inBackground(core, Promise.all(devices.map((device) => tell(core, device, message))));
  return webOTT;
}
