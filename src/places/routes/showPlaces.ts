import { randomUUID } from 'node:crypto';
import { actBy } from '../../accounts/index.ts';
import { type AtExam, type AtSession, type ExamDeps, type ExamFrame, examFrame, whoOf } from '../../exam/index.ts';
import { type Guard, type Reply, type Route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { act, type Fault, type FormState } from '../../ui/index.ts';
import { type EditedPlace, removePlace } from '../actions/savePlace.ts';
import { faultInWords } from '../faultTexts.ts';
import type { EntryView } from '../pages/entryPage.tsx';
import { placesTexts } from '../placesTexts.ts';
import { refusals } from '../refusals.ts';
import type { Column, TableFault as RuleFault } from '../rules/lines.ts';

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
export function faultsAt(
  faults: readonly (readonly [Column, RuleFault])[],
  fieldOf: (column: Column) => string | null = (column) => column,
): readonly Fault[] {
  return faults.map(([column, fault]) => ({ field: fieldOf(column), message: faultInWords(fault) }));
}

export type Show = (state: FormState, status: number) => Promise<Reply>;

/** A form that is shown again as it was typed, with why. */
export type RefusedForm = { readonly state: FormState; readonly status: number };

/** The row, as the form read it. */
export function targetOf(visit: Visit, row: { readonly id: string } | null): EditedPlace {
  return row === null ? null : { id: row.id, version: versionIn(visit) };
}

/** The act that takes a row away and goes back to its list; `stateOf`: its form as the row stands, shown where that can't be done. */
export function removal<At extends AtSession>(
  deps: ExamDeps,
  declared: {
    readonly path: string;
    readonly who: Guard<At>;
    readonly note: string;
    readonly what: Parameters<typeof removePlace>[3];
    readonly rowOf: (at: At) => { readonly id: string };
    readonly to: (done: unknown, at: At) => string;
    readonly stateOf: (at: At) => FormState | Promise<FormState>;
    readonly again: (visit: Visit, at: At, refused: RefusedForm) => Promise<Reply>;
  },
): Route {
  const { what, rowOf, stateOf, again, ...page } = declared;
  return act({
    ...page,
    refusals,
    fields: [],
    do: (_, at, visit) => removePlace(deps, actBy(visit, at.staff), whoOf(visit, at), what, targetOf(visit, rowOf(at))),
    again: async (visit, at, { faults }, status) =>
      again(visit, at, { state: { ...(await stateOf(at)), faults }, status }),
  });
}
