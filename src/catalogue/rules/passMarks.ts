import type { Exam } from '../schema/exam.ts';

/** What the averages must reach, in half points: over all units and, where the exam asks it, over the professional ones alone. */
export type PassMarks = { readonly average: number; readonly professional: number | null };

export function passMarksOf({ results }: Pick<Exam, 'results'>): PassMarks {
  const { average, professionalAverage } = results;
  return {
    average: 2 * average.from,
    professional: professionalAverage === undefined ? null : 2 * professionalAverage.from,
  };
}
