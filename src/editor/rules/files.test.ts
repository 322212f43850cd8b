import { describe, expect, it } from 'vitest';
import { FILE, type PackFile, WHOLE } from '../../catalogue/index.ts';
import { applyChanges, changesBetween, isTooBig, textOf } from './files.ts';

const file = (name: string, text: string): PackFile => ({ file: name, text });
const before = [file('a', '1'), file('c', '3')];

describe('A draft', () => {
  it('is the files with its changes, by name', () => {
    expect(applyChanges(before, { c: '4', b: '2' })).toEqual([file('a', '1'), file('b', '2'), file('c', '4')]);
    expect(applyChanges(before, { a: null })).toEqual([file('c', '3')]);
    expect(applyChanges(before, {})).toEqual(before);
    expect([textOf(before, 'c'), textOf(before, 'b')]).toEqual(['3', undefined]);
  });
  it('holds only what differs: what is undone is no change', () => {
    expect(changesBetween(before, [file('a', '1'), file('b', '2')])).toEqual({ b: '2', c: null });
    expect(changesBetween(before, before)).toEqual({});
    expect(applyChanges(before, changesBetween(before, [file('b', '2')]))).toEqual([file('b', '2')]);
  });
});

describe('Too much for rules', () => {
  const text = (characters: number) => 'x'.repeat(characters);
  const several = (count: number, characters = 0) =>
    Array.from({ length: count }, (_, index) => file(`${index}`, text(characters)));
  it('is one file that is too long, unless it was before', () => {
    const long = file('a', text(FILE.characters + 1));
    expect([isTooBig([], [long]), isTooBig([], [file('a', text(FILE.characters))])]).toEqual([true, false]);
    expect([isTooBig([long], [long]), isTooBig([long], [file('a', `${long.text}x`)])]).toEqual([false, true]);
  });
  it('is too many files, unless there were as many', () => {
    const most = several(WHOLE.files);
    const more = several(WHOLE.files + 1);
    expect([isTooBig([], most), isTooBig([], more), isTooBig(more, more)]).toEqual([false, true, false]);
  });
  it('is a whole that is too long, unless it was as long', () => {
    const each = Math.floor(FILE.characters / 2);
    const count = Math.ceil(WHOLE.characters / each) + 1;
    const whole = several(count, each);
    expect(count).toBeLessThan(WHOLE.files);
    expect([isTooBig([], whole), isTooBig(whole, whole), isTooBig([], whole.slice(0, 1))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isTooBig(whole.slice(1), whole)).toBe(true);
  });
});
