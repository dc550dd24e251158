/** The tables of the web console (migration 0013); the conventions are those of schema.ts. */
export interface AdministrationSchema {
  administrators: AdministratorTable;
  administrator_invitations: AdministratorInvitationTable;
  console_sessions: ConsoleSessionTable;
  console_submissions: ConsoleSubmissionTable;
  console_notes: ConsoleNoteTable;
}

/** The role of an account of the console's project in one project; in the console's own project it counts everywhere. */
export interface AdministratorTable {
  user_id: string;
  project_id: string;
  role: 'owner' | 'admin' | 'support' | 'auditor';
  granted_by: string;
  granted_at: number;
}

/** A role that waits for whoever holds the link. */
export interface AdministratorInvitationTable {
  id: string;
  code_digest: string;
  project_id: string;
  /** Whose it is; empty for the first administrator's link, which is whoever's who holds it. */
  user_id: string;
  role: AdministratorTable['role'];
  invited_by: string;
  created_at: number;
  expires_at: number;
}

export interface ConsoleSessionTable {
  id_digest: string;
  user_id: string;
  /** The device that proved the PIN: once it is revoked, the session is over. */
  identity_id: string;
  created_at: number;
  idle_until: number;
  expires_at: number;
}

/** Forms that were sent, so that sending them twice does nothing twice. */
export interface ConsoleSubmissionTable {
  token_digest: string;
  /** Where the first one led; empty while it is under way. */
  location: string;
  expires_at: number;
}

/** What the next page of a session shows once: how a form ended, a secret that was just made. */
export interface ConsoleNoteTable {
  session_digest: string;
  path: string;
  content_sealed: string;
  expires_at: number;
}
