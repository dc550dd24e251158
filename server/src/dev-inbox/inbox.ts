/** A mail as the development inbox keeps and shows it. */
export interface InboxMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** ISO 8601. */
  receivedAt: string;
}

export interface DevInbox {
  deliver(mail: Omit<InboxMail, 'receivedAt'>): void;
  /** Newest first. */
  list(): readonly InboxMail[];
}

/** A mailbox in memory that keeps the newest `capacity` mails; for development only (docs/security.md). */
export function createDevInbox(options: { capacity?: number; now?: () => Date } = {}): DevInbox {
  const { capacity = 200, now = () => new Date() } = options;
  const mails: InboxMail[] = [];
  return {
    deliver(mail) {
      mails.unshift({ ...mail, receivedAt: now().toISOString() });
      mails.length = Math.min(mails.length, capacity);
    },
    list: () => [...mails],
  };
}
