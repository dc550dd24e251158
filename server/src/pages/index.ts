export { confirmationPage } from './confirmation.ts';
export type { ConfirmationModel } from './confirmation.ts';
export { objectionPage } from './objection.ts';
export type { ObjectionModel } from './objection.ts';
export { messagePage } from './message.ts';
export type { MessageKind, MessageModel } from './message.ts';
export { pageHeaders, stylesheet, stylesheetPath } from './document.ts';
