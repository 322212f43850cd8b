import type { ExamPlace } from '../../exam/index.ts';
import { type EntryRefusal, type Imported, readLines, writeTable } from '../../places/index.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import type { ExaminerActDeps } from '../deps.ts';
import { examinerSubject } from '../events.ts';
import { type ExaminerId, type ExaminerWords, MOST } from '../examiners.ts';
import type { Refusal } from '../refusals.ts';
import { PERSON_COLUMNS, type PersonLineFault, personHeadings, readPersonLines } from '../rules/personLines.ts';
import { findExaminer, listExaminers, updateExaminer, writeExaminers } from '../store/people.ts';

/** Which person, as the form saw it; null: a new one. */
export type EditedPerson = { readonly id: ExaminerId; readonly version: number } | null;

/** Writes one person of the academy. Gives their id. */
export async function savePerson(
  deps: ExaminerActDeps,
  act: Act,
  academy: string,
  target: EditedPerson,
  words: ExaminerWords,
): Promise<Result<string, Refusal>> {
  try {
    return await transact<string, Refusal>(deps.db, async (tx) => {
      if (target === null) {
        if ((await listExaminers(tx, academy)).length >= MOST.examiners) return refuse({ code: 'too-many-people' });
        const [written] = await writeExaminers(tx, academy, [words]);
        // Somebody of that name is there already: their line isn't written over from a form that is for a new one.
        if (written === undefined || written.was !== 'added') return refuse({ code: 'person-there' });
        await deps.events.publish(tx, act, 'examiner.saved', examinerSubject(academy, written.id), {
          examinerId: written.id,
        });
        return ok(written.id);
      }
      if ((await findExaminer(tx, academy, target.id)) === null) return refuse({ code: 'not-found' });
      if (!(await updateExaminer(tx, target.id, words, target.version))) return refuse({ code: 'changed-meanwhile' });
      await deps.events.publish(tx, act, 'examiner.saved', examinerSubject(academy, target.id), {
        examinerId: target.id,
      });
      return ok(target.id);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'examiner_once') return refuse({ code: 'person-there' });
    throw error;
  }
}

type Refused = { readonly faults: readonly PersonLineFault[] } | { readonly refusal: Refusal };

/** A table of people: who is known by name and postcode is changed, nobody is taken away. */
export function importPeople(
  deps: ExaminerActDeps,
  act: Act,
  place: ExamPlace,
  table: Table,
): Promise<Result<Imported, Refused | { readonly refusal: EntryRefusal }>> {
  return writeTable<Refused>(deps, act, place, 'people', async (tx) => {
    const head = readLines(table, PERSON_COLUMNS, personHeadings);
    const { people, faults } = readPersonLines(head.lines, deps.catalogue().specialities());
    if (head.faults.length + faults.length > 0) return refuse({ faults: [...head.faults, ...faults] });
    const written = await writeExaminers(tx, place.academy, people);
    if ((await listExaminers(tx, place.academy)).length > MOST.examiners)
      return refuse({ refusal: { code: 'too-many-people' } });
    const count = (was: string): number => written.filter((one) => one.was === was).length;
    return ok({ added: count('added'), changed: count('changed'), removed: 0 });
  });
}
