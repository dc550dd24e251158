export { isSingleAddress, MailAddressError, singleAddress } from './address.ts';
export { checkMail, createMailer, MailConfigurationError } from './mailer.ts';
export type { Mailer, MailerOptions } from './mailer.ts';
export type { Mail, MailContent } from './mail.ts';
