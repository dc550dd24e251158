import { Type } from '@fastify/type-provider-typebox';
import { DEVICE_NAME_LENGTH, USER_ID_LENGTH } from '../core/user-ids.ts';

/** The fields that requests are made of (docs/protocol.md 1.5 and 3 to 7). Upper-case hex is accepted and lower-cased. */

export const userId = Type.String({ minLength: 1, maxLength: USER_ID_LENGTH });
export const optionalUserId = Type.Optional(Type.String({ maxLength: USER_ID_LENGTH }));
export const deviceName = Type.String({ maxLength: DEVICE_NAME_LENGTH });
export const projectId = Type.Optional(Type.String({ maxLength: 64 }));
export const secret = Type.String({ minLength: 1, maxLength: 128 });
export const accessId = Type.Optional(Type.String({ maxLength: 128 }));
export const shortText = Type.Optional(Type.String({ maxLength: 256 }));
export const longText = Type.Optional(Type.String({ maxLength: 2048 }));
export const deviceTag = Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{32}$' }));
export const language = Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,4}$' }));
export const dtas = Type.String({ maxLength: 1024 });

/** A point of G1, 65 bytes. */
export const g1 = Type.String({ pattern: '^[0-9a-fA-F]{130}$' });
/** A point of G2, 128 bytes. */
export const g2 = Type.String({ pattern: '^[0-9a-fA-F]{256}$' });
/** Any bytes, at least one. */
export const bytes = Type.String({ pattern: '^([0-9a-fA-F]{2})+$', maxLength: 60_000 });
/** Any bytes, or none. */
export const optionalBytes = Type.Optional(Type.String({ pattern: '^([0-9a-fA-F]{2})*$', maxLength: 60_000 }));

/** Part of a list (docs/protocol.md 10.2). Queries hold texts. */
export const offset = Type.Optional(Type.String({ pattern: '^\\d{1,9}$' }));
export const limit = Type.Optional(Type.String({ pattern: '^([1-9]\\d{0,2}|1000)$' }));
/** SHA-256 of an M-Pin id. */
export const identityHash = Type.String({ pattern: '^[0-9a-fA-F]{64}$' });
/** A moment, RFC 3339. */
export const moment = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})$' }));
