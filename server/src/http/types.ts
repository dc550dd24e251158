import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { RateGroup } from '../config/rates.ts';
import type { Right } from '../core/rights.ts';

/** The server as routes see it: schemas give the types of what they validate. */
export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>;

declare module 'fastify' {
  interface FastifyInstance {
    /** The platform's clock (Unix milliseconds); the system's where a server has none of its own. */
    now?: () => number;
  }
  interface FastifyContextConfig {
    /** Which limit of the table a route counts towards; none where absent. */
    rate?: RateGroup;
    /** True where every origin may read the answer. */
    everyOrigin?: boolean;
    /** True where a request may come without a body, which then counts as `{}`. */
    optionalBody?: boolean;
    /** The right of the back-end API that a caller needs (http/credentials.ts); none where absent. */
    right?: Right;
    /** The code of this route for credentials that open nothing, where the documents name the older one. */
    refusal?: 'UNAUTHORIZED_REQUEST';
    /** Finds the project that a request is about; `undefined` leaves it to the query, the header, or the only one. */
    project?: (request: FastifyRequest) => Promise<string | undefined>;
  }
}
