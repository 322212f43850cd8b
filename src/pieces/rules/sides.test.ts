import { expect, it } from 'vitest';
import type { PieceWithFiles } from '../piece.ts';
import { mayLackSide } from './sides.ts';

type Files = Parameters<typeof mayLackSide>[0]['files'];
const fate: Files[number]['kept'] = { erasedAt: null, scan: null, finding: null };
const file = (pages: number | null, some: Partial<Files[number]> = {}): Files[number] => ({
  pages,
  type: 'application/pdf',
  kept: fate,
  ...some,
});
const asked = (files: Files, some: Partial<Pick<PieceWithFiles, 'status' | 'handedOverAt'>> = {}): boolean =>
  mayLackSide({ status: 'none', handedOverAt: null, files, ...some }, { twoSided: true });

it('asks for the other side of what has one page, until the second is there, in whatever file', () => {
  expect(asked([])).toBe(false);
  expect(asked([file(1)])).toBe(true);
  expect(asked([file(2)])).toBe(false);
  expect(asked([file(1), file(1)])).toBe(false);
});

it('counts a photo that waits to be read as one page, and asks nothing of a document whose pages nobody knows yet', () => {
  expect(asked([file(null, { type: 'image/jpeg' })])).toBe(true);
  expect(asked([file(null)])).toBe(false);
});

it('counts nothing that nobody can open', () => {
  expect(asked([file(1), file(1, { kept: { ...fate, scan: 'infected' } })])).toBe(true);
});

it('asks once it can be answered: not of what was judged or handed over, nor of a piece that is no card', () => {
  expect(asked([file(1)], { status: 'non-compliant' })).toBe(false);
  expect(asked([file(1)], { status: 'compliant' })).toBe(false);
  expect(asked([file(1)], { handedOverAt: Temporal.Instant.from('2023-11-15T10:00:00Z') })).toBe(false);
  expect(mayLackSide({ status: 'none', handedOverAt: null, files: [file(1)] }, { twoSided: false })).toBe(false);
  expect(mayLackSide({ status: 'none', handedOverAt: null, files: [file(1)] }, {})).toBe(false);
  expect(mayLackSide({ status: 'none', handedOverAt: null, files: [file(1)] }, undefined)).toBe(false);
});
