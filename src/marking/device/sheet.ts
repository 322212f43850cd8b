/**
 * The sheet of a unit and the mark that it makes, on the server and on a tablet. Nothing here may lean on the server: this folder goes to browsers.
 */

/** What each criterion was given: the value of its level; without levels, half points. */
export type Answers = Readonly<Record<string, number>>;

export type Criterion = {
  readonly id: string;
  readonly part: string | null;
  readonly label: string;
  /** The most that it is worth. */
  readonly points: number;
};
export type Level = { readonly code: string; readonly label: string; readonly value: number };
export type SheetForm = {
  readonly title: string;
  readonly version: string;
  /** From the best to the worst; none: criteria are given points. */
  readonly levels: readonly Level[];
  readonly criteria: readonly Criterion[];
  readonly rounding: 'up' | 'nearest';
  /** The step of marks of the exam. */
  readonly step: 'half-point' | 'point';
  /** Of a sheet that two juries mark: what one of them marks without the candidate, or all the rest; null: it is whole. */
  readonly part: 'apart' | 'rest' | null;
  /** Where it comes from; null: no text gives one, and a board gives one mark. */
  readonly source: string | null;
};

/** What answers give of the most that they could: half points, or points times the value of the best level. Whole numbers, so nothing drifts. */
export type Share = { readonly given: number; readonly most: number };
export function shareOf({ criteria, levels }: Pick<SheetForm, 'criteria' | 'levels'>, answers: Answers): Share {
  const best = levels[0]?.value;
  return {
    given: criteria.reduce((sum, { id, points }) => sum + (answers[id] ?? 0) * (best === undefined ? 1 : points), 0),
    most: pointsOf({ criteria }) * (best ?? 2),
  };
}

/** The most that its criteria are worth together. */
export function pointsOf({ criteria }: Pick<SheetForm, 'criteria'>): number {
  return criteria.reduce((sum, { points }) => sum + points, 0);
}

/** The mark out of 20 that the criteria of a sheet make, in half points; null: one is missing. */
export function halfPointsOf(sheet: SheetForm, answers: Answers): number | null {
  return missingIn(sheet, answers).length > 0 ? null : markOut(shareOf(sheet, answers), sheet);
}

/** Out of 20, in half points. */
export function markOut({ given, most }: Share, { rounding, step }: Pick<SheetForm, 'rounding' | 'step'>): number {
  const inStep = step === 'point' ? 2 : 1;
  const exact = (40 / inStep) * given;
  return inStep * (rounding === 'up' ? Math.ceil(exact / most) : Math.floor((2 * exact + most) / (2 * most)));
}

/** Criteria that were given nothing. */
export function missingIn({ criteria }: Pick<SheetForm, 'criteria'>, answers: Answers): readonly Criterion[] {
  return criteria.filter(({ id }) => answers[id] === undefined);
}

/** What was typed or chosen of one criterion; null: it is none of what the sheet takes. */
export function readAnswer({ levels }: Pick<SheetForm, 'levels'>, { points }: Criterion, typed: string): number | null {
  const text = typed.trim();
  if (levels.length > 0) return levels.find(({ code }) => code === text)?.value ?? null;
  const read = /^(\d{1,4})(?:[.,](0|5)0?)?$/.exec(text);
  if (read === null) return null;
  const halfPoints = Number(read[1]) * 2 + (read[2] === '5' ? 1 : 0);
  return halfPoints <= points * 2 ? halfPoints : null;
}

/** As it is typed again. */
export function writeAnswer({ levels }: Pick<SheetForm, 'levels'>, given: number | undefined): string {
  if (given === undefined) return '';
  if (levels.length > 0) return levels.find(({ value }) => value === given)?.code ?? '';
  return inFrench(given / 2);
}

/** Whether answers say of each criterion what its sheet takes, and of nothing else. */
export function fits(sheet: SheetForm, answers: Answers): boolean {
  const known = new Map(sheet.criteria.map((one) => [one.id, one]));
  return Object.entries(answers).every(([id, given]) => {
    const criterion = known.get(id);
    return criterion !== undefined && readAnswer(sheet, criterion, writeAnswer(sheet, given)) === given;
  });
}

/** Of levels one is missing, whatever was sent instead. */
export type TypedFault = Pick<Criterion, 'id' | 'label' | 'points'> & { readonly why: 'missing' | 'wrong' };

/** A sheet as it was typed, by criterion: what it gives, and what is missing or can't be read. */
export function readTyped(
  sheet: SheetForm,
  typed: (id: string) => string,
): { readonly answers: Answers; readonly faults: readonly TypedFault[] } {
  const read = sheet.criteria.map((one) => ({
    ...one,
    text: typed(one.id),
    given: readAnswer(sheet, one, typed(one.id)),
  }));
  return {
    answers: Object.fromEntries(read.flatMap(({ id, given }) => (given === null ? [] : [[id, given]]))),
    faults: read.flatMap(({ id, label, points, text, given }): readonly TypedFault[] =>
      given !== null
        ? []
        : [{ id, label, points, why: text.trim() === '' || sheet.levels.length > 0 ? 'missing' : 'wrong' }],
    ),
  };
}

export function inFrench(value: number): string {
  return String(value).replace('.', ',');
}
