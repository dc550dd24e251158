import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { foundation } from './0001-foundation.ts';
import { settings } from './0002-settings.ts';
import { identityCapabilities } from './0003-identity-capabilities.ts';
import { phone } from './0007-phone.ts';
import { otp } from './0005-otp.ts';
import { backend } from './0004-backend.ts';
import { oidc } from './0006-oidc.ts';
import { activationDevices } from './0010-activations.ts';
import { nodes } from './0012-nodes.ts';
import { administration } from './0013-administration.ts';
import { webhooks } from './0014-webhooks.ts';
import { authorities } from './0015-authorities.ts';
import { logoutUris } from './0016-logout-uris.ts';
import { notices } from './0018-notices.ts';
import { upkeep } from './0019-upkeep.ts';
import { signatureWindows } from './0020-signature-windows.ts';
import { identityEnd } from './0021-identity-end.ts';
import { auditStatus } from './0022-audit-status.ts';
import { sessionApplication } from './0023-session-application.ts';

/** What a dialect calls a key that only grows and is never used twice; stands for `GROWING_KEY` in the statements. */
export type GrowingKey = 'integer PRIMARY KEY AUTOINCREMENT' | 'bigserial PRIMARY KEY';

/** Statements, each of which every SQL database understands, by the migration's name. A released migration never changes. */
const STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  '0001-foundation': foundation,
  '0002-settings': settings,
  '0003-identity-capabilities': identityCapabilities,
  '0004-backend': backend,
  '0005-otp': otp,
  '0006-oidc': oidc,
  '0007-phone': phone,
  '0010-activations': activationDevices,
  '0012-nodes': nodes,
  '0013-administration': administration,
  '0014-webhooks': webhooks,
  '0015-authorities': authorities,
  '0016-logout-uris': logoutUris,
  '0018-notices': notices,
  '0019-upkeep': upkeep,
  '0020-signature-windows': signatureWindows,
  '0021-identity-end': identityEnd,
  '0022-audit-status': auditStatus,
  '0023-session-application': sessionApplication,
};

/** The schema of this release. */
export const NEWEST_SCHEMA = Object.keys(STATEMENTS).toSorted().at(-1) ?? '';

function migration(statements: readonly string[], growingKey: GrowingKey): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await sql.raw(statement.replace('GROWING_KEY', growingKey)).execute(db);
    },
  };
}

/** All migrations; they are applied in the order of their names. */
export function migrations(growingKey: GrowingKey): Record<string, Migration> {
  return Object.fromEntries(Object.entries(STATEMENTS).map(([name, statements]) => [name, migration(statements, growingKey)]));
}
