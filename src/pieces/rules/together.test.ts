import { describe, expect, it } from 'vitest';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { readyTogether } from './together.ts';

const closing = Temporal.Instant.from('2023-12-01T16:00:00Z');
const march = Temporal.Instant.from('2024-03-07T23:00:00Z');
const file = { id: 'f', kept: { scan: null } } as Deposit;
type Some = Partial<PieceWithFiles>;
const piece = (code: string, group: string, some: Some = {}) =>
  ({
    code,
    group,
    mode: 'online',
    status: 'none',
    dueAt: closing,
    handedOverAt: null,
    excuses: [],
    files: [],
    refused: [],
    ...some,
  }) as const;
const given = (code: string, group: string, some: Some = {}) => piece(code, group, { files: [file], ...some });
const groups = (...pieces: readonly ReturnType<typeof piece>[]) => readyTogether(pieces)?.groups ?? null;

describe('One click on « J’ai fourni toutes mes pièces »', () => {
  it('hands over every group due at one instant, once nothing of them is missing', () => {
    expect(groups(given('A', 'identite'), given('B', 'domicile'), given('C', 'identite'))).toEqual([
      'identite',
      'domicile',
    ]);
    expect(groups(given('A', 'identite'), piece('B', 'domicile'))).toBeNull();
    expect(groups(given('A', 'identite'), given('B', 'domicile', { status: 'non-compliant' }))).toBeNull();
    expect(groups()).toBeNull();
  });
  it('leaves out what is handed over, and nothing is left where all is', () => {
    const over = { handedOverAt: closing };
    expect(groups(given('A', 'identite', over), given('B', 'domicile'))).toEqual(['domicile']);
    expect(groups(given('A', 'identite', over), given('B', 'domicile', { status: 'compliant' }))).toBeNull();
  });
  it('doesn’t wait for what is due later, comes by post or is no longer asked', () => {
    const others = [
      piece('R', 'hauteur', { dueAt: march }),
      piece('P', 'poste', { mode: 'post' }),
      piece('N', 'domicile', { status: 'not-applicable' }),
    ];
    expect(groups(given('A', 'identite'), ...others)).toEqual(['identite']);
    expect(groups(piece('A', 'identite'), given('R', 'hauteur', { dueAt: march }))).toEqual(['hauteur']);
  });
  it('takes the set that is due first, and says when', () => {
    const both = [given('R', 'hauteur', { dueAt: march }), given('A', 'identite')];
    expect(readyTogether(both)).toEqual({ dueAt: closing, groups: ['identite'] });
    expect(readyTogether(both.toReversed())?.dueAt).toEqual(closing);
  });
});
