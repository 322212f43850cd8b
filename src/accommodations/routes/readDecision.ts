import type { Measure } from '../../catalogue/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type Body, type Fault, type FormState, parseForm, type Typed, typedIn } from '../../ui/index.ts';
import { groundField, measureFields, opinionField, sureField } from '../pages/serviceFields.ts';
import type { AdvisedMeasure, DecidedMeasure } from '../request.ts';
import { serviceTexts } from '../serviceTexts.ts';

const { decide: say, doctor } = serviceTexts;

export type ReadDecision = {
  readonly measures: readonly DecidedMeasure[];
  readonly ground: string;
  readonly typed: Typed;
};

/** The form of a decision: each measure that was asked is decided, what is refused has its reasons, and so has more than usual. */
export function readDecision(
  body: Body,
  measures: readonly Measure[],
  asked: readonly string[],
): Result<ReadDecision, FormState> {
  const fields = measures.map((measure) => ({ measure, of: measureFields(measure, asked.includes(measure.code)) }));
  const all = [
    ...fields.flatMap(({ of }) => [of.choice, of.percent, of.how, of.reasons]),
    groundField,
    sureField,
  ] as const;
  const typed = typedIn(all, body);
  const faults: Fault[] = [];
  const decided: DecidedMeasure[] = [];
  for (const { measure, of } of fields) {
    const read = parseForm([of.choice, of.percent, of.how, of.reasons], body);
    if (!read.ok) {
      faults.push(...read.error.faults);
      continue;
    }
    const {
      [of.choice.name]: choice,
      [of.percent.name]: percent,
      [of.how.name]: how,
      [of.reasons.name]: reasons,
    } = read.value as Readonly<Record<string, string | number | null>>;
    const { code, label } = measure;
    if (choice === null || choice === 'sans') continue;
    const granted = choice === 'accordee';
    const one: DecidedMeasure = {
      code,
      label,
      granted,
      percent: granted && measure.percent !== undefined && typeof percent === 'number' ? percent : null,
      how: granted && typeof how === 'string' ? how : null,
      reasons: typeof reasons === 'string' ? reasons : null,
    };
    const fault = whyNot(one, measure, of);
    if (fault === null) decided.push(one);
    else faults.push(fault);
  }
  const rest = parseForm([groundField, sureField], body);
  if (!rest.ok) faults.push(...rest.error.faults);
  else if (decided.length === 0 && faults.length === 0) faults.push({ field: null, message: say.nothing });
  return rest.ok && faults.length === 0
    ? ok({ measures: decided, ground: rest.value.fondement, typed })
    : refuse({ typed, faults });
}

function whyNot(
  { granted, percent, reasons }: DecidedMeasure,
  measure: Measure,
  of: ReturnType<typeof measureFields>,
): Fault | null {
  const { label } = measure;
  if (!granted) return reasons === null ? { field: of.reasons.name, message: say.reasonsMissing(label) } : null;
  if (measure.percent === undefined) return null;
  if (percent === null) return { field: of.percent.name, message: say.percentMissing(label) };
  const { usual } = measure.percent;
  return percent > usual && reasons === null ? { field: of.reasons.name, message: say.percentReasons(usual) } : null;
}

/** What the doctor said, measure by measure; on one at least. */
export function readOpinions(body: Body, measures: readonly Measure[]): Result<readonly AdvisedMeasure[], FormState> {
  const fields = measures.map(opinionField);
  const read = parseForm(fields, body);
  if (!read.ok) return refuse(read.error);
  const values: Readonly<Record<string, string | null>> = read.value;
  const said = measures.flatMap(({ code }) => {
    const opinion = values[`avis-${code}`];
    return opinion === 'favorable' || opinion === 'defavorable' ? [{ code, favourable: opinion === 'favorable' }] : [];
  });
  return said.length > 0
    ? ok(said)
    : refuse({ typed: typedIn(fields, body), faults: [{ field: null, message: doctor.noMeasure }] });
}
