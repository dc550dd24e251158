import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { eventually } from './resources.ts';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A real SMTP server that keeps what it is given. */
export interface Mailbox {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** The oldest mail to this address that was not taken yet, of those whose text matches. */
  take(to: string, holding?: RegExp): Promise<ReceivedMail>;
  /** The code and the user id of the next mail that holds a confirmation link. */
  takeLink(to: string): Promise<{ url: string; code: string; userId: string }>;
  /** The digits of the next mail that holds a code. */
  takeDigits(to: string): Promise<string>;
  /** Lets senders wait for the word that their mail was taken, until it is called again with false. */
  hold(held: boolean): void;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const taken = new Set<ReceivedMail>();
  let held = false;
  let waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const receive = async (): Promise<void> => {
        const mail = await PostalMime.parse(await buffer(stream));
        const [recipient] = session.envelope.rcptTo;
        mails.push({ to: recipient?.address ?? '', subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '' });
      };
      receive().then(() => { if (held) waiting.push(done); else done(); }, (error: unknown) => done(error instanceof Error ? error : new Error('not received')));
    },
  });
  // A platform that is killed in the middle of a mail is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.server.address() as AddressInfo;
  const take = (to: string, holding = /(?:)/): Promise<ReceivedMail> => eventually(`a mail to ${to} that holds ${holding.source}`, () => {
    const mail = mails.find((candidate) => candidate.to === to && !taken.has(candidate) && holding.test(candidate.text));
    if (mail !== undefined) taken.add(mail);
    return mail;
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    take,
    async takeLink(to) {
      const link = /https?:\/\/\S*\/verification\/confirmation\?code=[^\s&]+&user_id=\S+/;
      const found = link.exec((await take(to, link)).text);
      const url = new URL(found?.[0] ?? 'missing:');
      return { url: url.href, code: url.searchParams.get('code') ?? '', userId: url.searchParams.get('user_id') ?? '' };
    },
    async takeDigits(to) {
      const digits = /: (\d{6})$/m;
      return digits.exec((await take(to, digits)).text)?.[1] ?? '';
    },
    hold(hold) {
      held = hold;
      if (held) return;
      waiting.forEach((accept) => accept());
      waiting = [];
    },
    close: () => new Promise((resolve) => { server.close(() => resolve()); }),
  };
}
