import type { PassMarks } from '../../catalogue/index.ts';
import { averageToAimFor, type TargetAverage, targetInWords } from '../../enrolment/device/target.ts';
import { words as left } from '../../enrolment/device/words.ts';
import { readMark } from '../../ui/device/readMark.ts';
import { decimal, type Fraction, type JudgedUnit, judgeAverage, type UnitResult } from '../rules/average.ts';
import { words as say } from './words.ts';

/** A row of *Ma moyenne*: what its fields are called, and by what it counts. */
export type AverageRow = {
  readonly names: { readonly mark: string; readonly outcome: string; readonly option: string };
  /** By unit that may be chosen in it; null: no source gives it. */
  readonly coefficients: Readonly<Record<string, number | null>>;
  readonly optional: boolean;
  readonly professional: boolean;
};

export type AverageForm = { readonly pass: PassMarks; readonly rows: readonly AverageRow[] };

/** What is left and what to aim for, then the average, for what stands in the form now: on the server and in the browser. */
export function averageInWords({ pass, rows }: AverageForm, textOf: (name: string) => string): string {
  const read = rows.map((row) => unitIn(row, textOf));
  const units = read.filter((unit) => unit !== 'unreadable');
  if (units.length < read.length) return say.unreadable(read.length - units.length);
  const compulsory = units.filter(({ optional }) => !optional);
  if (compulsory.some(({ outcome }) => outcome.code === 'absent')) return say.absent;
  const judged = judgeAverage(units, pass);
  const pending = compulsory.filter(({ outcome }) => outcome.code === 'not-entered').length;
  if (pending === 0) {
    if (judged.average === null)
      return judged.outcome === 'PASSED' ? say.allExempt : left.left(0) + unknown(judged.missing.length);
    return `${say.average(comma(judged.average))}${tradeIn(judged.professionalAverage)}`;
  }
  const bonus = judged.lines.reduce((sum, line) => sum + (line.optional ? (line.halfPoints ?? 0) : 0), 0);
  const trade = compulsory.filter(({ professional }) => professional === true);
  const own = pass.professional === null ? '' : tradeAim(aimFor(trade, pass.professional, 0), pass.professional);
  return `${left.left(pending)}${aim(aimFor(compulsory, pass.average, bonus), pass.average)}${own}`;
}

function unitIn(row: AverageRow, textOf: (name: string) => string): JudgedUnit | 'unreadable' {
  const [first = ''] = Object.keys(row.coefficients);
  const chosen = textOf(row.names.option);
  const id = Object.hasOwn(row.coefficients, chosen) ? chosen : first;
  const outcome = outcomeIn(textOf(row.names.outcome), textOf(row.names.mark));
  if (outcome === 'unreadable') return outcome;
  return {
    id,
    coefficient: row.coefficients[id] ?? null,
    optional: row.optional,
    professional: row.professional,
    outcome,
  };
}

function outcomeIn(code: string, mark: string): UnitResult | 'unreadable' {
  if (code === 'exempt' || code === 'absent' || code === 'excused') return { code };
  if (mark === '') return { code: 'not-entered' };
  const read = readMark(mark);
  return read.ok
    ? { code: code === 'kept' || code === 'carried' ? code : 'mark', halfPoints: read.value }
    : 'unreadable';
}

/** Optional points above 10 count with what is held. */
function aimFor(units: readonly JudgedUnit[], pass: number, bonus: number): TargetAverage | null {
  const counted = units
    .filter(({ outcome }) => outcome.code !== 'exempt')
    .map(({ coefficient, outcome }) => ({
      coefficient,
      halfPoints: 'halfPoints' in outcome ? outcome.halfPoints : outcome.code === 'excused' ? 0 : null,
    }));
  const target = averageToAimFor(counted, pass);
  return target === null || !target.known ? target : { ...target, numerator: target.numerator - bonus };
}

function aim(target: TargetAverage | null, pass: number): string {
  if (target === null) return '.';
  if (!target.known) return unknown(target.missingCoefficients);
  if (target.numerator <= 0) return say.reached(pass / 2);
  return target.numerator > 20 * target.denominator ? left.outOfReach(pass / 2) : left.aim(targetInWords(target));
}

function tradeAim(target: TargetAverage | null, pass: number): string {
  if (target === null || !target.known || target.numerator <= 0) return '';
  return ` ${target.numerator > 20 * target.denominator ? left.tradeOutOfReach(pass / 2) : left.tradeAim(targetInWords(target))}`;
}

const unknown = (count: number): string => left.unknown(count);
const tradeIn = (average: Fraction | null): string => (average === null ? '' : ` ${say.trade(comma(average))}`);
const comma = (average: Fraction): string => decimal(average).replace('.', ',');
