import { createTransport } from 'nodemailer';
import type { DevInbox } from '../dev-inbox/inbox.ts';
import { singleAddress } from './address.ts';
import { composeMail } from './compose.ts';
import type { ComposedMail } from './compose.ts';
import type { Mail } from './mail.ts';

/** The configuration names no way, or no sender, to send mail with. */
export class MailConfigurationError extends Error {
  override name = 'MailConfigurationError';
}

export interface MailerOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  smtpUrl?: string | undefined;
  /** The sender: a bare address, or `Name <address>`. */
  from: string;
  /** Takes the mails in development, when no `smtpUrl` is given. */
  devInbox?: DevInbox | undefined;
}

export interface Mailer {
  /**
   * Writes one mail to one address and hands it to the SMTP server; resolves when that has accepted it.
   *
   * @throws {MailAddressError} when `to` is not one plain address; else what the SMTP transport reports
   */
  send(mail: Mail): Promise<void>;
  /** Closes pooled connections. */
  close(): void;
}

/** Milliseconds. A person waits for the answer of the request that sends a mail. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

type Deliver = (to: string, mail: ComposedMail) => Promise<void>;

/**
 * The platform's mailer: by SMTP, or in development into the inbox at `/dev/inbox`.
 *
 * @throws {MailConfigurationError} when there is neither, or `from` is not a sender
 */
export function createMailer(options: MailerOptions): Mailer {
  const from = parseSender(options.from);
  if (options.smtpUrl !== undefined) return smtpMailer(options.smtpUrl, from);
  const inbox = options.devInbox;
  if (inbox === undefined) throw new MailConfigurationError('No SMTP server is configured and no development inbox is there to take the mail.');
  return mailer(async (to, { subject, text, html }) => inbox.deliver({ to, subject, text, html }), () => {});
}

/**
 * Connects to the SMTP server and signs in there, without sending anything.
 *
 * @throws {MailConfigurationError} when `from` is not a sender; else what the SMTP transport reports
 */
export async function checkMail({ smtpUrl, from }: { smtpUrl: string; from: string }): Promise<void> {
  parseSender(from);
  const transport = createTransport({ ...timeouts, url: smtpUrl, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function smtpMailer(url: string, from: Sender): Mailer {
  const transport = createTransport({ ...timeouts, url, pool: true, maxConnections: 4, disableFileAccess: true, disableUrlAccess: true });
  const deliver: Deliver = async (to, { subject, text, html, language }) => {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      // The addresses that count are stated, not left to be read out of headers.
      envelope: { from: from.address, to: [to] },
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    });
  };
  return mailer(deliver, () => transport.close());
}

function mailer(deliver: Deliver, close: () => void): Mailer {
  return {
    async send(mail) {
      await deliver(singleAddress(mail.to), composeMail(mail));
    },
    close,
  };
}

interface Sender {
  name: string;
  address: string;
}

function parseSender(from: string): Sender {
  const named = /^([^<>"\p{C}]*)<([^<>]+)>$/u.exec(from.trim());
  try {
    if (named === null) return { name: '', address: singleAddress(from.trim(), { dotless: true }) };
    return { name: (named[1] ?? '').trim(), address: singleAddress(named[2] ?? '', { dotless: true }) };
  } catch (cause) {
    throw new MailConfigurationError('The sender must be a bare address or "Name <address>".', { cause });
  }
}
