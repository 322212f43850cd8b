import type { Catalogue } from '../catalogue/index.ts';
import { isReplacement, replacementOf } from '../exam/index.ts';
import { batchStates, readLockedMarks } from '../marks/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readAccounts } from '../results/index.ts';
import type { Absence, Decision, Settled } from './replacement.ts';
import { absencesOf, endedOf, settledOf } from './rules/absences.ts';
import { listDecisions, listTold } from './store.ts';

type Place = { readonly academy: string; readonly session: string };
export type Absences = {
  /** What may be decided of, by candidate number. */
  readonly absences: readonly Absence[];
  readonly decisions: readonly Decision[];
  /** Decided of, and no absence any more. */
  readonly settled: readonly Settled[];
  /** Decided of, and no longer to be read in any running file. */
  readonly ended: readonly Decision[];
};

/** The absences of a session: only the files of who was absent, or of whom somebody decided, are read. */
export async function readAbsences(db: Database, catalogue: Catalogue, place: Place): Promise<Absences> {
  const [told, decisions] = await Promise.all([listTold(db, place), listDecisions(db, place)]);
  const marks = await readLockedMarks(db, place, null);
  const marked = marks.filter(({ mark }) => mark.code === 'absent' || mark.code === 'excused');
  const people = [...new Set([...told, ...marked, ...decisions].map(({ enrolmentId }) => enrolmentId))];
  const accounts = await readAccounts(db, catalogue, place, people);
  const absences = absencesOf(accounts, told);
  const settled = settledOf(accounts, absences, decisions, await lockedOn(db, place, accounts));
  return { absences, decisions, settled, ended: endedOf(decisions, [...absences, ...settled]) };
}

/** When the batch of each replacement test was locked, by speciality and unit; without one, that of the first test. */
async function lockedOn(db: Database, place: Place, accounts: readonly { readonly speciality: string }[]) {
  const specialities = [...new Set(accounts.map(({ speciality }) => speciality))];
  const states = specialities.length === 0 ? [] : await batchStates(db, place, specialities);
  const dates = new Map(states.map(({ speciality, unit, lockedAt }) => [`${speciality} ${unit}`, lockedAt]));
  return new Map(
    states
      .filter(({ unit }) => !isReplacement(unit))
      .map(({ speciality, unit }) => [
        `${speciality} ${unit}`,
        dates.get(`${speciality} ${replacementOf(unit)}`) ?? dates.get(`${speciality} ${unit}`) ?? null,
      ]),
  );
}
