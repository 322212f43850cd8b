import type { Attendance } from '../../attendance/index.ts';
import { replacementOf } from '../../exam/index.ts';
import type { UnitAccount } from '../../results/index.ts';

type Told = Pick<Attendance, 'unit' | 'state' | 'minutes'>;
type OfUnit = Pick<UnitAccount, 'id' | 'outcome'>;

/** What a centre said of who came, of one unit, where it is worth saying beside its mark: not that somebody with a mark came. Who came to the replacement test came. */
export function toldBeside(unit: OfUnit, told: readonly Told[]): Told | null {
  const again = told.find((one) => one.unit === replacementOf(unit.id) && one.state !== 'absent');
  const said = again ?? told.find((one) => one.unit === unit.id) ?? null;
  return said?.state === 'present' && !missed(unit) ? null : said;
}

/** The units of which the mark and the centre say the contrary. A sign: a person looks again, and nothing is decided by it. */
export function contradictedUnits<Unit extends OfUnit>(units: readonly Unit[], told: readonly Told[]): readonly Unit[] {
  return units.filter((unit) => {
    const said = toldBeside(unit, told);
    if (said === null) return false;
    return said.state === 'absent' ? unit.outcome.code === 'mark' : missed(unit);
  });
}

function missed({ outcome }: OfUnit): boolean {
  return outcome.code === 'absent' || outcome.code === 'excused';
}
