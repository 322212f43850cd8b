import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../catalogue/index.ts';
import { filesOfTwoAcademies } from '../../testing/catalogue.ts';
import { codeOf, entryNamed } from './entries.ts';
import { isOwnSession, othersTouched, ownSessions } from './otherAcademies.ts';

const files = await filesOfTwoAcademies();
const changed = (name: string, from: string | RegExp, to: string): readonly PackFile[] =>
  files.map((one) => {
    if (one.file !== name) return one;
    expect(one.text).toMatch(from);
    return { ...one, text: one.text.replace(from, to) };
  });

describe('A draft of an academy', () => {
  it('lists its own sessions, those made from one of them too', () => {
    const codes = (academy: string) => ownSessions(files, academy).map((one) => codeOf(one, 'sessions'));
    expect(codes('clermont')).toEqual(['bp-2024-clermont', 'bp-demo']);
    expect(codes('lyon')).toEqual(['bp-2024-lyon']);
    const theirs = entryNamed(files, 'sessions', 'bp-2024-clermont');
    expect(theirs !== undefined && isOwnSession(files, theirs, 'lyon')).toBe(false);
  });

  it.each([
    ['its dates', changed('sessions/bp-2024-clermont.yaml', '2023-12-01T17:00', '2023-12-02T17:00')],
    ['the telephone of its officers', changed('academies/clermont.yaml', '04.73.99.35.06', '04.73.99.35.07')],
    ['its session away', files.filter(({ file }) => file !== 'sessions/bp-2024-clermont.yaml')],
    ['its file away', files.filter(({ file }) => file !== 'academies/clermont.yaml')],
  ])('changes nothing of another: %s', (_, after) => {
    expect(othersTouched(files, after, 'lyon')).toEqual(['Clermont-Ferrand']);
    expect(othersTouched(files, after, 'clermont')).toEqual([]);
  });

  it('takes no session of another over', () => {
    const after = changed('sessions/bp-2024-clermont.yaml', 'academy: clermont', 'academy: lyon');
    for (const [academy, other] of [
      ['lyon', 'Clermont-Ferrand'],
      ['clermont', 'Lyon'],
    ] as const)
      expect(othersTouched(files, after, academy)).toEqual([other]);
  });

  it('changes what all share, and says who follows a speciality anywhere', () => {
    for (const after of [
      files,
      changed('exams/bp/exam.yaml', 'keptYears: 5', 'keptYears: 6'),
      changed('academies/clermont.yaml', /^.*cfd: '45033608'.*\n/m, ''),
      changed('academies/clermont.yaml', /^# .*\n/, '# Un commentaire\n'),
    ])
      expect(othersTouched(files, after, 'lyon')).toEqual([]);
  });

  it('may begin an academy that wasn’t there, with its session', () => {
    const copy = (name: string, to: string): PackFile => {
      const found = files.find(({ file }) => file === name);
      return { file: to, text: (found?.text ?? '').replaceAll('lyon', 'rennes') };
    };
    const more = [
      ...files,
      copy('academies/lyon.yaml', 'academies/rennes.yaml'),
      copy('sessions/bp-2024-lyon.yaml', 'sessions/bp-2024-rennes.yaml'),
    ];
    expect(othersTouched(files, more, 'clermont')).toEqual([]);
    expect(othersTouched(more, files, 'clermont')).toHaveLength(1);
  });
});
