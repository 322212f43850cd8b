import { sql } from 'kysely';
import { columns, instant } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import { lasting } from '../../platform/database/due.ts';
import { record, SYSTEM } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import { dayInWords } from '../../ui/index.ts';
import { accountStream } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { candidateReader, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import { takeToTell, type Unactivated } from '../store/accounts.ts';
import { findCandidates } from '../store/candidates.ts';

/** Accounts told in one transaction. */
const AT_ONCE = 50;

const MOMENT = columns({ at: instant });

/** Before an account that nobody confirmed goes, its owner is told until when to confirm it (decision 210). */
export async function tellUnactivated(deps: AccountsDeps, of: Unactivated): Promise<void> {
  const told = await deps.db.transaction().execute((tx) => tellSome(deps, tx, of));
  if (told === AT_ONCE) await tellUnactivated(deps, of);
}

async function tellSome(deps: AccountsDeps, tx: Tx, of: Unactivated): Promise<number> {
  const taken = await takeToTell(tx, of, AT_ONCE);
  // Deadlines are read on the exam's clock, like every other date of a mail.
  const { at } = await MOMENT.one(tx, sql`select business_now() + ${lasting(of.notice)} as at`);
  for (const owner of await findCandidates(tx, taken)) {
    const subject = { stream: accountStream(owner.accountId), academy: null, session: null };
    await post(deps, tx, accountMails.unactivated, {
      eventId: await record(tx, SYSTEM, 'account.erasureTold', subject, null),
      reader: candidateReader(owner),
      path: '/compte/activer',
      values: { deadline: dayInWords(parisDay(at)) },
    });
  }
  return taken.length;
}
