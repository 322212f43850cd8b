import { mendLists } from './checking/index.ts';
import { erasuresOf, unactivatedIn } from './erasures.ts';
import { eraseNight } from './office/index.ts';
import type { Parts } from './parts.ts';
import type { Database } from './platform/database/database.ts';
import { transact } from './platform/database/transact.ts';
import { sealJournal } from './platform/journalSeal.ts';
import type { Log } from './platform/log.ts';
import { ok } from './platform/result.ts';
import { foldTally } from './scope/index.ts';
import { keepFiles } from './storage.ts';

/** What is done every night. */
export function everyNight(parts: Parts, log: Log): void {
  const { jobs, db, node, files, scans, accounts, shared } = parts;
  jobs.everyNight('housekeeping', () => eraseNight(db, erasuresOf(parts)(), log));
  jobs.everyNight('notices', () => accounts.tellUnactivated(unactivatedIn(shared.catalogue())));
  jobs.everyNight('journal', () => sealTheDay(db, log));
  // What ran at no midnight, a demonstration or a node that was down, has its seal too.
  void sealTheDay(db, log).catch((err: unknown) => log.warn({ err }, 'the journal could not be sealed'));
  jobs.everyNight('lists', async () => void (await mendLists(db, log)));
  jobs.everyMinute('counts', async () => void (await transact(db, async (tx) => ok(await foldTally(tx)))));
  keepFiles(jobs, node, { db, files }, scans);
}

/** Said where the journal isn't: a seal proves most to whoever kept it elsewhere. */
async function sealTheDay(db: Database, log: Log): Promise<void> {
  const seal = await sealJournal(db);
  if (seal === null) return;
  const { day, entries, chains, hash } = seal;
  log.info({ day: day.toString(), entries, chains, seal: hash.toString('hex') }, 'the journal of the day is sealed');
}
