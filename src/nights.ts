import { type KeptLengths, keptFor } from './catalogue/index.ts';
import { mendLists } from './checking/index.ts';
import { oldExaminers } from './examiners/index.ts';
import { oldOrders } from './exports/index.ts';
import { oldFormerResults } from './former/index.ts';
import { oldBanners } from './incidents/index.ts';
import { oldDeliveries } from './integrations/index.ts';
import type { Parts } from './parts.ts';
import { oldLists } from './persons/index.ts';
import type { Database } from './platform/database/database.ts';
import type { Due } from './platform/database/due.ts';
import { transact } from './platform/database/transact.ts';
import { oldKeys } from './platform/http/once.ts';
import { oldRefusals } from './platform/http/refusals.ts';
import { oldTries } from './platform/http/throttle.ts';
import { SYSTEM } from './platform/journal.ts';
import { sealJournal } from './platform/journalSeal.ts';
import type { Log } from './platform/log.ts';
import { ok } from './platform/result.ts';
import { oldMinutes } from './platform/service/minutes.ts';
import { foldTally } from './scope/index.ts';
import { keepFiles } from './storage.ts';

/** What is done every night. */
export function everyNight(parts: Parts, log: Log): void {
  const { jobs, db, node, shared, files, scans, fileReader } = parts;
  jobs.everyNight('housekeeping', async () => {
    for (const { erase } of oldRows(parts)) await db.transaction().execute(erase);
  });
  jobs.everyNight('journal', () => sealTheDay(db, log));
  // What ran at no midnight, a demonstration or a node that was down, has its seal too.
  void sealTheDay(db, log).catch((err: unknown) => log.warn({ err }, 'the journal could not be sealed'));
  jobs.everyNight('lists', async () => void (await mendLists(db, log)));
  jobs.everyMinute('counts', async () => void (await transact(db, async (tx) => ok(await foldTally(tx)))));
  keepFiles(jobs, node, { ...shared, files }, scans, fileReader);
}

/** Rows that are kept no longer, each for as long as the rules in force say. */
function oldRows({ accounts, catalogue }: Pick<Parts, 'accounts' | 'catalogue'>): readonly Due[] {
  const kept = (what: keyof KeptLengths): Temporal.Duration => keptFor(catalogue(), what);
  return [
    accounts.expired,
    oldKeys(kept('sentForm')),
    oldTries,
    oldRefusals(kept('refusedRequest')),
    oldMinutes(kept('serviceMinute')),
    oldBanners,
    oldDeliveries({ delivered: kept('deliveredNotice'), dead: kept('deadNotice') }),
    oldFormerResults({ unconfirmed: kept('unconfirmedList'), refused: kept('refusedClaim') }),
    oldLists({ unconfirmed: kept('unconfirmedList'), confirmed: kept('carriedList') }),
    oldOrders(kept('orderedList')),
    oldExaminers(kept('retiredExaminer'), (tx, academy, account) =>
      accounts.setStaffDisabled(tx, SYSTEM, academy, account, true),
    ),
  ];
}

/** Said where the journal isn't: a seal proves most to whoever kept it elsewhere. */
async function sealTheDay(db: Database, log: Log): Promise<void> {
  const seal = await sealJournal(db);
  if (seal === null) return;
  const { day, entries, chains, hash } = seal;
  log.info({ day: day.toString(), entries, chains, seal: hash.toString('hex') }, 'the journal of the day is sealed');
}
