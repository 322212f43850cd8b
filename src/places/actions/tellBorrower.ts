import { type ExamDeps, examAddresses } from '../../exam/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { loanMails } from '../mails.ts';
import type { Loan } from '../store/loans.ts';

/** What the acts on loans work with. `letters`: what the other office is told with. */
export type LoanDeps = Pick<ExamDeps, 'db' | 'events' | 'catalogue' | 'accounts'> & {
  readonly letters: { readonly outbox: Outbox; readonly publicUrl: URL };
};

/** Whoever runs the other office reads in one mail that rooms are theirs for some days, or aren't any more. */
export async function tellBorrower(
  { catalogue, accounts, letters: { outbox, publicUrl } }: LoanDeps,
  tx: Tx,
  eventId: string,
  mail: (typeof loanMails)[keyof typeof loanMails],
  rooms: readonly [Loan, ...Loan[]],
): Promise<void> {
  const [{ academy, borrower, firstDay, lastDay }] = rooms;
  const heads = (await accounts.listStaff(tx, borrower)).filter(
    ({ role, activated, disabledAt }) => role === 'head' && activated && disabledAt === null,
  );
  const page = mail === loanMails.lent ? examAddresses.centres() : examAddresses.home();
  const said = {
    rooms,
    firstDay,
    lastDay,
    lender: catalogue().academy(academy)?.label ?? academy,
    link: new URL(page, publicUrl).href,
  };
  for (const { accountId, address: recipient, name } of heads) {
    const { mail: _, ...words } = mail.write({ ...said, name });
    const template = mail.code;
    await outbox.post(tx, { eventId, template, recipient, accountId, academy: borrower, session: null, ...words });
  }
}
