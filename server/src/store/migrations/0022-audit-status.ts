/** Charts and filters of the audit log ask for one kind of event at a time, of which there may be few among very many. */
export const auditStatus: readonly string[] = [
  `CREATE INDEX audit_status ON audit (project_id, status, created_at)`,
];
