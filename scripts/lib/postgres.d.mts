/** A PostgreSQL that the tests started. */
export interface PostgresServer {
  /** The URL of a database in it. */
  url(database?: string): string;
  /** Ends it as a crash would, without a last write, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** The folder of the newest PostgreSQL's programs that is new enough; undefined when there is none. */
export function findPostgres(): string | undefined;

/** Finds PostgreSQL, or installs the distribution's as root on Debian. */
export function ensurePostgres(): Promise<string>;

/** Starts a PostgreSQL of its own in a temporary folder; `durable` makes it flush every commit to the disk. */
export function startPostgres(options?: { readonly durable?: boolean }): Promise<PostgresServer>;
