import type { Database } from '../platform/database/database.ts';
import { type KeptMail, latestMails } from '../platform/mail/outbox.ts';

/** The mails to an address, oldest first, but those of its account. */
export async function mailsTo(db: Database, address: string): Promise<readonly KeptMail[]> {
  const mails = await latestMails(db, 100, address);
  return mails.filter((mail) => !mail.template.startsWith('account.')).toReversed();
}
