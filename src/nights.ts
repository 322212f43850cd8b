import { mendLists } from './checking/index.ts';
import { eraseRetired } from './examiners/index.ts';
import { forgetExportOrders } from './exports/index.ts';
import { forgetFormerResults } from './former/index.ts';
import { forgetOldBanners } from './incidents/index.ts';
import { forgetDeliveries } from './integrations/index.ts';
import type { Parts } from './parts.ts';
import { forgetLists } from './persons/index.ts';
import type { Database } from './platform/database/database.ts';
import { transact } from './platform/database/transact.ts';
import { forgetOldKeys } from './platform/http/once.ts';
import { forgetOldRefusals } from './platform/http/refusals.ts';
import { forgetOldTries } from './platform/http/throttle.ts';
import { SYSTEM } from './platform/journal.ts';
import { sealJournal } from './platform/journalSeal.ts';
import type { Log } from './platform/log.ts';
import { ok } from './platform/result.ts';
import { forgetOldMinutes } from './platform/service/minutes.ts';
import { foldTally } from './scope/index.ts';
import { keepFiles } from './storage.ts';

/** What is done every night. */
export function everyNight({ jobs, accounts, db, node, shared, files, scans, fileReader }: Parts, log: Log): void {
  jobs.everyNight('housekeeping', async () => {
    await accounts.forgetExpired();
    await forgetOldKeys(db);
    await forgetOldTries(db);
    await forgetOldRefusals(db);
    await forgetOldMinutes(db);
    await forgetOldBanners(db);
    await forgetDeliveries(db);
    await forgetFormerResults(db);
    await forgetLists(db);
    await forgetExportOrders(db);
    await eraseRetired(db, (tx, academy, account) => accounts.setStaffDisabled(tx, SYSTEM, academy, account, true));
  });
  jobs.everyNight('journal', () => sealTheDay(db, log));
  // What ran at no midnight, a demonstration or a node that was down, has its seal too.
  void sealTheDay(db, log).catch((err: unknown) => log.warn({ err }, 'the journal could not be sealed'));
  jobs.everyNight('lists', async () => void (await mendLists(db, log)));
  jobs.everyMinute('counts', async () => void (await transact(db, async (tx) => ok(await foldTally(tx)))));
  keepFiles(jobs, node, { ...shared, files }, scans, fileReader);
}

/** Said where the journal isn't: a seal proves most to whoever kept it elsewhere. */
async function sealTheDay(db: Database, log: Log): Promise<void> {
  const seal = await sealJournal(db);
  if (seal === null) return;
  const { day, entries, chains, hash } = seal;
  log.info({ day: day.toString(), entries, chains, seal: hash.toString('hex') }, 'the journal of the day is sealed');
}
