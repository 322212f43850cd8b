import { describe, expect, it } from 'vitest';
import { compulsoryLanguages, optionalLanguages } from './languages.ts';

const academy = {
  compulsoryLanguages: ['allemand', 'anglais', 'espagnol'],
  optionalLanguages: { values: ['anglais', 'italien', 'portugais'], source: null, confidence: 'notice' },
} as const;

describe('Languages', () => {
  it('are those of the academy, or those of them that the regulation fixes', () => {
    expect(compulsoryLanguages({}, academy)).toEqual(['allemand', 'anglais', 'espagnol']);
    expect(compulsoryLanguages({ languages: ['anglais', 'japonais'] }, academy)).toEqual(['anglais']);
  });
  it('of choice have their own list, without the compulsory one', () => {
    expect(optionalLanguages(academy, null)).toEqual(['anglais', 'italien', 'portugais']);
    expect(optionalLanguages(academy, 'anglais')).toEqual(['italien', 'portugais']);
    expect(optionalLanguages(academy, 'allemand')).toEqual(['anglais', 'italien', 'portugais']);
  });
});
