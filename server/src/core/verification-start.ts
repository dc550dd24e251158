import { randomInt, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { newSecret, sha256 } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { SessionTable } from '../store/schema.ts';
import { brandOf } from '../text/colours.ts';
import { audit } from './audit.ts';
import { inBackground } from './background.ts';
import type { Caller, Core } from './core.ts';
import { invalidParameters, PlatformError } from './errors.ts';
import { countMailFrom, countMailTo, forgiveWaits } from './mail-limits.ts';
import type { MailLimits } from './mail-limits.ts';
import { networkOf } from './network.ts';
import type { Project } from './projects.ts';
import { sessionByName } from './sessions.ts';
import { requireAddress, requireDeviceName } from './user-ids.ts';

/** A request to prove an address (docs/protocol.md 4.1). */
export interface VerificationRequest {
  readonly userId: string;
  readonly deviceName: string;
  /** Hex of an M-Pin id of the asking device, or empty. */
  readonly mpinId: string;
  readonly accessId: string | undefined;
  readonly deviceTag: string | undefined;
  readonly lang: string;
  readonly handOver: boolean;
}

/** The answer: when the next mail may be sent (Unix seconds), what time it is here (Unix milliseconds), and what the mail holds. */
export interface VerificationStarted {
  readonly backoff: number;
  readonly nowMs: number;
  readonly method: 'link' | 'code';
  /** Two digits for the starter to show, where the confirmation is handed over by link. */
  readonly matchNumber?: string;
}

/** How long a request waits for the mail server before it goes on; clients wait 4 s. */
const MAIL_PATIENCE_MS = 3000;

/** How the address is proved, and which of the user's identities the device holds already: its PIN is then set anew. */
async function chooseMethod(core: Core, project: Project, userId: string, mpinId: string): Promise<{ method: 'link' | 'code'; resets: string | null }> {
  const devices = await core.db.queries.selectFrom('identities').select('id').where('project_id', '=', project.id).where('user_id', '=', userId).execute();
  const named = sha256(Buffer.from(mpinId, 'hex'));
  const resets = devices.find((device) => device.id === named)?.id ?? null;
  return { method: project.verificationMethod === 'code' && (devices.length === 0 || resets !== null) ? 'code' : 'link', resets };
}

/** The platform's limits, or the project's where they are narrower. */
function limitsOf({ config }: Core, { settings }: Project): MailLimits {
  return {
    mailBackoffSeconds: config.mailBackoffSeconds,
    mailsPerDay: Math.min(config.mailsPerDay, settings.mailsPerDay ?? config.mailsPerDay), codesPerDay: Math.min(config.codesPerDay, settings.codesPerDay ?? config.codesPerDay),
  };
}

function newMatch(): { number: string; choices: string } {
  const numbers = new Set<number>();
  while (numbers.size < 3) numbers.add(randomInt(10, 100));
  const choices = [...numbers].map(String);
  return { number: choices[randomInt(3)] ?? '', choices: JSON.stringify(choices) };
}

/** A resent mail keeps the number that the starter is already showing. */
async function matchOf(queries: Queries, session: Selectable<SessionTable>): Promise<{ number: string; choices: string }> {
  const earlier = await queries.selectFrom('verifications').select(['match_number', 'match_choices'])
    .where('access_digest', '=', session.access_digest).where('state', '=', 'sent').where('match_number', 'is not', null).executeTakeFirst();
  return earlier?.match_number && earlier.match_choices ? { number: earlier.match_number, choices: earlier.match_choices } : newMatch();
}

async function sessionOf(core: Core, project: Project, request: VerificationRequest, userId: string): Promise<Selectable<SessionTable> | undefined> {
  if (request.accessId === undefined || request.accessId === '') {
    if (request.handOver) throw invalidParameters('accessId');
    return undefined;
  }
  const session = await sessionByName(core, request.accessId);
  const fits = session !== undefined && session.project_id === project.id && session.hash === '';
  if (!request.handOver) return fits ? session : undefined;
  if (!fits) throw invalidParameters('accessId');
  if (session.user_id !== '' && session.user_id !== userId) throw invalidParameters('userId');
  return session;
}

/** Binds the session to the user and the request, and keeps it alive as long as the mail. */
async function handOverTo(queries: Queries, session: Selectable<SessionTable>, userId: string, verificationId: string, expiresAt: number): Promise<void> {
  const bound = await queries.updateTable('sessions')
    .set({ user_id: userId, verification_id: verificationId, expires_at: Math.max(session.expires_at, expiresAt) })
    .where('access_digest', '=', session.access_digest).where((eb) => eb.or([eb('user_id', '=', ''), eb('user_id', '=', userId)]))
    .returning('access_digest').executeTakeFirst();
  if (bound === undefined) throw invalidParameters('userId');
}

/**
 * Sends the mail that proves an address.
 *
 * @throws PlatformError REQUEST_BACKOFF too early; INVALID_REQUEST_PARAMETERS; INTERNAL_ERROR where no mail could be sent
 */
export async function startVerification(core: Core, caller: Caller, project: Project, request: VerificationRequest): Promise<VerificationStarted> {
  if (project.settings.identityType !== 'email') throw invalidParameters('userId');
  const userId = requireAddress(request.userId);
  const deviceName = requireDeviceName(request.deviceName);
  const session = await sessionOf(core, project, request, userId);
  const { method, resets } = await chooseMethod(core, project, userId, request.mpinId);
  await countMailFrom(core.mailRates, caller.ip);

  const now = core.now();
  const seconds = method === 'link' ? core.config.linkSeconds : core.config.codeSeconds;
  const id = randomUUID();
  const code = method === 'link' ? newSecret() : String(randomInt(1_000_000)).padStart(6, '0');
  const handedOver = request.handOver && session !== undefined;
  const { nextAt, match } = await core.db.transaction(async (queries) => {
    const next = await countMailTo(queries, limitsOf(core, project), { projectId: project.id, userId, method }, now);
    const number = handedOver && method === 'link' ? await matchOf(queries, session) : undefined;
    await queries.insertInto('verifications').values({
      id, project_id: project.id, user_id: userId, asked_user_id: request.userId, device_name: deviceName, lang: request.lang, method,
      code_digest: codeDigest(core, method, id, code), state: 'sent', handed_over: handedOver ? 1 : 0,
      access_digest: session?.access_digest ?? null, access_sealed: session === undefined ? null : core.sealer.seal(`access id of ${id}`, request.accessId ?? ''),
      match_number: number?.number ?? null, match_choices: number?.choices ?? null,
      device_digest: request.deviceTag === undefined ? null : core.hasher.digest('device', request.deviceTag),
      ip: caller.ip, network: networkOf(caller.ip), starter_tries: 0, other_tries: 0, created_at: now, expires_at: now + seconds * 1000, resets,
    }).execute();
    if (handedOver) await handOverTo(queries, session, userId, id, now + seconds * 1000);
    await audit(queries, 'verificationSent', { projectId: project.id, userId, deviceName, ip: caller.ip }, now);
    return { nextAt: next, match: number };
  });
  if (handedOver) core.wakeups.wake(session.access_digest);

  const common = { projectName: project.name, brand: brandOf(project), wording: project.settings.wording, deviceName, expiresInSeconds: seconds };
  const link = `${core.config.publicUrl}/verification/confirmation?${new URLSearchParams({ code, user_id: userId }).toString()}`;
  const sending = core.mailer.send(method === 'link'
    ? { to: userId, lang: request.lang, kind: 'confirm-link', data: { ...common, link } }
    : { to: userId, lang: request.lang, kind: 'confirm-code', data: { ...common, code } });
  await handOver(core, sending, { projectId: project.id, userId });
  return { backoff: Math.ceil(nextAt / 1000), nowMs: now, method, ...(match === undefined ? {} : { matchNumber: match.number }) };
}

/** Waits for the mail server as long as clients have patience; later failures are logged. */
async function handOver(core: Core, sending: Promise<void>, to: { projectId: string; userId: string }): Promise<void> {
  const outcome = sending.then(() => undefined, async (error: unknown) => {
    core.log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'a mail could not be handed to the mail server');
    await forgiveWaits(core.db.queries, to.projectId, to.userId);
    return new PlatformError('INTERNAL_ERROR', 'The mail could not be sent; try again later.');
  });
  inBackground(core, outcome);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => { timer = setTimeout(resolve, MAIL_PATIENCE_MS, undefined); });
  const failure = await Promise.race([outcome, patience]);
  clearTimeout(timer);
  if (failure !== undefined) throw failure;
}

/** What is stored of a code: a link code is found by it, a 6-digit code is bound to its own request. */
export function codeDigest(core: Core, method: 'link' | 'code', verificationId: string, code: string): string {
  return core.hasher.digest('code', method === 'link' ? code : `${verificationId}:${code}`);
}
