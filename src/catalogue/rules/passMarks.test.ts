import { expect, it } from 'vitest';
import type { Exam } from '../schema/exam.ts';
import { found, shippedPack } from '../testing/shipped.ts';
import { passMarksOf } from './passMarks.ts';

const { results } = found((await shippedPack()).exams.find(({ code }) => code === 'bp'));
const asking = (from: number, professional?: number): Exam['results'] => {
  const { professionalAverage: _, ...own } = results;
  const average = { ...results.average, from };
  return professional === undefined
    ? { ...own, average }
    : { ...own, average, professionalAverage: { ...average, from: professional } };
};

it('« Une moyenne d’au moins 10 » is twenty half points; the professional average only where the exam asks one', () => {
  expect(passMarksOf({ results })).toEqual({ average: 20, professional: null });
  expect(passMarksOf({ results: asking(12) })).toEqual({ average: 24, professional: null });
  expect(passMarksOf({ results: asking(10, 12) })).toEqual({ average: 20, professional: 24 });
});
