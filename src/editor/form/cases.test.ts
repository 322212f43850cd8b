import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../catalogue/index.ts';
import { ASKED, formKind, questionWords } from './cases.ts';
import { keysOf, shapeOf } from './shape.ts';

const keys = (words: unknown): readonly string[] => Object.keys((words as { fields?: object }).fields ?? {});
const question = (value: unknown) => {
  const { schema, words } = formKind('cases', value);
  return { asks: Object.keys(keysOf(shapeOf(schema.shape.question ?? schema).schema)), words: words.fields };
};

describe('The form of a typical case', () => {
  it('asks the situation of its question, and what of its answer may be compared', () => {
    const eligibility = question({ asks: 'eligibility' });
    expect(eligibility.asks).toEqual(expect.arrayContaining(['birthDate', 'workPeriods', 'credits']));
    expect(keys(eligibility.words.question)).toEqual(expect.arrayContaining(['birthDate', 'workPeriods']));
    expect(keys(eligibility.words.expect)).toEqual(['verdict', 'reasons', 'pieces', 'refused']);
    const average = question({ asks: 'average' });
    expect(average.asks).toEqual(expect.arrayContaining(['units']));
    expect(average.asks).not.toContain('birthDate');
    expect(keys(average.words.expect)).toEqual(['outcome', 'average', 'professionalAverage', 'refused']);
  });
  it('says its question, which is given once', () => {
    const { words } = question({ asks: 'average' });
    const said = ENTRIES.cases.words.fields.asks as { label: string; options: Record<string, unknown> };
    expect(words.asks).toEqual({ label: said.label, fixed: true, options: { average: said.options.average } });
    expect(words.question).toMatchObject({ label: 'Sa situation' });
    expect(words.expect).toMatchObject({ label: 'Réponse attendue' });
    expect(Object.keys(words)).toEqual(Object.keys(ENTRIES.cases.words.fields));
  });
  it('is that of the pack where it asks nothing known, as that of any other entry', () => {
    for (const value of [{}, { asks: 'autre' }, null]) expect(formKind('cases', value)).toEqual(ENTRIES.cases);
    expect(formKind('exams', { asks: 'average' })).toEqual(ENTRIES.exams);
  });
  it('has words for each question', () => {
    expect(ASKED).toEqual(['eligibility', 'average']);
    expect(Object.keys(questionWords)).toEqual(expect.arrayContaining(['units', 'birthDate', 'session']));
  });
});
