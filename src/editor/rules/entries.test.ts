import { describe, expect, it } from 'vitest';
import type { PackFault } from '../../catalogue/index.ts';
import {
  codeOf,
  entriesOn,
  entryNamed,
  examOf,
  faultsOf,
  isWithin,
  type PackEntry,
  referenceOf,
  slugOf,
  titleOf,
  unreadableOn,
  withFile,
} from './entries.ts';

const file = (name: string, text: string) => ({ file: name, text });
const files = [
  file('exams/bp/pieces.yaml', '- code: PHOTO\n  label: Photo\n- texte\n- code: VAE\n'),
  file('exams/cap/pieces.yaml', '- code: VAE\n- code: CAP1\n'),
  file('exams/bp/specialities.yaml', "- cfd: '45033608'\n"),
  file('exams/bp/regulations/coiffure.yaml', "cfd: '45033608'\n"),
  file('installation.yaml', 'name: Essai\n'),
  file('sessions/bp-2024.yaml', 'code: bp-2024\n'),
  file('sessions/faux.yaml', 'code: [ \n'),
  file('sessions/mot.yaml', 'un mot\n'),
];
const named = (shelf: Parameters<typeof entryNamed>[1], code: string): PackEntry => {
  const found = entryNamed(files, shelf, code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};

describe('The entries of a shelf', () => {
  it('are the items of its lists and the files of their own, what is no entry left out', () => {
    expect(entriesOn(files, 'pieceTypes').map(({ value, path }) => [value.code, path])).toEqual([
      ['PHOTO', [0]],
      ['VAE', [2]],
      ['VAE', [0]],
      ['CAP1', [1]],
    ]);
    expect(entriesOn(files, 'sessions').map(({ value, path }) => [value.code, path])).toEqual([['bp-2024', []]]);
    expect(unreadableOn(files, 'sessions')).toEqual(['sessions/faux.yaml']);
    expect(unreadableOn(files, 'pieceTypes')).toEqual([]);
  });
  it('bear the code of their kind', () => {
    expect([named('specialities', '45033608'), named('regulations', '45033608')].map(({ file: at }) => at)).toEqual([
      'exams/bp/specialities.yaml',
      'exams/bp/regulations/coiffure.yaml',
    ]);
    expect(codeOf(named('sessions', 'bp-2024'), 'sessions')).toBe('bp-2024');
    expect(codeOf(named('installation', 'installation'), 'installation')).toBe('installation');
    expect([
      entryNamed(files, 'sessions', ''),
      entryNamed([file('sessions/a.yaml', 'a: 1\n')], 'sessions', ''),
    ]).toEqual([undefined, undefined]);
  });
  it('are referred to by their code, with their exam where another has the same', () => {
    const [, first, second, own] = entriesOn(files, 'pieceTypes');
    const reference = (entry: PackEntry | undefined) => entry && referenceOf(files, 'pieceTypes', entry);
    expect([reference(first), reference(second), reference(own)]).toEqual(['VAE', 'cap.VAE', 'CAP1']);
    expect(named('pieceTypes', 'cap.VAE').file).toBe('exams/cap/pieces.yaml');
    expect(referenceOf([], 'pieceTypes', named('pieceTypes', 'VAE'))).toBe('VAE');
  });
  it('stand in the folder of an exam, or in none', () => {
    expect(
      ['exams/bp/pieces.yaml', 'sessions/exams/bp/x.yaml', 'exams/bp'].map((one) => examOf({ file: one })),
    ).toEqual(['bp', '', '']);
    expect(slugOf(named('regulations', '45033608'))).toBe('coiffure');
    expect(slugOf({ ...named('sessions', 'bp-2024'), file: 'a.yaml.d/b.yaml' })).toBe('b');
  });
  it('are read once while a text stays the same', () => {
    const [one, again] = [entriesOn(files, 'sessions')[0], entriesOn(files, 'sessions')[0]];
    expect(one?.root).toBe(again?.root);
    for (let one = 0; one < 12; one++) {
      const long = file('sessions/long.yaml', `code: long-${one}\n# ${'x'.repeat(190_000)}\n`);
      expect(entriesOn([long], 'sessions')[0]?.value.code).toBe(`long-${one}`);
    }
    const after = entriesOn(files, 'sessions')[0];
    expect(after?.root).toEqual(one?.root);
    expect(after?.root).not.toBe(one?.root);
  });
  it('are written anew in the place of their file', () => {
    const after = withFile(files, 'installation.yaml', 'name: Autre\n');
    expect([after.length, after.at(-1)]).toEqual([files.length, file('installation.yaml', 'name: Autre\n')]);
  });
});

describe('What stands within an entry', () => {
  it('is below its path, and no path that only begins alike', () => {
    expect(
      ['[2]', '[2].rules[0].why', '[2][0]', '[21]', '[2]a', '[1]', ''].map((path) => isWithin(path, '[2]')),
    ).toEqual([true, true, true, false, false, false, false]);
    expect(isWithin('anything', '')).toBe(true);
    expect(isWithin('x[2]', '[2]')).toBe(false);
  });
  it('is of its own file', () => {
    const fault = (name: string, path: string): PackFault => ({ file: name, line: 1, column: 1, path, message: path });
    const faults = [fault('a', '[0].x'), fault('a', '[1].x'), fault('b', '[0].x')];
    expect(faultsOf({ file: 'a', path: [0] }, faults)).toEqual([faults[0]]);
  });
});

describe('What an entry is called', () => {
  it('is its label, its name or its title', () => {
    expect([titleOf({ label: 'A', name: 'B' }), titleOf({ name: 'B', title: 'C' }), titleOf({ title: 'C' })]).toEqual([
      'A',
      'B',
      'C',
    ]);
    for (const nothing of [null, 'text', {}, { label: 3 }, { code: 'toString' }, { code: 3 }])
      expect(titleOf(nothing)).toBeNull();
  });
});
