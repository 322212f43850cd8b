import type { EnrolmentId } from '../enrolment/index.ts';
import { markOn, readStandings, type Standing } from '../marking/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Mark, MarkBatch, Script } from './marks.ts';
import { type WithBoards, withBoards } from './rules/withBoards.ts';
import { scriptsOf } from './store/entries.ts';
import { listHolders } from './store/identities.ts';

/** What the boards say of a batch that is marked by name: by script. */
export type BoardsOfBatch = {
  readonly enrolments: readonly EnrolmentId[];
  readonly standings: ReadonlyMap<string, Standing>;
};

export async function readBoards(db: Database, batch: MarkBatch): Promise<BoardsOfBatch> {
  const holders = await listHolders(db, batch);
  const enrolments = holders.map(({ enrolmentId }) => enrolmentId);
  const known = await readStandings(db, batch, enrolments);
  const standings = holders.flatMap(({ scriptId, enrolmentId }) => {
    const standing = known.get(enrolmentId);
    return standing === undefined ? [] : [[scriptId, standing] as const];
  });
  return { enrolments, standings: new Map(standings) };
}

/** The marks that boards agreed, by script: what one of two doesn't agree to, or bars somebody, gives none. */
function agreedMarks({ standings }: BoardsOfBatch): ReadonlyMap<string, Mark> {
  return new Map(
    [...standings].flatMap(([script, { state, sheet }]) => {
      const mark = markOn(sheet);
      return state === 'agreed' && mark !== null ? [[script, mark] as const] : [];
    }),
  );
}

type Taken = WithBoards & { readonly boards: BoardsOfBatch | null };

/** A batch as a lock would find it: of one that is open and marked by name, with what its boards agreed. */
export async function readTaken(db: Database, batch: MarkBatch): Promise<Taken> {
  return takenOf(db, batch, await scriptsOf(db, batch));
}

export async function takenOf(db: Database, batch: MarkBatch, scripts: readonly Script[]): Promise<Taken> {
  if (!batch.named) return { batch, scripts, boards: null };
  const boards = await readBoards(db, batch);
  if (batch.lockedAt !== null) return { batch, scripts, boards };
  return { ...withBoards(batch, scripts, agreedMarks(boards)), boards };
}

/** Whoever signed something of it: they don't lock it too. */
export function signersOf({ standings }: BoardsOfBatch): ReadonlySet<string> {
  return new Set([...standings.values()].flatMap(({ sheet }) => [sheet.by, ...sheet.verdicts.map(({ by }) => by)]));
}
