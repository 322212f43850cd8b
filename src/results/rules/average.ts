import type { PassMarks } from '../../catalogue/index.ts';

/** An exact fraction in lowest terms; the denominator is positive. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/**
 * What happened to a unit. **mark**: sat this session; **kept** (10 or more) and **carried** (below 10): from an earlier one,
 * both in the average; **exempt**: its coefficient leaves the average; **absent**: the diploma can't be delivered;
 * **excused**: force majeure duly noted, 0 (D337-116); **not-entered**: left for a later session (progressive form).
 * Marks are in half points, 0 to 40.
 */
export type UnitResult =
  | { readonly code: 'mark' | 'kept' | 'carried'; readonly halfPoints: number }
  | { readonly code: 'exempt' | 'absent' | 'excused' | 'not-entered' };

export type JudgedUnit = {
  readonly id: string;
  /** null: no source gives it, and none is invented. */
  readonly coefficient: number | null;
  readonly optional: boolean;
  /** Of the trade itself: some exams average these alone besides. */
  readonly professional?: boolean;
  readonly outcome: UnitResult;
  /** Without a mark in a form that asks all units at one session: it isn't left for later, the diploma can't be delivered (D337-114). */
  readonly leftOut?: boolean;
  /** Half points; null in all the regulations known today (no eliminating mark in the general rules). */
  readonly eliminatingBelow?: number | null;
};

export type LineNote =
  | UnitResult['code']
  | 'optional-above-ten'
  | 'optional-without-effect'
  | 'eliminating'
  | 'coefficient-unknown';

/** How one unit counts. `halfPoints` of points: mark × coefficient, or what an optional unit adds. */
export type AverageLine = {
  readonly id: string;
  readonly coefficient: number | null;
  readonly optional: boolean;
  readonly professional: boolean;
  readonly halfPointMark: number | null;
  readonly halfPoints: number | null;
  readonly note: LineNote;
};

export type Judgement = {
  readonly outcome: 'PASSED' | 'FAILED' | 'NOT_JUDGED';
  /** Out of 20; null when it can't be computed, or when an absence or a unit left out bars the diploma. */
  readonly average: Fraction | null;
  /** Over the professional units alone; null too where the exam asks no such average, or where all are exempted. */
  readonly professionalAverage: Fraction | null;
  readonly lines: readonly AverageLine[];
  readonly missing: readonly { readonly id: string; readonly what: 'coefficient' | 'mark' }[];
};

const TEN = 20;

/**
 * The diploma's average, explained unit by unit: weighted over what is presented, kept and carried, exemptions out, the
 * points of optional units above 10 added to the total and not to the divisor; passed at the pass mark, once every unit is
 * presented or exempted (D337-105, -110, -114, -115, -116). No source says what a unit left out weighs in the globale form: that alone
 * is not said, and the candidate is refused. Where the exam asks a second average, over the professional units
 * (D337-16), both must be reached; optional points add nothing to that one. No honours, no second chance, no eliminating mark
 * unless the regulation has one.
 */
export function judgeAverage(units: readonly JudgedUnit[], pass: PassMarks): Judgement {
  const lines = units.map(lineOf);
  const missing = units.flatMap((unit) => missingOf(unit));
  const compulsory = units.filter((unit) => !unit.optional);
  const pending = compulsory.some((unit) => unit.outcome.code === 'not-entered' && unit.leftOut !== true);
  const barring = compulsory.some(({ outcome, leftOut }) => outcome.code === 'absent' || leftOut === true);
  const none = { average: null, professionalAverage: null, lines, missing } as const;
  if (pending) return { outcome: 'NOT_JUDGED', ...none };
  if (barring) return { outcome: 'FAILED', ...none };
  if (missing.length > 0) return { outcome: 'NOT_JUDGED', ...none };
  const all = sumOf(compulsory);
  // Every unit exempted (D337-110): nothing is left to average, and nothing bars the diploma.
  if (all.divisor === 0) return { outcome: 'PASSED', ...none };
  const added = lines.reduce((sum, { optional, halfPoints }) => sum + (optional ? (halfPoints ?? 0) : 0), 0);
  const points = all.points + added;
  const professional = sumOf(pass.professional === null ? [] : compulsory.filter((unit) => unit.professional === true));
  const barred = lines.some(({ note }) => note === 'eliminating');
  const passed =
    points >= pass.average * all.divisor &&
    professional.points >= (pass.professional ?? 0) * professional.divisor &&
    !barred;
  return {
    outcome: passed ? 'PASSED' : 'FAILED',
    average: fraction(points, 2 * all.divisor),
    professionalAverage: professional.divisor === 0 ? null : fraction(professional.points, 2 * professional.divisor),
    lines,
    missing,
  };
}

/** Half points times coefficients, over what has a mark. */
function sumOf(units: readonly JudgedUnit[]): { readonly points: number; readonly divisor: number } {
  const counted = units.flatMap(({ coefficient, outcome }) => {
    const mark = markOf(outcome);
    return mark === null ? [] : [{ mark, coefficient: coefficient ?? 0 }];
  });
  return {
    points: counted.reduce((sum, { mark, coefficient }) => sum + mark * coefficient, 0),
    divisor: counted.reduce((sum, { coefficient }) => sum + coefficient, 0),
  };
}

function lineOf({
  id,
  coefficient,
  optional,
  professional = false,
  outcome,
  eliminatingBelow,
}: JudgedUnit): AverageLine {
  const mark = markOf(outcome);
  const base = { id, coefficient, optional, professional, halfPointMark: mark };
  if (optional) {
    const added = Math.max(0, (mark ?? 0) - TEN);
    const note = mark === null ? outcome.code : added > 0 ? 'optional-above-ten' : 'optional-without-effect';
    return { ...base, halfPoints: added, note };
  }
  if (mark === null) return { ...base, halfPoints: null, note: outcome.code };
  if (coefficient === null) return { ...base, halfPoints: null, note: 'coefficient-unknown' };
  const barred = mark < (eliminatingBelow ?? 0);
  return { ...base, halfPoints: mark * coefficient, note: barred ? 'eliminating' : outcome.code };
}

/** What the average can't do without. The coefficient of an exempted unit, or of an optional one, plays no part. */
function missingOf({ id, coefficient, optional, outcome, leftOut }: JudgedUnit): Judgement['missing'] {
  if (optional || outcome.code === 'exempt' || leftOut === true) return [];
  return [
    ...(coefficient === null ? [{ id, what: 'coefficient' } as const] : []),
    ...(outcome.code === 'not-entered' ? [{ id, what: 'mark' } as const] : []),
  ];
}

function markOf(outcome: UnitResult): number | null {
  if ('halfPoints' in outcome) return outcome.halfPoints;
  return outcome.code === 'excused' ? 0 : null;
}

function fraction(numerator: number, denominator: number): Fraction {
  const shared = divisorOf(numerator, denominator);
  return { numerator: numerator / shared, denominator: denominator / shared };
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : divisorOf(b, a % b);
}

/** Two decimals, half up, yet never up to 10 from below: « 9.99 », not « 10.00 », for who failed by a hair. */
export function decimal({ numerator, denominator }: Fraction): string {
  const rounded = Math.floor((200 * numerator + denominator) / (2 * denominator));
  const hundredths = numerator < 10 * denominator ? Math.min(rounded, 999) : rounded;
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
