import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type SheetForm, writeAnswer } from './device/sheet.ts';
import type { MarkingBoard, SignedSheet } from './marking.ts';
import { type Standing, standingOf } from './rules/standing.ts';
import { listHeldIn } from './store/candidates.ts';
import { sheetsOf } from './store/sheets.ts';

type OfUnit = Pick<MarkingBoard, 'academy' | 'session' | 'unit'>;
/** A mark in half points, or what stands in its place. */
export type BoardMark =
  | { readonly code: 'mark'; readonly halfPoints: number }
  | { readonly code: 'absent' | 'excused' | 'exempt' };

/** What a sheet is worth; null: it bars somebody, which no text gives a mark. */
export function markOn({ outcome, halfPoints }: Pick<SignedSheet, 'outcome' | 'halfPoints'>): BoardMark | null {
  if (outcome === 'barred') return null;
  return outcome === 'mark' ? { code: outcome, halfPoints: halfPoints ?? 0 } : { code: outcome };
}

export type SheetFact = { readonly label: string; readonly given: string };

/** A sheet criterion by criterion; null: its criteria aren't those of this form. */
export function sheetFacts(
  form: SheetForm,
  { version, answers }: Pick<SignedSheet, 'version' | 'answers'>,
): readonly SheetFact[] | null {
  if (version !== form.version) return null;
  return form.criteria.map(({ id, label, points }) => ({
    label,
    given: form.levels.length > 0 ? writeAnswer(form, answers[id]) : `${writeAnswer(form, answers[id])} / ${points}`,
  }));
}

/** For marks: what holds of a unit of these candidates, as their boards said it. */
export async function readStandings(
  db: Database,
  of: OfUnit,
  enrolments: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, Standing>> {
  const sheets = await sheetsOf(db, of, enrolments);
  return new Map(
    [...sheets].flatMap(([enrolmentId, some]) => {
      const standing = standingOf(some);
      return standing === null ? [] : [[enrolmentId, standing] as const];
    }),
  );
}

/** How far a board is: how many it examines, and of how many sheets each holds. No value. */
export type BoardProgress = {
  readonly centre: string;
  readonly room: string;
  readonly candidates: number;
  readonly agreed: number;
  readonly single: number;
  readonly open: number;
};

export async function readBoardProgress(
  db: Database,
  of: OfUnit,
  enrolments: readonly EnrolmentId[],
): Promise<readonly BoardProgress[]> {
  const [seats, standings] = [await listHeldIn(db, of, enrolments), await readStandings(db, of, enrolments)];
  const boards = Map.groupBy(seats, ({ boardId }) => boardId);
  return [...boards.values()].flatMap((some) => {
    const [first] = some;
    const states = some.map(({ enrolmentId }) => standings.get(enrolmentId)?.state ?? null);
    const count = (...wanted: readonly (string | null)[]): number =>
      states.filter((one) => wanted.includes(one)).length;
    return first === undefined
      ? []
      : [
          {
            centre: first.centre,
            room: first.room,
            candidates: some.length,
            agreed: count('agreed'),
            single: count('signed'),
            open: count('contested', 'disputed'),
          },
        ];
  });
}
