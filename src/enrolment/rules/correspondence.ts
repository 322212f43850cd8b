import type { Regulation } from '../../catalogue/index.ts';
import type { ExamForm } from '../enrolment.ts';

/** An exact mark out of 20, in lowest terms: a mean of old marks need not fall on a half point. */
export type MarkFraction = { readonly numerator: number; readonly denominator: number };

/** A mark obtained under the regulation before. `coefficient`: that of the old unit, null when it isn't known. */
export type OldMark = {
  readonly halfPoints: number;
  readonly coefficient: number | null;
  readonly obtainedOn: Temporal.PlainDate;
};

/** What becomes of a new unit, and why. */
export type NewMark =
  /** The mark to count with the NEW coefficient; it lives until `lastDay`, by the oldest mark it comes from. */
  | {
      readonly code: 'kept' | 'carried';
      readonly why: 'one-to-one' | 'merged';
      readonly mark: MarkFraction;
      readonly coefficient: number | null;
      readonly obtainedOn: Temporal.PlainDate;
      readonly lastDay: Temporal.PlainDate;
    }
  /** To be established by the office: the texts, or what is known, don't say. */
  | { readonly code: 'office'; readonly why: 'old-coefficient-unknown' | 'one-mark-of-ten' | 'one-mark-known' }
  | { readonly code: 'sit'; readonly why: 'no-origin' | 'no-mark' | 'below-ten' | 'too-old' };

export type CorrespondenceLine = {
  /** The new unit, and the old ones that lead to it; several are merged. */
  readonly unit: string;
  readonly from: readonly string[];
  readonly result: NewMark;
};

export type Correspondence =
  | { readonly known: false; readonly source: string | null; readonly note: string | null }
  | {
      readonly known: true;
      readonly source: string | null;
      /** One line a new unit, in the order of the new regulation. */
      readonly lines: readonly CorrespondenceLine[];
      /** Old marks that lead nowhere. */
      readonly withoutCounterpart: readonly string[];
    };

export type OldMarks = {
  /** The name of the table, where there are several (Coiffure: by the option sat before). */
  readonly table: string;
  readonly marks: ReadonlyMap<string, OldMark>;
  readonly form: ExamForm;
  readonly keptMarkYears: number;
  /** The first day on which a mark must still live. */
  readonly neededOn: Temporal.PlainDate;
};

export type Correspondents = Pick<Regulation, 'units' | 'equivalences'>;

/** The names of the tables that are known; none when the office judges. */
export function tablesOf({ equivalences }: Pick<Regulation, 'equivalences'>): readonly string[] {
  return Object.keys(equivalences?.tables ?? {});
}

/** Was a mark of that day given under the regulation before? */
export function isOfFormerRegulation(
  obtainedOn: Temporal.PlainDate,
  { firstSession }: Pick<Regulation, 'firstSession'>,
): boolean {
  return firstSession !== null && obtainedOn.year < firstSession;
}

/**
 * What the marks of the regulation before give in this one (table of equivalence in its annex; Coiffure 2011, V-1 and V-2;
 * Boulanger 2012, V). Old units that are merged give the mean of their marks, weighted by the OLD coefficients: of those of
 * 10 or more in the globale form, of all in the progressive one.
 */
export function correspond(regulation: Correspondents, old: OldMarks): Correspondence {
  const { units, equivalences } = regulation;
  const source = equivalences?.source ?? null;
  const rows = equivalences?.tables?.[old.table];
  if (rows === undefined) return { known: false, source, note: equivalences?.note ?? null };
  const lines = units.map(({ id, coefficient }): CorrespondenceLine => {
    const from = rows.find(({ to }) => to === id)?.from ?? [];
    return { unit: id, from, result: newMark(from, coefficient, old) };
  });
  const counterparts = new Set(rows.flatMap(({ from }) => from));
  return {
    known: true,
    source,
    lines,
    withoutCounterpart: [...old.marks.keys()].filter((id) => !counterparts.has(id)),
  };
}

/** The old units that lead to one of a slot, table by table; none of them where nothing does. */
export type Origins = readonly {
  readonly table: string;
  readonly units: readonly { readonly unit: string; readonly from: readonly string[] }[];
}[];

/** null when no table is known. */
export function originsOf(
  units: readonly Pick<Regulation['units'][number], 'id'>[],
  { equivalences }: Pick<Regulation, 'equivalences'>,
): Origins | null {
  if (equivalences === undefined || equivalences.tables === null) return null;
  return Object.entries(equivalences.tables).map(([table, rows]) => ({
    table,
    units: units.map(({ id }) => ({ unit: id, from: rows.find(({ to }) => to === id)?.from ?? [] })),
  }));
}

const TEN = 20;

function newMark(from: readonly string[], coefficient: number | null, old: OldMarks): NewMark {
  if (from.length === 0) return { code: 'sit', why: 'no-origin' };
  const held = from.flatMap((id) => old.marks.get(id) ?? []);
  const counted = old.form === 'GLOBAL' ? held.filter(({ halfPoints }) => halfPoints >= TEN) : held;
  const [first, ...others] = counted;
  if (first === undefined) return { code: 'sit', why: held.length === 0 ? 'no-mark' : 'below-ten' };
  const obtainedOn = others.reduce((oldest, mark) => earlier(oldest, mark.obtainedOn), first.obtainedOn);
  const lastDay = obtainedOn.add({ years: old.keptMarkYears });
  if (Temporal.PlainDate.compare(lastDay, old.neededOn) < 0) return { code: 'sit', why: 'too-old' };
  // Whether the single mark is enough, no text read says (globale); nor what a mark that was never given weighs.
  if (counted.length < from.length)
    return { code: 'office', why: held.length < from.length ? 'one-mark-known' : 'one-mark-of-ten' };
  const mark = from.length === 1 ? lowest(first.halfPoints, 2) : mean(counted);
  if (mark === null) return { code: 'office', why: 'old-coefficient-unknown' };
  const code = mark.numerator >= 10 * mark.denominator ? 'kept' : 'carried';
  return { code, why: from.length === 1 ? 'one-to-one' : 'merged', mark, coefficient, obtainedOn, lastDay };
}

/** null when a weight is unknown: none is invented, not even where the marks are the same. */
function mean(marks: readonly OldMark[]): MarkFraction | null {
  let points = 0;
  let weights = 0;
  for (const { halfPoints, coefficient } of marks) {
    if (coefficient === null) return null;
    points += halfPoints * coefficient;
    weights += coefficient;
  }
  return lowest(points, 2 * weights);
}

function lowest(numerator: number, denominator: number): MarkFraction {
  const common = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}
