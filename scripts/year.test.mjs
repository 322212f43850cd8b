import { describe, expect, it } from 'vitest';
import { dayOf, imagesOf, readYear, wrapped, yearOf } from './year.mjs';

const SESSION = {
  label: 'session 2031',
  window: { opensAt: '2030-10-10T14:00', closesAt: '2030-11-29T17:00' },
  pieceGroups: [{ dueAt: '2030-11-29T17:00' }],
  correctionsEndAt: { at: '2030-12-20T17:00', confidence: 'derived' },
  lastCorrectionAt: { at: '2031-05-02T17:00', confidence: 'derived' },
  examStartsOn: { on: '2031-06-02', confidence: 'official' },
  resultsAt: { at: '2031-07-04T10:00', confidence: 'official' },
  reminders: [
    { before: 7, unit: 'days' },
    { before: 1, unit: 'days' },
    { before: 3, unit: 'hours' },
  ],
};

describe('The drawing of the year', () => {
  it('shows what the session says, and tells an office’s own settings from what a text says', () => {
    const { moments, unsaid, lanes } = yearOf(SESSION);
    expect(moments.filter(({ isSourced }) => !isSourced).map(({ words }) => words)).toEqual([
      'refused papers given again',
      'last correction',
    ]);
    expect(moments.at(-1)).toMatchObject({ at: '2031-07-04T10:00', words: 'results' });
    expect(unsaid).toBeNull();
    expect(JSON.stringify(lanes)).toContain('7, 1 days and 3 hours before each date');
  });
  it('says so where no text gives the day of the results', () => {
    expect(yearOf({ ...SESSION, resultsAt: { at: null } }).unsaid).toContain('the office says it');
  });
  it('prints what is due at midnight under the day before, included', () => {
    expect(['2024-03-08T00:00', '2023-12-01T17:00', '2024-06-03'].map(dayOf)).toEqual([
      '7 March, included',
      '1 December, 17:00',
      '3 June',
    ]);
  });
  it('keeps words within their bar, a long one alone', () => {
    expect(wrapped('enrols, signs, gives papers', 110)).toEqual(['enrols, signs,', 'gives papers']);
    expect(wrapped('summons', 10)).toEqual(['summons']);
  });
  it('is read on light and dark pages, by who sees it and who doesn’t, and nothing of it stands outside', () => {
    const { images, shown } = imagesOf(readYear());
    expect(shown).toContain('alt="The year of a session, here session 2024. 12 October, 14:00: the register opens;');
    for (const [file, svg] of Object.entries(images)) {
      expect(shown).toContain(file);
      expect(svg).toContain('<title id="said">The year of a session');
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      for (const [, x, y] of svg.matchAll(/<text x="(\d+)" y="(\d+)"/g))
        expect(+x < +width && +y < +height, `a text at ${x}, ${y}`).toBe(true);
    }
  });
});
