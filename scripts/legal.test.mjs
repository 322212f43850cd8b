import { describe, expect, it } from 'vitest';
import { dataTable } from './legal.mjs';
import { tableOf } from './lib.mjs';

describe("The office's own file on data", () => {
  it('is a line a subject: what, who reads it, until when; nobody beside its person is said', () => {
    const subjects = [
      { what: 'les notes', readers: ['jury', 'office'], until: '10 ans' },
      { what: 'les essais', readers: [], until: '7 jours' },
    ];
    const drawn = dataTable(subjects, { jury: 'Le jury', office: 'Le bureau' }, ({ until }) => until);
    expect(drawn.split('\n').slice(2)).toEqual([
      '| les notes  | Le jury. Le bureau             | 10 ans        |',
      '| les essais | Personne                       | 7 jours       |',
    ]);
  });
  it('keeps a bar within its cell', () => {
    expect(tableOf([['a'], ['un | deux']])).toBe('| a          |\n| ---------- |\n| un \\| deux |');
  });
});
