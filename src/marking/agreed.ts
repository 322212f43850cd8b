import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type SheetForm, writeAnswer } from './device/sheet.ts';
import type { MarkingBoard, SignedSheet } from './marking.ts';
import { ofPart, standingOf, type WholeStanding, wholeOf } from './rules/standing.ts';
import { listHeldIn, listMarkedApart } from './store/candidates.ts';
import { sheetsOf } from './store/sheets.ts';

type OfUnit = Pick<MarkingBoard, 'academy' | 'session' | 'unit'>;
/** A mark in half points, or what stands in its place. */
export type BoardMark =
  | { readonly code: 'mark'; readonly halfPoints: number }
  | { readonly code: 'absent' | 'excused' | 'exempt' };

/** Whether it is one of two parts of a mark, and makes none alone. */
export function isPart({ outcome, halfPoints }: Pick<SignedSheet, 'outcome' | 'halfPoints'>): boolean {
  return outcome === 'mark' && halfPoints === null;
}

/** What a sheet is worth; null: it bars somebody, which no text gives a mark, or is a part of one. */
export function markOn({ outcome, halfPoints }: Pick<SignedSheet, 'outcome' | 'halfPoints'>): BoardMark | null {
  if (outcome === 'barred') return null;
  if (outcome !== 'mark') return { code: outcome };
  return halfPoints === null ? null : { code: outcome, halfPoints };
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
): Promise<ReadonlyMap<EnrolmentId, WholeStanding>> {
  const sheets = await sheetsOf(db, of, enrolments);
  return new Map(
    [...sheets].flatMap(([enrolmentId, some]) => {
      const standing = wholeOf(some);
      return standing === null ? [] : [[enrolmentId, standing] as const];
    }),
  );
}

/** How far a board is: how many it examines, and of how many sheets each holds. No value. */
export type BoardProgress = {
  readonly centre: string;
  readonly room: string;
  /** What it marks apart of the sheet; '': all of it, or the rest. */
  readonly name: string;
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
  const [seats, sheets] = [await listHeldIn(db, of, enrolments), await sheetsOf(db, of, enrolments)];
  const boards = Map.groupBy(seats, ({ boardId }) => boardId);
  return [...boards.values()].flatMap((some) => {
    const [first] = some;
    const states = some.map(
      ({ enrolmentId, name }) => standingOf(ofPart(sheets.get(enrolmentId) ?? [], name !== ''))?.state ?? null,
    );
    const count = (...wanted: readonly (string | null)[]): number =>
      states.filter((one) => wanted.includes(one)).length;
    return first === undefined
      ? []
      : [
          {
            centre: first.centre,
            room: first.room,
            name: first.name,
            candidates: some.length,
            agreed: count('agreed'),
            single: count('signed'),
            open: count('contested', 'disputed'),
          },
        ];
  });
}

/** Of a mark that two juries make, the part that one has yet to sign once the other has; `name`: what is marked apart; '': the rest. */
export type MissingPart = { readonly enrolmentId: EnrolmentId; readonly unit: string; readonly name: string };

/** Of tests that are over. Where neither is signed, the sheets may come on paper. */
export async function listMissingParts(
  db: Database,
  place: Pick<MarkingBoard, 'academy' | 'session'>,
): Promise<readonly MissingPart[]> {
  const missing = [...Map.groupBy(await listMarkedApart(db, place), ({ unit }) => unit)].map(async ([unit, some]) => {
    const ids = some.map(({ enrolmentId }) => enrolmentId);
    const sheets = await sheetsOf(db, { ...place, unit }, ids);
    return some.flatMap((one): readonly MissingPart[] => {
      const said = sheets.get(one.enrolmentId) ?? [];
      const [rest, apart] = [standingOf(ofPart(said, false)), standingOf(ofPart(said, true))];
      const [hasRest, hasApart] = [rest?.state === 'agreed', apart?.state === 'agreed'];
      if (hasRest === hasApart || wholeOf(said)?.state === 'agreed') return [];
      return [hasRest ? one : { ...one, name: '' }];
    });
  });
  return (await Promise.all(missing)).flat();
}
