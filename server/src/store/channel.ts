/**
 * Short messages between the nodes of one database. A message reaches every other node at most once and is not kept: it
 * says that something changed, the database says what.
 */
export interface Channel {
  /** Sends to the other nodes; not to this one. Nothing waits for it. */
  send(message: string): void;
  /** Calls `receive` with each message from another node, and `gap` where some may have been missed. One receiver only. */
  open(receiver: { readonly receive: (message: string) => void; readonly gap: () => void }): Promise<void>;
  close(): Promise<void>;
}

/** The channel of a database that belongs to one process: nobody else is there to be told. */
export const NO_OTHER_NODES: Channel = { send: () => {}, open: async () => {}, close: async () => {} };
