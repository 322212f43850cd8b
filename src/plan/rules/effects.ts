/** What was granted, without its cause: a measure of the exam's list, with its percentage where it is more time. */
export type GrantedMeasure = { readonly measure: string; readonly percent: number | null };

/** What it changes in where and how long somebody sits. */
export type Effects = {
  /** More time, in percent of the duration; 0: none. */
  readonly percent: number;
  /** Nobody else in the room. */
  readonly alone: boolean;
  readonly accessible: boolean;
  /** Granted, and it can't be read by a program: a person places, or arranges. */
  readonly toArrange: readonly string[];
};

/** Nothing was granted. */
export const NO_EFFECT: Effects = { percent: 0, alone: false, accessible: false, toArrange: [] };

/** A room of one's own or an accessible one: the measure doesn't say which, so both. Whoever is helped speaks: nobody else is there. */
const PLACED: Readonly<Record<string, { readonly alone: boolean; readonly accessible: boolean }>> = {
  room: { alone: true, accessible: true },
  helper: { alone: true, accessible: false },
};
/** Of marks and sessions: nothing of a room. */
const ELSEWHERE: readonly string[] = ['kept-marks', 'spread-tests'];

export function effectsOf(measures: readonly GrantedMeasure[]): Effects {
  const placed = measures.flatMap(({ measure }) => (Object.hasOwn(PLACED, measure) ? (PLACED[measure] ?? []) : []));
  return {
    percent: Math.max(0, ...measures.map(({ percent }) => percent ?? 0)),
    alone: placed.some(({ alone }) => alone),
    accessible: placed.some(({ accessible }) => accessible),
    toArrange: measures
      .filter(
        ({ measure, percent }) => percent === null && !Object.hasOwn(PLACED, measure) && !ELSEWHERE.includes(measure),
      )
      .map(({ measure }) => measure)
      .toSorted(),
  };
}

/** What was granted that somebody prepares at the centre, besides time and room, by its name. */
export function preparedOf(granted: readonly (GrantedMeasure & { readonly label: string })[]): readonly string[] {
  const named = granted.filter(
    ({ measure, percent }) => percent === null && measure !== 'room' && !ELSEWHERE.includes(measure),
  );
  return [...new Set(named.map(({ label }) => label))].toSorted();
}
