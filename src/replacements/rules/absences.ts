import type { Account } from '../../results/index.ts';
import type { Absence, AbsenceDecision, SettledAbsence } from '../replacement.ts';

/** A unit at whose test the centre saw nobody. */
export type ToldAbsence = { readonly enrolmentId: string; readonly unit: string };

/**
 * The units that a replacement may be decided of: compulsory ones (D337-116) that were to be sat, marked as an absence, or told absent by the
 * centre, or by the candidate, while their mark isn't known yet. A mark that is there says that it was sat, whatever the centre told.
 */
export function absencesOf(
  accounts: readonly Account[],
  told: readonly ToldAbsence[],
  said: readonly ToldAbsence[] = [],
): readonly Absence[] {
  const keys = (some: readonly ToldAbsence[]) => new Set(some.map(({ enrolmentId, unit }) => `${enrolmentId} ${unit}`));
  const [seen, explained] = [keys(told), keys(said)];
  return accounts.flatMap(({ enrolmentId, number, speciality, units }) =>
    units.flatMap(({ id: unit, title, optional, outcome, note }): readonly Absence[] => {
      if (optional) return [];
      const marked = outcome.code === 'absent' || outcome.code === 'excused';
      const key = `${enrolmentId} ${unit}`;
      const known = seen.has(key) ? 'told' : explained.has(key) ? 'said' : null;
      if (marked) return [{ enrolmentId, number, speciality, unit, title, known: 'marked' }];
      if (note !== 'awaited' || known === null) return [];
      return [{ enrolmentId, number, speciality, unit, title, known }];
    }),
  );
}

/** What was decided of and is no absence any more, with what stands of it now: nothing that was decided leaves the page. */
export function settledOf(
  accounts: readonly Account[],
  absences: readonly Pick<Absence, 'enrolmentId' | 'unit'>[],
  decisions: readonly AbsenceDecision[],
  lockedOn: ReadonlyMap<string, Temporal.Instant | null>,
): readonly SettledAbsence[] {
  const waiting = new Set(absences.map(({ enrolmentId, unit }) => `${enrolmentId} ${unit}`));
  return accounts.flatMap(({ enrolmentId, number, speciality, units }) =>
    units.flatMap(({ id: unit, title, outcome }): readonly SettledAbsence[] => {
      const decision = decisions.find((one) => one.enrolmentId === enrolmentId && one.unit === unit);
      if (decision === undefined || waiting.has(`${enrolmentId} ${unit}`)) return [];
      const lockedAt = lockedOn.get(`${speciality} ${unit}`) ?? null;
      return [{ enrolmentId, number, speciality, unit, title, decision, outcome, lockedAt }];
    }),
  );
}

/** Decisions of which neither list speaks: of who left, or doesn't present the unit any more. */
export function endedOf(
  decisions: readonly AbsenceDecision[],
  spokenOf: readonly Pick<Absence, 'enrolmentId' | 'unit'>[],
): readonly AbsenceDecision[] {
  const known = new Set(spokenOf.map(({ enrolmentId, unit }) => `${enrolmentId} ${unit}`));
  return decisions.filter(({ enrolmentId, unit }) => !known.has(`${enrolmentId} ${unit}`));
}
