import { randomUUID } from 'node:crypto';
import { actBy } from '../../accounts/index.ts';
import {
  type AtExam,
  type AtSession,
  type ExamDeps,
  type ExamFrame,
  examFrame,
  type FormAuthor,
  whoOf,
} from '../../exam/index.ts';
import { type Guard, type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Act } from '../../platform/journal.ts';
import type { Result } from '../../platform/result.ts';
import { act, type Fault, type FormState } from '../../ui/index.ts';
import type { EditedPlace } from '../actions/writeEntry.ts';
import type { EntryView } from '../pages/entryPage.tsx';
import type { Centre, Room } from '../places.ts';
import { placesTexts } from '../placesTexts.ts';

/** What stands around the pages of places, with what an import did where one led here. */
export async function frameFor(deps: ExamDeps, visit: Visit, { staff }: AtExam): Promise<ExamFrame> {
  const frame = await examFrame(deps, visit, staff, placesTexts.flash);
  const counts = /^(\d{1,5})-(\d{1,5})-(\d{1,5})$/.exec(visit.query.importe ?? '');
  if (counts === null) return frame;
  const [added = 0, changed = 0, removed = 0] = counts.slice(1).map(Number);
  return { ...frame, flash: { tone: 'ok', text: placesTexts.imported(added, changed, removed) } };
}

/** The parts of an entry that every one has. */
export function entryOf(
  frame: ExamFrame,
  { desk, session }: AtSession,
): Pick<EntryView, keyof ExamFrame | 'session' | 'readOnly' | 'idempotencyKey' | 'instead'> & {
  readonly sessions: AtExam['desk']['sessions'];
} {
  return {
    ...frame,
    sessions: desk.sessions,
    session: session.code,
    readOnly: false,
    idempotencyKey: randomUUID(),
    instead: null,
  };
}

/** What the rules find wrong, where it is typed. `fieldOf`: of that form; what belongs to none is said of the whole. */
export function faultsAt<Column extends string, Why>(
  faults: readonly (readonly [Column, Why])[],
  inWords: (fault: Why) => string,
  fieldOf: (column: Column) => string | null = (column) => column,
): readonly Fault[] {
  return faults.map(([column, fault]) => ({ field: fieldOf(column), message: inWords(fault) }));
}

/** A form that is shown again with why: as it was typed, else as the row stands. */
export type RefusedForm = { readonly state: Partial<FormState>; readonly status: number };

/** The row, as the form read it. */
export function targetOf(visit: Visit, row: { readonly id: string } | null): EditedPlace {
  return row === null ? null : { id: row.id, version: versionIn(visit) };
}

/** The addresses of one kind of entry: a new one, one that is there, and what takes it away. */
export function entryRoutes<
  Around extends AtSession,
  At extends Around,
  Row extends { readonly id: string },
  Why extends { readonly code: string },
>(
  deps: ExamDeps,
  entry: {
    readonly fresh: string;
    readonly one: string;
    readonly who: { readonly add: Guard<Around>; readonly open: Guard<At>; readonly change: Guard<At> };
    readonly notes: { readonly add: string; readonly change: string; readonly remove: string };
    readonly refusals: {
      readonly status: (refusal: Why) => number;
      readonly inWords: (refusal: Why) => string;
      readonly fieldOf: (refusal: Why) => string | null;
    };
    readonly remove: (deps: ExamDeps, act: Act, who: FormAuthor, target: EditedPlace) => Promise<Result<string, Why>>;
    readonly rowOf: (at: At) => Row;
    readonly show: (deps: ExamDeps, visit: Visit, at: Around, row: Row | null, refused?: RefusedForm) => Promise<Reply>;
    readonly save: <Any extends Around>(
      deps: ExamDeps,
      path: string,
      who: Guard<Any>,
      rowOf: (at: Any) => Row | null,
      note: string,
    ) => Route;
    /** Where it leads once it is taken away. */
    readonly removed: (at: At) => string;
  },
): readonly Route[] {
  const { fresh, one, who, notes, refusals, remove, rowOf, show, save, removed } = entry;
  return [
    route({ method: 'GET', path: fresh, who: who.add, handle: (visit, at) => show(deps, visit, at, null) }),
    save(deps, fresh, who.add, () => null, notes.add),
    route({ method: 'GET', path: one, who: who.open, handle: (visit, at) => show(deps, visit, at, rowOf(at)) }),
    save(deps, one, who.change, rowOf, notes.change),
    act({
      path: `${one}/supprimer`,
      who: who.change,
      note: notes.remove,
      refusals,
      fields: [],
      do: (_, at, visit) => remove(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, rowOf(at))),
      to: (_, at) => removed(at),
      again: (visit, at, { faults }, status) => show(deps, visit, at, rowOf(at), { state: { faults }, status }),
    }),
  ];
}

export function roomInWords(
  centres: readonly Centre[],
  rooms: readonly Room[],
  { roomId }: { readonly roomId: string | null },
): string | null {
  const room = rooms.find(({ id }) => id === roomId);
  const centre = centres.find(({ id }) => id === room?.centreId);
  return room === undefined || centre === undefined ? null : `${centre.code}, ${room.name}`;
}
