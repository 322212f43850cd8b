import type { Catalogue } from '../catalogue/index.ts';
import { type Enrolment, isLiving } from '../enrolment/index.ts';
import { listPiecesOf, type PieceWithFiles, type Standings, standingsOf } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Regularisation, TurnedAway } from './closing.ts';
import { type ClosingCase, closingCase } from './rules/closingCase.ts';
import { listRegularisations, listTurnedAway } from './store.ts';

/** A file as the closing looks at it. */
export type FileCase = {
  readonly enrolment: Enrolment;
  readonly pieces: readonly PieceWithFiles[];
  /** The last one first. */
  readonly invitations: readonly Regularisation[];
  readonly turnedAway: readonly TurnedAway[];
  /** Null: nothing is held against it. */
  readonly found: ClosingCase | null;
};

/** What each of these files lacks whose time is over, at this instant; the same for the list, the page and the acts. */
export async function readCases(
  db: Database,
  catalogue: Catalogue,
  enrolments: readonly Enrolment[],
  now: Temporal.Instant,
): Promise<readonly FileCase[]> {
  const ids = enrolments.map(({ id }) => id);
  // One after the other: within a transaction there is one connection.
  const pieces = await listPiecesOf(db, ids);
  const invitations = await listRegularisations(db, ids);
  const tries = await listTurnedAway(db, ids);
  return enrolments.flatMap((enrolment): readonly FileCase[] => {
    if (catalogue.session(enrolment.session) === undefined) return [];
    const theirs = pieces.get(enrolment.id) ?? [];
    const own = invitations.filter(({ enrolmentId }) => enrolmentId === enrolment.id);
    const turnedAway = tries.filter(({ enrolmentId }) => enrolmentId === enrolment.id);
    // Of one that a decision sets aside, nothing more is held against its candidate.
    const isLate = isLiving(enrolment) && enrolment.reserve !== 'upheld';
    const standings: Standings = isLate ? standingsOf(theirs, now) : new Map();
    const found = closingCase(standings, theirs, { invitations: own, turnedAway }, now);
    return [{ enrolment, pieces: theirs, invitations: own, turnedAway, found }];
  });
}
