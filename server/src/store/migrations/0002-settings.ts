/** What a project and its applications may be told: settings beyond the first ones, kinds of applications and their rights. */
export const settings: readonly string[] = [
  `ALTER TABLE projects ADD COLUMN settings text NOT NULL DEFAULT '{}'`,
  `ALTER TABLE applications ADD COLUMN type text NOT NULL DEFAULT 'sign-in'`,
  `ALTER TABLE applications ADD COLUMN rights text NOT NULL DEFAULT '[]'`,
];
