import { eraseFormerMarks } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { record, SYSTEM } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import { formerSubject } from '../events.ts';
import { eraseOld } from '../store/erase.ts';

/** Each night: marks that nobody can keep any more go, whoever they are of. Says how many lines. */
export async function forgetFormerResults(db: Database): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const today = parisDay((await readMoment(tx, SYSTEM)).now);
    await eraseFormerMarks(tx, today);
    const lines = await eraseOld(tx, today);
    if (lines > 0) await record(tx, SYSTEM, 'former.erased', { ...formerSubject('toutes'), academy: null }, { lines });
    return lines;
  });
}
