import type { AcademySession, Catalogue } from '../catalogue/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import { isReplacement, replacementOf } from '../exam/index.ts';
import { batchStates, readLockedMarks } from '../marks/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readAccounts } from '../results/index.ts';
import type { Excuse } from './excuses/excuse.ts';
import { listStanding } from './excuses/store/excuses.ts';
import type { Absence, AbsenceDecision, SettledAbsence } from './replacement.ts';
import { absencesOf, endedOf, settledOf } from './rules/absences.ts';
import { listDecisions, listTold } from './store.ts';
import { texts } from './texts.ts';

export type Absences = {
  /** What may be decided of, by candidate number. */
  readonly absences: readonly Absence[];
  readonly decisions: readonly AbsenceDecision[];
  /** What candidates said of an absence, and what the service that reads it concluded. */
  readonly excuses: readonly Excuse[];
  /** Decided of, and no absence any more. */
  readonly settled: readonly SettledAbsence[];
  /** Decided of, and no longer to be read in any running file. */
  readonly ended: readonly AbsenceDecision[];
};

/** The absences of a session: only the files of who was absent, or of whom somebody decided, are read. */
export async function readAbsences(db: Database, catalogue: Catalogue, place: AcademySession): Promise<Absences> {
  const [told, decisions, excuses] = await Promise.all([
    listTold(db, place),
    listDecisions(db, place),
    listStanding(db, place),
  ]);
  const marks = await readLockedMarks(db, place, null);
  const marked = marks.filter(({ mark }) => mark.code === 'absent' || mark.code === 'excused');
  const people = [...new Set([...told, ...marked, ...decisions, ...excuses].map(({ enrolmentId }) => enrolmentId))];
  const accounts = await readAccounts(db, catalogue, place, people);
  const said = excuses.flatMap(({ enrolmentId, units }) => units.map((unit) => ({ enrolmentId, unit })));
  const absences = absencesOf(accounts, told, said);
  const settled = settledOf(accounts, absences, decisions, await lockedOn(db, place, accounts));
  return { absences, decisions, excuses, settled, ended: endedOf(decisions, [...absences, ...settled]) };
}

/** That of one unit of one enrolment; null: none, or not any more. */
export async function findAbsence(
  db: Database,
  catalogue: Catalogue,
  { id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  unit: string,
): Promise<Absence | null> {
  const { absences } = await readAbsences(db, catalogue, { academy, session });
  return absences.find((one) => one.enrolmentId === id && one.unit === unit) ?? null;
}

/** The fact that its decision rests on. */
export function foundOf({ unit, title, known }: Pick<Absence, 'unit' | 'title' | 'known'>): readonly string[] {
  return [`${unit}, ${title}\u00a0: ${texts.known[known]}`];
}

/** The same, as it is now. */
export async function factsOfAbsence(...asked: Parameters<typeof findAbsence>): Promise<readonly string[] | null> {
  const absence = await findAbsence(...asked);
  return absence === null ? null : foundOf(absence);
}

/** When the batch of each replacement test was locked, by speciality and unit; without one, that of the first test. */
async function lockedOn(db: Database, place: AcademySession, accounts: readonly { readonly speciality: string }[]) {
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
