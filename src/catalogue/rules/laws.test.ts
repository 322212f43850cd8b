import { describe, expect, it } from 'vitest';
import { capCatalogue } from '../../testing/catalogue.ts';
import { lawOf } from './laws.ts';

const catalogue = await capCatalogue();
const exam = (code: string) => {
  const found = catalogue.exam(code);
  if (found === undefined) throw new Error(`No exam ${code}`);
  return found;
};

describe('The law that an act cites', () => {
  it("is the exam's own, with a day on which it was in force", () => {
    expect(lawOf(exam('bp'), 'oneEnrolment')).toMatchObject({
      article: "code de l'éducation, article D337-121",
      asOf: '2023-04-18',
      derogable: false,
    });
    expect(lawOf(exam('cap'), 'oneEnrolment')).toMatchObject({
      article: "code de l'éducation, article D337-21",
      derogable: true,
    });
  });

  it('is the range of its articles where the exam names none, and never that of another exam', () => {
    const { laws: _, ...silent } = exam('cap');
    for (const one of [silent, { ...silent, laws: {} }])
      expect(lawOf(one, 'oneEnrolment')).toEqual({
        article: "articles D337-1 à D337-25-1 du code de l'éducation",
        words: null,
        asOf: null,
      });
  });
});
