import { randomUUID } from 'node:crypto';
import { actBy } from '../../accounts/index.ts';
import type { AtExam, AtSession, ExamDeps, ExamFrame } from '../../exam/index.ts';
import { examFrame, whoOf } from '../../exam/index.ts';
import { type Reply, redirect, type Visit, versionIn } from '../../platform/http/visit.ts';
import { type Fault, type FormState, withFault } from '../../ui/index.ts';
import { removePlace, type Target } from '../actions/savePlace.ts';
import { faultInWords } from '../faultTexts.ts';
import type { EntryView } from '../pages/entryPage.tsx';
import { placesTexts } from '../placesTexts.ts';
import { type Refusal, refusals } from '../refusals.ts';
import type { Column, Fault as RuleFault } from '../rules/lines.ts';

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

/** What the rules find wrong, where it is typed. `fields`: of that form; what belongs to none is said of the whole. */
export function stateWith(
  state: FormState,
  faults: readonly (readonly [Column, RuleFault])[],
  fieldOf: (column: Column) => string | null,
): FormState {
  const said = faults.map(([column, fault]): Fault => ({ field: fieldOf(column), message: faultInWords(fault) }));
  return { ...state, faults: [...state.faults, ...said] };
}

/** What was typed, with why it isn't done. */
export function refusedState(typed: FormState['typed'], refusal: Refusal, field: string | null): FormState {
  return withFault({ typed, faults: [] }, field, refusals.inWords(refusal));
}

export type Show = (state: FormState, status: number) => Promise<Reply>;

/** A form that is shown again as it was typed, with why. */
export type Refused = { readonly state: FormState; readonly status: number };

/** The row, as the form read it. */
export function targetOf(visit: Visit, row: { readonly id: string } | null): Target {
  return row === null ? null : { id: row.id, version: versionIn(visit) };
}

/** Takes a row away and goes back to its list; `again` shows its form where that can't be done. */
export async function removeRow(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  what: Parameters<typeof removePlace>[3],
  row: { readonly id: string },
  back: string,
  again: (refused: (state: FormState) => Refused) => Promise<Reply>,
): Promise<Reply> {
  const done = await removePlace(deps, actBy(visit, at.staff), whoOf(visit, at), what, targetOf(visit, row));
  if (done.ok) return redirect(back);
  return again(({ typed }) => ({
    state: refusedState(typed, done.error, null),
    status: refusals.status(done.error),
  }));
}
