import type { JuryVerdict } from '../../jury/index.ts';
import type { Result, ResultUnit } from '../publication.ts';

/**
 * What a verdict publishes: the words of the jury's reasons stay in its record. `decidedOn`: the day of the record or of the
 * addition in Paris.
 */
export function freeze(verdict: JuryVerdict, decidedOn: Temporal.PlainDate): Result {
  const { account, decision, record, addition, juryPoints } = verdict;
  const { average, professionalAverage, lines } = account.judgement;
  const given = new Map(juryPoints.map(({ unit, before }) => [unit, before]));
  const units = account.units.map((unit): ResultUnit => {
    const line = lines.find(({ id }) => id === unit.id);
    return {
      id: unit.id,
      code: unit.code,
      title: unit.title,
      coefficient: unit.coefficient,
      optional: unit.optional,
      outcome: unit.outcome.code,
      halfPoints: line?.halfPointMark ?? null,
      points: line?.halfPoints ?? null,
      note: line?.note ?? unit.outcome.code,
      beforeJury: given.get(unit.id) ?? null,
      obtainedOn: unit.obtainedOn?.toString() ?? null,
      ground: unit.ground,
      why: unit.note,
    };
  });
  return {
    number: account.number,
    speciality: account.speciality,
    form: account.form,
    decision,
    average,
    professionalAverage,
    units,
    record,
    decidedOn: decidedOn.toString(),
    addition,
  };
}
