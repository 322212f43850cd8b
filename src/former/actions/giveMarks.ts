import { writeFormerMarks } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { marksToGive } from '../rules/marksToGive.ts';
import { listResults } from '../store/lines.ts';
import type { PersonLink } from '../store/links.ts';

/** Writes into the ledger what stands now of these numbers; says how many marks. */
export async function giveMarks(
  tx: Tx,
  academy: string,
  links: readonly Pick<PersonLink, 'number' | 'candidateId'>[],
  today: Temporal.PlainDate,
): Promise<number> {
  const results = await listResults(
    tx,
    academy,
    links.map(({ number }) => number),
  );
  let given = 0;
  for (const { number, candidateId } of links) {
    const marks = marksToGive(
      results.filter((one) => one.number === number),
      today,
    );
    await writeFormerMarks(tx, { academy, candidateId, number }, marks);
    given += marks.length;
  }
  return given;
}
