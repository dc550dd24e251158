import { randomUUID } from 'node:crypto';
import { auditApplication } from '../core/applications.ts';
import type { Core } from '../core/core.ts';
import { PlatformError } from '../core/errors.ts';
import { readRights } from '../core/rights.ts';
import { newSecret } from '../keys/secrets.ts';
import { parseAddressRange } from './address-ranges.ts';
import type { AddressRange } from './address-ranges.ts';
import { encodeAttribute } from './attributes.ts';
import { RadiusClientError } from './errors.ts';
import type { Attribute } from './packet.ts';

/** Who may ask: a VPN gateway or another RADIUS server, known by the address it sends from. */
export interface RadiusClient {
  readonly id: string;
  readonly name: string;
  /** The application whose one-time passwords it takes, and its project. */
  readonly applicationId: string;
  readonly projectId: string;
  readonly range: AddressRange;
  readonly secret: string;
  /** Whether an Access-Request without Message-Authenticator is dropped. */
  readonly proofRequired: boolean;
  /** What an Access-Accept carries to it. */
  readonly attributes: readonly Attribute[];
}

/** An attribute as an operator writes it. */
export type NamedAttribute = readonly [name: string, value: string];

/** What a new client needs. */
export interface NewRadiusClient {
  readonly applicationId: string;
  readonly name: string;
  readonly address: string;
  /** Made up unless given. */
  readonly secret?: string;
  readonly messageAuthenticator: 'required' | 'optional';
  readonly attributes: readonly NamedAttribute[];
  readonly actor: string;
}

/** A client without its secret, for lists. */
export interface RadiusClientSummary {
  readonly id: string;
  readonly name: string;
  readonly applicationId: string;
  readonly address: string;
  readonly messageAuthenticator: 'required' | 'optional';
  readonly attributes: readonly NamedAttribute[];
}

type Store = Pick<Core, 'db' | 'sealer' | 'now'>;

/** Shortest secret that is taken; RFC 2865 section 3 asks for as much as a well-chosen password. */
const SECRET_CHARACTERS = 16;

const label = (id: string): string => `RADIUS secret of ${id}`;

/**
 * Adds a client.
 *
 * @returns its id and its secret, told here and never again
 * @throws RadiusClientError where the address, the secret or an attribute makes no sense, or the address is taken; PlatformError NOT_FOUND where there is no
 *   such OTP application
 */
export async function addRadiusClient({ db, sealer, now }: Store, client: NewRadiusClient): Promise<{ readonly id: string; readonly secret: string }> {
  const { applicationId, name, attributes, messageAuthenticator, secret = newSecret() } = client;
  if (Buffer.byteLength(secret) < SECRET_CHARACTERS) throw new RadiusClientError(`the secret must have at least ${SECRET_CHARACTERS} characters`);
  const address = parseAddressRange(client.address).text;
  attributes.forEach(([attribute, value]) => encodeAttribute(attribute, value));
  const id = randomUUID();
  await db.transaction(async (queries) => {
    const application = await queries.selectFrom('otp_applications').select('application_id').where('application_id', '=', applicationId).executeTakeFirst();
    if (application === undefined) throw new PlatformError('NOT_FOUND', `There is no OTP application ${applicationId}.`);
    const inserted = await queries.insertInto('radius_clients').values({
      id, application_id: applicationId, name, address, secret_sealed: sealer.seal(label(id), secret), message_authenticator: messageAuthenticator,
      attributes: JSON.stringify(attributes), created_at: now(),
    }).onConflict((conflict) => conflict.column('address').doNothing()).returning('id').executeTakeFirst();
    if (inserted === undefined) throw new RadiusClientError(`there is a RADIUS client with the address ${address} already; remove it first`);
    await auditApplication(queries, 'radiusClientAdded', applicationId, client.actor, now());
  });
  return { id, secret };
}

/** Removes a client; effective within seconds on every node. @throws PlatformError NOT_FOUND */
export async function removeRadiusClient({ db, now }: Pick<Core, 'db' | 'now'>, id: string, actor: string): Promise<void> {
  await db.transaction(async (queries) => {
    const row = await queries.deleteFrom('radius_clients').where('id', '=', id).returning('application_id').executeTakeFirst();
    if (row === undefined) throw new PlatformError('NOT_FOUND', `There is no RADIUS client ${id}.`);
    await auditApplication(queries, 'radiusClientRemoved', row.application_id, actor, now());
  });
}

/** All clients, oldest first. */
export async function listRadiusClients({ db }: Pick<Core, 'db'>): Promise<readonly RadiusClientSummary[]> {
  const rows = await db.queries.selectFrom('radius_clients').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id, name: row.name, applicationId: row.application_id, address: row.address, messageAuthenticator: row.message_authenticator,
    attributes: JSON.parse(row.attributes) as NamedAttribute[],
  }));
}

/** Finds clients by the address they send from. */
export interface ClientRegistry {
  /** @param address - IPv4 not mapped into IPv6 */
  find(address: string): Promise<RadiusClient | undefined>;
}

/** How old the list in memory may be: commands and other nodes change the database. */
const REFRESH_MS = 5000;

async function loadClients({ db, sealer }: Store): Promise<readonly RadiusClient[]> {
  const rows = await db.queries.selectFrom('radius_clients').innerJoin('applications', 'applications.id', 'radius_clients.application_id')
    .selectAll('radius_clients').select(['applications.project_id', 'applications.rights']).where('applications.type', '=', 'otp').where('applications.active', '=', 1).execute();
  const clients = rows.filter((row) => readRights(row.rights).includes('otp')).map((row): RadiusClient => ({
    id: row.id, name: row.name, applicationId: row.application_id, projectId: row.project_id, range: parseAddressRange(row.address),
    secret: sealer.open(label(row.id), row.secret_sealed), proofRequired: row.message_authenticator === 'required',
    attributes: (JSON.parse(row.attributes) as NamedAttribute[]).map(([name, value]) => encodeAttribute(name, value)),
  }));
  return clients.toSorted((a, b) => b.range.bits - a.range.bits);
}

/** The clients in the database, those of applications that are switched on and have their right; the narrowest range that holds an address wins. */
export function createClientRegistry(store: Store): ClientRegistry {
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<readonly RadiusClient[]> = Promise.resolve([]);
  return {
    async find(address) {
      if (store.now() - loadedAt >= REFRESH_MS) {
        loadedAt = store.now();
        loading = loadClients(store);
        // A database that is away now is asked again at once.
        loading.catch(() => { loadedAt = Number.NEGATIVE_INFINITY; });
      }
      return (await loading).find(({ range }) => range.holds(address));
    },
  };
}
