import { randomUUID } from 'node:crypto';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { type Fault, type FormState, withFault } from '../../ui/index.ts';
import type { ExamDeps } from '../deps.ts';
import { faultInWords } from '../faultTexts.ts';
import type { AtExam, AtSession } from '../guards.ts';
import type { EntryView } from '../pages/entryPage.tsx';
import type { ExamFrame } from '../pages/examPage.tsx';
import { placesTexts } from '../placesTexts.ts';
import { type Refusal, refusals } from '../refusals.ts';
import type { Column, Fault as RuleFault } from '../rules/lines.ts';
import { examFrame } from './examFrame.ts';

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
