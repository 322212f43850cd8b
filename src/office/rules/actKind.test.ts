import { expect, it } from 'vitest';
import { ACT_KINDS, actKindOf, namesOf } from './actKind.ts';

it('each kind of the journal has acts, and no act is of two', () => {
  const all = ACT_KINDS.map(namesOf);
  for (const names of all) expect(names.length).toBeGreaterThan(0);
  expect(new Set(all.flat()).size).toBe(all.flat().length);
});

it('who looked at something is asked apart from who changed it', () => {
  expect(['document.viewed', 'file.read', 'pieces.exported', 'rules.peopleRead'].map(actKindOf)).toEqual(
    Array(4).fill('readings'),
  );
  expect(actKindOf('piece.reviewed')).toBe('pieces');
  expect(actKindOf('rules.published')).toBe('rules');
});

it('a name that nobody wrote a sentence for is of the others', () => {
  expect(actKindOf('toString.x')).toBe('other');
  expect(actKindOf('something.new')).toBe('other');
});
