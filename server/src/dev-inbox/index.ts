export { createDevInbox } from './inbox.ts';
export type { DevInbox, InboxMail } from './inbox.ts';
export { devInboxRoutes } from './routes.ts';
