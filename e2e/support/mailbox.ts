import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Mailbox = {
  readonly url: string;
  readonly all: () => readonly ParsedMail[];
  readonly has: (subject: RegExp, recipient: string) => boolean;
  /** Waits for the next mail not yet taken whose subject matches, to this address if one is named. */
  readonly take: (subject: RegExp, recipient?: string) => Promise<ParsedMail>;
  /** From now on there is nobody of this address here: 550. */
  readonly refuse: (address: string) => void;
  readonly close: () => Promise<void>;
};

/** A real SMTP server that keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const taken = new Set<ParsedMail>();
  const refused = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      refused.has(address)
        ? done(Object.assign(new Error(`No such user here: <${address}>`), { responseCode: 550 }))
        : done(),
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A client that is killed in the middle of a mail.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const find = (subject: RegExp, recipient: string): ParsedMail | undefined =>
    mails.find(
      (mail) => !taken.has(mail) && subject.test(mail.subject ?? '') && recipientsOf(mail).includes(recipient),
    );
  return {
    url: `smtp://127.0.0.1:${port}`,
    all: () => mails,
    has: (subject, recipient) => find(subject, recipient) !== undefined,
    take: async (subject, recipient = '') => {
      for (let waited = 0; waited < 900; waited++) {
        const found = find(subject, recipient);
        if (found !== undefined) {
          taken.add(found);
          return found;
        }
        await sleep(50);
      }
      throw new Error(`No mail « ${subject} » among: ${mails.map((mail) => mail.subject).join(' | ')}`);
    },
    refuse: (address) => void refused.add(address),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function recipientsOf({ to }: ParsedMail): string {
  return [to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(' ');
}

/** The one link of a mail. */
export function linkIn(mail: Pick<ParsedMail, 'subject' | 'text'>): string {
  const found = /https?:\/\/\S+/.exec(mail.text ?? '');
  if (found === null) throw new Error(`No link in « ${mail.subject} »`);
  return found[0];
}
