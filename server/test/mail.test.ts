import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { createDevInbox } from '../src/dev-inbox/index.ts';
import { createMailer, MailAddressError, MailConfigurationError, singleAddress } from '../src/mail/index.ts';
import type { Mail, MailContent, Mailer } from '../src/mail/index.ts';

const WORD_JOINER = '\u2060';
const link = 'https://auth.example.com/verification/confirmation?code=0123456789abcdef&user_id=ada%40example.com';
const objectionLink = 'https://auth.example.com/identity/objection?code=0123456789abcdef';
const common = { projectName: 'Northwind Bank', deviceName: 'Chrome on Windows' };
const contents: MailContent[] = [
  { kind: 'confirm-link', data: { ...common, link, expiresInSeconds: 3600 } },
  { kind: 'confirm-code', data: { ...common, code: '204816', expiresInSeconds: 600 } },
  { kind: 'new-device', data: { ...common, registeredAt: 1_795_000_000, objectionLink } },
  { kind: 'pin-reset', data: { ...common, registeredAt: 1_795_000_000, objectionLink } },
  { kind: 'locked', data: { ...common, lockedAt: 1_795_000_000, objectionLink } },
];

interface Received {
  from: string | false;
  to: string[];
  mail: Email;
}

describe('mail over SMTP', () => {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push({ from: mailFrom && mailFrom.address, to: rcptTo.map((recipient) => recipient.address), mail });
          done();
        }, done);
      });
    },
  });
  let mailer: Mailer;

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Northwind Bank <no-reply@northwind.example>' });
  });

  after(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  async function send(mail: Mail): Promise<Received> {
    received.length = 0;
    await mailer.send(mail);
    assert.equal(received.length, 1);
    return received[0] as Received;
  }

  for (const content of contents) {
    for (const lang of ['en', 'de', 'ar']) {
      it(`${content.kind} in ${lang} arrives as text and HTML that say the same`, async () => {
        const { from, to, mail } = await send({ ...content, to: 'ada@example.com', lang });
        assert.equal(from, 'no-reply@northwind.example');
        assert.deepEqual(to, ['ada@example.com']);
        assert.deepEqual(mail.to?.map((address) => address.address), ['ada@example.com']);
        assert.match(mail.subject ?? '', /Northwind Bank/);
        assert.match(mail.html ?? '', new RegExp(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`));
        for (const part of [mail.text, mail.html]) {
          assert.match(part ?? '', /Northwind Bank/);
          assert.match(part ?? '', /Chrome on Windows/);
          assert.doesNotMatch(part ?? '', /undefined|\[object/);
        }
      });
    }
  }

  it('brings the link unbroken in both parts', async () => {
    const { mail } = await send({ ...(contents[0] as MailContent), to: 'ada@example.com' });
    assert.ok(mail.text?.split(/\r?\n/).includes(link));
    assert.ok(mail.html?.includes(`href="${link.replaceAll('&', '&amp;')}"`));
  });

  it('ends one line with the code, in the words people look for', async () => {
    const { mail } = await send({ ...(contents[1] as MailContent), to: 'ada@example.com', lang: 'en-GB' });
    assert.ok(mail.text?.split(/\r?\n/).includes('Type the following code to register your device: 204816'));
    assert.match(mail.html ?? '', />204816</);
    assert.match(mail.text ?? '', /Valid for 10 minutes\./);
  });

  it('keeps a device name from becoming a link, markup, or a turned sentence', async () => {
    const deviceName = '\u202Ehttps://evil.example/<b>x</b>';
    const { mail } = await send({ kind: 'locked', to: 'ada@example.com', data: { ...common, deviceName, lockedAt: 0, objectionLink } });
    for (const part of [mail.text ?? '', mail.html ?? '']) {
      assert.doesNotMatch(part, /\u202E/);
      assert.doesNotMatch(part, /evil\.example|https:\/\/(?!auth\.example\.com\/)/);
      assert.ok(part.includes(`evil.${WORD_JOINER}example`));
    }
    assert.doesNotMatch(mail.html ?? '', /<b>x/);
  });

  it('cannot be made to write a second header line by a project name', async () => {
    const { mail, to } = await send({ kind: 'locked', to: 'ada@example.com', data: { ...common, projectName: 'Bank\r\nBcc: eve@example.com', lockedAt: 0, objectionLink } });
    assert.deepEqual(to, ['ada@example.com']);
    assert.equal(mail.bcc, undefined);
    assert.match(mail.subject ?? '', /Bank Bcc: eve@example\.com/);
  });

  it('sends nothing to what is not one plain address', async () => {
    received.length = 0;
    const bad = 'Ada <ada@example.com>, eve@example.com';
    await assert.rejects(mailer.send({ ...(contents[0] as MailContent), to: bad }), (error: Error) => {
      assert.ok(error instanceof MailAddressError);
      assert.doesNotMatch(error.message, /ada|eve/);
      return true;
    });
    assert.equal(received.length, 0);
  });

  it('reports a server that refuses', async () => {
    const refusing = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@example.com' });
    await assert.rejects(refusing.send({ ...(contents[0] as MailContent), to: 'ada@example.com' }), { code: 'ESOCKET' });
    refusing.close();
  });
});

describe('singleAddress', () => {
  const good: [string, string][] = [
    ['ada@example.com', 'ada@example.com'],
    ["o'hara+tag@mail.example.co.uk", "o'hara+tag@mail.example.co.uk"],
    ['jörg@bücher.example', 'jörg@xn--bcher-kva.example'],
    ['Ada@EXAMPLE.com', 'Ada@example.com'],
  ];
  for (const [text, address] of good) {
    it(`takes ${text}`, () => assert.equal(singleAddress(text), address));
  }

  const bad = [
    '', 'ada', '@example.com', 'ada@', 'ada@localhost', 'ada@example..com', 'ada@-example.com', 'ada@127.0.0.1', 'ada@[127.0.0.1]', '.ada@example.com',
    'ada..b@example.com', 'ada@exam ple.com', 'ada @example.com', ' ada@example.com', 'ada@example.com ', 'ada@example.com\r\nRCPT TO:<eve@example.com>',
    'ada@example.com,eve@example.com', 'ada@example.com;eve@example.com', '<ada@example.com>', 'Ada <ada@example.com>', '"ada"@example.com', 'ada(x)@example.com',
    'ada@example.com%09', 'ada@eve@example.com', 'ada@example.com\u0000', `${'a'.repeat(65)}@example.com`, `a@${'b.'.repeat(126)}example`,
  ];
  for (const text of bad) {
    it(`refuses ${JSON.stringify(text.slice(0, 60))}`, () => assert.throws(() => singleAddress(text), MailAddressError));
  }
});

describe('createMailer', () => {
  it('delivers to the development inbox when there is no SMTP server', async () => {
    const devInbox = createDevInbox({ now: () => new Date(0) });
    const mailer = createMailer({ from: 'no-reply@northwind.example', devInbox });
    await mailer.send({ ...(contents[1] as MailContent), to: 'ada@example.com' });
    const [mail] = devInbox.list();
    assert.equal(mail?.to, 'ada@example.com');
    assert.equal(mail?.receivedAt, '1970-01-01T00:00:00.000Z');
    assert.match(mail?.text ?? '', /204816/);
    mailer.close();
  });

  it('refuses to be made without a way to send', () => {
    assert.throws(() => createMailer({ from: 'a@example.com' }), MailConfigurationError);
  });

  for (const from of ['no-reply@localhost', 'M-Pin <no-reply@localhost>', 'Ü <no-reply@example.com>']) {
    it(`takes the sender ${from}`, () => createMailer({ from, devInbox: createDevInbox() }).close());
  }

  for (const from of ['', 'nobody', 'A <a@example.com>, B <b@example.com>', 'A\r\nBcc: x <a@example.com>']) {
    it(`refuses the sender ${JSON.stringify(from)}`, () => {
      assert.throws(() => createMailer({ from, devInbox: createDevInbox() }), MailConfigurationError);
    });
  }
});
