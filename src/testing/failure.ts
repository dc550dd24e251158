/** An error answer (docs/protocol.md 1.3). Values of the context travel as strings. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly context: Readonly<Record<string, string>>;

  constructor(status: number, code: string, context: Readonly<Record<string, string>> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.context = context;
  }
}

/** A field of a request that is missing or badly formed. */
export const invalid = (field: string): Failure => new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: field });

/** The same answer for whoever is unknown and whoever is wrong. */
export const unproved = (context: Readonly<Record<string, string>> = {}): Failure => new Failure(401, 'UNSUCCESSFUL_AUTHENTICATION', context);
