import { describe, expect, it } from 'vitest';
import { pathInFrench, valueInFrench } from '../texts/keys.ts';
import { deliveredChanges } from './delivered.ts';
import { differencesBetween } from './difference.ts';
import { applyChanges, changesBetween } from './files.ts';
import { differentLines } from './lines.ts';

const file = (name: string, text: string) => ({ file: name, text });
const valuesOf = (was: string, is: string) =>
  differencesBetween([file('a.yaml', was)], [file('a.yaml', is)])[0]?.values ?? null;

describe('What differs between two packs', () => {
  it('is each value, by its place, whatever the order of keys and of things that bear a code', () => {
    const was =
      'window: { opensAt: 2023-10-12T14:00, closesAt: x }\nlist:\n  - { code: A, n: 1 }\n  - { code: B, n: 2 }\n';
    const is =
      '# note\nlist:\n  - { code: B, n: 3 }\n  - { code: A, n: 1 }\n  - { code: C }\nwindow: { closesAt: x }\n';
    expect(valuesOf(was, is)).toEqual([
      { path: ['window', 'opensAt'], was: '2023-10-12T14:00', is: undefined },
      { path: ['list', 'B', 'n'], was: '2', is: '3' },
      { path: ['list', 'C'], was: undefined, is: '{\n "code": "C"\n}' },
    ]);
  });

  it('is nothing but layout when only comments moved, and is not known when a file can not be read', () => {
    expect(valuesOf('a: 1\n', '# why\na:   1\n')).toEqual([]);
    expect(valuesOf('a: 1\n', 'a: [\n')).toBeNull();
  });

  it('names files that came and went', () => {
    const kinds = differencesBetween([file('gone', 'x')], [file('new', 'y')]).map((one) => [one.file, one.kind]);
    expect(kinds).toEqual([
      ['gone', 'gone'],
      ['new', 'added'],
    ]);
  });

  it('reads in French, days, hours and unknown figures included', () => {
    expect(pathInFrench(['window', 'closesAt'])).toBe('inscriptions › clôture');
    expect(pathInFrench(['__proto__', 'CINSIG01'])).toBe('__proto__ › CINSIG01');
    expect(valueInFrench('2023-12-01T17:05').replaceAll('\u00a0', ' ')).toBe('vendredi 1er décembre 2023 à 17 h 05');
    expect(valueInFrench('2023-02-31')).toBe('2023-02-31');
    expect([valueInFrench('null'), valueInFrench('true')]).toEqual(['inconnu', 'oui']);
  });
});

describe('The lines of a file', () => {
  it('show what changed with three lines around it', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `ligne ${index}`);
    const changed = lines.map((line) => (line === 'ligne 15' ? 'autre' : line));
    const shown = differentLines(lines.join('\n'), changed.join('\n')) ?? [];
    expect(shown.filter(({ kind }) => kind === 'same')).toHaveLength(6);
    expect(shown.filter(({ kind }) => kind === 'was' || kind === 'is')).toEqual([
      { kind: 'was', text: 'ligne 15' },
      { kind: 'is', text: 'autre' },
    ]);
    expect(shown.filter((line) => line.kind === 'skipped')).toEqual([
      { kind: 'skipped', count: 12 },
      { kind: 'skipped', count: 11 },
    ]);
  });

  it('are given up when two long files have nothing in common', () => {
    const noise = (seed: number): string =>
      Array.from({ length: 20_000 }, (_, index) => `${(index * seed) % 100_003}`).join('\n');
    expect(differentLines(noise(7919), noise(104_729), 1)).toBeNull();
  });
});

describe('Changes of files', () => {
  const before = [file('a', '1'), file('b', '2')];

  it('say what differs and give it back; a change that is undone is none', () => {
    const after = [file('b', '3'), file('c', '4')];
    const changes = changesBetween(before, after);
    expect(changes).toEqual({ a: null, b: '3', c: '4' });
    expect(applyChanges(before, changes)).toEqual(after);
    expect(changesBetween(before, applyChanges(before, {}))).toEqual({});
  });

  it('of a delivery come in where the office changed nothing; elsewhere the office keeps its own', () => {
    const shipped = [file('same', '1'), file('own', '1'), file('both', '1'), file('gone', '1')];
    const office = [file('same', '1'), file('own', '2'), file('both', '2'), file('gone', '1'), file('mine', '9')];
    const delivered = [file('same', '3'), file('own', '1'), file('both', '3'), file('new', '5')];
    const after = deliveredChanges(shipped, office, delivered);
    expect(Object.fromEntries(after.map(({ file: name, text }) => [name, text]))).toEqual({
      same: '3',
      own: '2',
      both: '2',
      mine: '9',
      new: '5',
    });
  });
});
