import * as z from 'zod';
import type { Catalogue, Exam, PassMarks, Regulation, ResolvedSession } from '../../catalogue/index.ts';
import {
  averageToAimFor,
  isOptional,
  isProfessional,
  slotsOf,
  targetInWords,
  unitTitle,
} from '../../enrolment/index.ts';
import type { AverageForm } from '../../results/index.ts';
import type { AverageSimulation } from '../../simulation/index.ts';
import { type Body, defineField, type Field, type Option, oneOf } from '../../ui/index.ts';
import { isOffered } from '../rules/officers.ts';
import { texts } from '../texts.ts';

const say = texts.simulator.average;

/** One line of the form: a unit, or a choice of units of which one is presented. */
export type UnitRow = {
  readonly id: string;
  readonly title: string;
  readonly coefficient: number | null;
  readonly optional: boolean;
  /** Codes; several for a choice. */
  readonly codes: readonly string[];
  /** Of each of them; null: no source gives it. */
  readonly coefficients: Readonly<Record<string, number | null>>;
  readonly professional: boolean;
};

/** What must be reached on the units that have no mark yet. */
export type Goal =
  | { readonly code: 'unknown' }
  | { readonly code: 'reached'; readonly from: number }
  | { readonly code: 'impossible'; readonly mark: string }
  | { readonly code: 'aim'; readonly mark: string; readonly from: number; readonly coefficient: number };

export function specialityField(
  catalogue: Catalogue,
  sessions: readonly Pick<ResolvedSession, 'exam' | 'year'>[],
): Field<string, string> {
  const options: readonly Option[] = sessions
    .flatMap((session) => catalogue.specialitiesOf(session))
    .filter(isOffered)
    .map(({ speciality: { cfd, name, exam } }) => ({
      value: cfd,
      label: sessions.length > 1 ? `${name} (${catalogue.exam(exam)?.short ?? exam})` : name,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
  return defineField({
    name: 'specialite',
    label: say.choose,
    control: 'select',
    options,
    missing: say.chooseMissing,
    check: oneOf<string>(options),
  });
}

export function unitRows(regulation: Regulation): readonly UnitRow[] {
  const codeOf = (unit: { readonly code: string | null; readonly id: string }): string => unit.code ?? unit.id;
  const compulsory = slotsOf(regulation).map((slot): UnitRow => {
    const [first, ...others] = slot.units;
    const same = others.every((unit) => unit.coefficient === first.coefficient);
    return {
      id: slot.id,
      title: slot.units.map(unitTitle).join(' / '),
      coefficient: same ? first.coefficient : null,
      optional: false,
      codes: slot.units.map(codeOf),
      coefficients: Object.fromEntries(slot.units.map((unit) => [codeOf(unit), unit.coefficient])),
      professional: isProfessional(slot),
    };
  });
  const optional = regulation.units.filter(isOptional).map(
    (unit): UnitRow => ({
      id: unit.id,
      title: unitTitle(unit),
      coefficient: null,
      optional: true,
      codes: [codeOf(unit)],
      coefficients: { [codeOf(unit)]: null },
      professional: false,
    }),
  );
  return [...compulsory, ...optional];
}

const forms: readonly Option[] = [
  { value: 'GLOBAL', label: 'Globale' },
  { value: 'PROGRESSIVE', label: 'Progressive' },
];

type UnitFields = {
  readonly row: UnitRow;
  /** Which unit of a choice; null where there is none. */
  readonly option: Field | null;
  readonly outcome: Field;
  readonly mark: Field;
};

export function averageFields(
  rows: readonly UnitRow[],
  { keptFrom, carriedIn }: Exam['credits'],
): {
  readonly form: Field;
  readonly units: readonly UnitFields[];
} {
  const outcomes = (optional: boolean): readonly Option[] =>
    Object.entries(say.outcomes(keptFrom))
      .filter(([value]) => !optional || (value !== 'exempt' && value !== 'carried'))
      .filter(([value]) => value !== 'carried' || carriedIn.length > 0)
      .map(([value, label]) => ({ value: value === '' ? 'mark' : value, label }));
  return {
    form: defineField({
      name: 'forme',
      label: say.form,
      control: 'radio',
      options: forms,
      optional: true,
      check: oneOf<string>(forms),
    }),
    units: rows.map((row) => ({
      row,
      option:
        row.codes.length > 1
          ? defineField({
              name: `unite-${row.id}`,
              label: say.option,
              control: 'select',
              options: row.codes.map((code) => ({ value: code, label: code })),
              optional: true,
              check: z.string(),
            })
          : null,
      outcome: defineField({
        name: `quoi-${row.id}`,
        label: say.outcome,
        control: 'select',
        options: outcomes(row.optional),
        optional: true,
        check: z.string(),
      }),
      mark: defineField({
        name: `note-${row.id}`,
        label: say.mark,
        control: 'number',
        inputMode: 'decimal',
        width: 5,
        optional: true,
        check: z.string(),
      }),
    })),
  };
}

/** By what the line below the table is worked out, on the server and at each key. */
export function averageForm(rows: readonly UnitRow[], pass: PassMarks): AverageForm {
  return {
    pass,
    rows: rows.map(({ id, coefficients, optional, professional }) => ({
      names: { mark: `note-${id}`, outcome: `quoi-${id}`, option: `unite-${id}` },
      coefficients,
      optional,
      professional,
    })),
  };
}

type GivenUnit = { readonly code: string; readonly outcome: string; readonly mark?: string };

/** What was typed as the evaluator's units, with the row each came from. A unit without a mark isn't entered yet. */
export function unitsIn(
  rows: readonly UnitRow[],
  query: Body,
): readonly { readonly row: UnitRow; readonly unit: GivenUnit }[] {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim().slice(0, 20) : '');
  return rows.flatMap((row) => {
    const mark = text(`note-${row.id}`);
    const outcome = text(`quoi-${row.id}`) || 'mark';
    const chosen = text(`unite-${row.id}`);
    const code = row.codes.includes(chosen) ? chosen : (row.codes[0] ?? row.id);
    const needsMark = outcome === 'mark' || outcome === 'kept' || outcome === 'carried';
    if (needsMark && mark === '' && outcome === 'mark') return [];
    return [{ row, unit: { code, outcome, ...(needsMark ? { mark } : {}) } }];
  });
}

/** What is left to obtain for the diploma: over all units and, where the exam asks it, over the professional ones. */
export type Goals = { readonly average: Goal; readonly professional: Goal | null };

/** null when nothing is left or an absence bars the diploma. */
export function goalsOf({ lines, outcome }: AverageSimulation, pass: PassMarks): Goals | null {
  if (outcome !== 'NOT_JUDGED') return null;
  const bonus = lines.reduce((sum, line) => sum + (line.coefficient === 0 ? 2 * (line.points ?? 0) : 0), 0);
  const average = goalOver(lines, pass.average, bonus);
  if (average === null) return null;
  const trade = lines.filter(({ professional }) => professional);
  return { average, professional: pass.professional === null ? null : goalOver(trade, pass.professional, 0) };
}

function goalOver(lines: AverageSimulation['lines'], pass: number, bonus: number): Goal | null {
  const counted = lines
    .filter((line) => line.coefficient !== 0)
    .map((line) => ({ coefficient: line.coefficient, halfPoints: line.mark === null ? null : 2 * Number(line.mark) }));
  const target = averageToAimFor(counted, pass);
  if (target === null) return null;
  if (!target.known) return { code: 'unknown' };
  const left = counted.reduce(
    (sum, { coefficient, halfPoints }) => sum + (halfPoints === null ? (coefficient ?? 0) : 0),
    0,
  );
  const needed = { numerator: target.numerator - bonus, denominator: target.denominator };
  const from = pass / 2;
  if (needed.numerator <= 0) return { code: 'reached', from };
  const mark = targetInWords(needed);
  return needed.numerator > 20 * needed.denominator
    ? { code: 'impossible', mark }
    : { code: 'aim', mark, from, coefficient: left };
}
