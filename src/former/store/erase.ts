import { sql } from 'kysely';
import { oldFormerMarks } from '../../enrolment/index.ts';
import { type Due, dueOf, dueRows, lasting } from '../../platform/database/due.ts';
import { record, SYSTEM } from '../../platform/journal.ts';
import { formerSubject } from '../events.ts';

const TODAY = sql`(business_now() at time zone 'Europe/Paris')::date`;

/** What is kept no longer: marks that nobody can keep any more, whoever they are of, and files and requests whose time is over. */
export function oldFormerResults(kept: {
  readonly unconfirmed: Temporal.Duration;
  readonly refused: Temporal.Duration;
}): Due {
  const lines = dueRows('former_line', sql`until < ${TODAY}`);
  const others = dueOf(
    oldFormerMarks,
    dueRows('former_import', sql`rank is null and at < ${TODAY} - ${lasting(kept.unconfirmed)}`),
    dueRows(
      'former_link',
      sql`not exists (select from former_line l where l.academy = t.academy and l.number = t.number and l.until >= ${TODAY})`,
    ),
    dueRows('former_claim', sql`state <> 'waiting' and decided_at < ${TODAY} - ${lasting(kept.refused)}`),
  );
  return {
    count: dueOf(others, lines).count,
    erase: async (tx) => {
      const went = await others.erase(tx);
      const gone = await lines.erase(tx);
      if (gone > 0)
        await record(tx, SYSTEM, 'former.erased', { ...formerSubject('toutes'), academy: null }, { lines: gone });
      return went + gone;
    },
  };
}
