import { describe, expect, it } from 'vitest';
import type { Deposit, PieceStatus, PieceWithFiles } from '../piece.ts';
import { handOverState, isGiven, progressOf, viewOf } from './pieceState.ts';

const file = { id: 'f', kept: { scan: null } } as Deposit;
const piece = (changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
  ({
    code: 'DCSTID01',
    mode: 'online',
    countsForValidation: true,
    status: 'none',
    handedOverAt: null,
    excuses: [],
    files: [],
    refused: [],
    ...changes,
  }) as PieceWithFiles;

const STATUSES: readonly PieceStatus[] = [
  'none',
  'received',
  'compliant',
  'non-compliant',
  'exempted',
  'not-applicable',
];

describe('A piece on the page', () => {
  it("reads as the office's word, and before it by its files", () => {
    expect(viewOf({ status: 'none' }, 0)).toBe('to-give');
    expect(viewOf({ status: 'none' }, 1)).toBe('given');
    for (const status of STATUSES.slice(1)) for (const files of [0, 2]) expect(viewOf({ status }, files)).toBe(status);
  });

  it.each<[PieceStatus, number, boolean]>([
    ['none', 0, false],
    ['none', 1, true],
    ['received', 0, true],
    ['compliant', 0, true],
    ['exempted', 0, true],
    ['not-applicable', 0, false],
    ['not-applicable', 1, true],
    ['non-compliant', 0, false],
    ['non-compliant', 1, false],
  ])('%s with %i files has come: %s', (status, files, come) => {
    expect(isGiven({ status, files: Array.from({ length: files }, () => file) })).toBe(come);
  });
});

describe('« 4 pièces sur 6 »', () => {
  it('counts what is due at the closing, without the signed confirmation, R.408 and what is no longer asked', () => {
    const given = piece({ code: 'DOMICIL', files: [file] });
    const missing = piece({ code: '1NATID01' });
    const { counted, given: count } = progressOf([
      given,
      missing,
      piece({ code: 'CINSIG01', files: [file] }),
      piece({ code: 'R408A4', countsForValidation: false, files: [file] }),
      piece({ code: 'VAE', status: 'not-applicable', files: [file] }),
    ]);
    expect(counted).toEqual([given, missing]);
    expect(count).toBe(1);
  });
  it('says apart how many are in order, those that are excused among them', () => {
    expect(progressOf(STATUSES.map((status) => piece({ code: status, status })))).toMatchObject({ checked: 2 });
    expect(progressOf([piece({ status: 'compliant' }), piece()])).toMatchObject({ checked: 1 });
    expect(progressOf([piece({ status: 'exempted' }), piece()])).toMatchObject({ checked: 1 });
  });
});

describe("« J'ai fourni toutes mes pièces »", () => {
  it('has nothing to hand over of what is excused', () => {
    expect(handOverState([piece({ status: 'exempted' }), piece({ status: 'not-applicable' })])).toBe('handed-over');
    expect(handOverState([piece({ status: 'exempted' }), piece()])).toBe('missing');
  });
});
