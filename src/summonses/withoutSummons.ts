import type { Catalogue } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { ExamPlace } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { inParis } from '../platform/time.ts';
import { readSitters, type SessionSitter } from '../sitters/index.ts';
import { withheldOf } from './actions/tellWithheld.ts';
import { firstTest, listSummoned } from './store/summonsList.ts';

/** From so long before the first test on, whoever sits it has a summons: who has none is found by the machine. */
const WARNS_BEFORE = { weeks: 3 } as const;

export type WithoutSummons = {
  /** Who sits what, of those who were asked for. */
  readonly sitters: readonly SessionSitter[];
  /** Who sits something, or of whom nobody knows what, and has no summons that names a test; by number. */
  readonly ids: readonly EnrolmentId[];
  /** Of them, how many nobody knows the units of. */
  readonly unknown: number;
  /** How many present nothing but units that are withheld: they have no seat, and no summons. */
  readonly withheld: number;
  /** Of the first test of the session; null: nothing is planned. */
  readonly firstAt: Temporal.Instant | null;
  /** Is it so near that they should have one? */
  readonly due: boolean;
};

/** Of these groups, or of all. */
export async function withoutSummons(
  db: Database,
  catalogue: Catalogue,
  place: ExamPlace,
  portfolios: readonly string[] | null,
): Promise<WithoutSummons> {
  const [sitters, summoned, first] = await Promise.all([
    readSitters(db, catalogue, place),
    listSummoned(db, place),
    firstTest(db, place),
  ]);
  const theirs = sitters.filter(
    ({ portfolio }) => portfolios === null || (portfolio !== null && portfolios.includes(portfolio)),
  );
  const isUnknown = ({ speciality, doubts }: SessionSitter): boolean =>
    speciality === null || doubts.includes('units-unknown');
  const found = theirs.filter((one) => (one.units.length > 0 || isUnknown(one)) && !summoned.has(one.enrolmentId));
  const warnsAt = first.at === null ? null : inParis(first.at).subtract(WARNS_BEFORE).toInstant();
  return {
    sitters: theirs,
    ids: found.map(({ enrolmentId }) => enrolmentId),
    unknown: found.filter(isUnknown).length,
    withheld: withheldOf(theirs).length,
    firstAt: first.at,
    due: warnsAt !== null && Temporal.Instant.compare(first.now, warnsAt) >= 0,
  };
}
