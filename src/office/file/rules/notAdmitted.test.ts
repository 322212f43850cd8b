import { expect, it } from 'vitest';
import type { Deposit, PieceWithFiles } from '../../../pieces/index.ts';
import { notAdmitted } from './notAdmitted.ts';

const MARCH = Temporal.Instant.from('2024-03-07T23:00:00Z');
const OWN_TIME = Temporal.Instant.from('2024-03-26T23:00:00Z');
const FILE = { id: 'f', kept: { scan: null } } as Deposit;
const piece = (code: string, changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
  ({
    code,
    status: 'none',
    files: [],
    refused: [],
    dueAt: MARCH,
    countsForValidation: false,
    excuses: [],
    excusedBy: null,
    correctableUntil: null,
    ...changes,
  }) as unknown as PieceWithFiles;
const waiver = (changes: Partial<PieceWithFiles> = {}) => piece('R408DISP', { excuses: ['R408A3'], ...changes });
const CODES = new Set(['R408A3', 'R408A4', 'R408DISP']);
const at = (now: Temporal.Instant, ...pieces: readonly PieceWithFiles[]) => notAdmitted(pieces, CODES, now);

it('names the certificates that are not in, from their due instant on', () => {
  const pieces = [piece('R408A3'), piece('R408A4', { files: [FILE] }), waiver()];
  expect(at(MARCH.subtract({ nanoseconds: 1 }), ...pieces)).toBeNull();
  expect(at(MARCH, ...pieces)).toEqual({ missing: ['R408A3'], dueAt: MARCH, openUntil: null });
  // Its candidate was invited to answer, which reopened it.
  const reopened = piece('R408A3', { correctableUntil: OWN_TIME });
  expect(notAdmitted([reopened], CODES, MARCH, true)?.openUntil).toEqual(OWN_TIME);
  expect(notAdmitted([reopened], CODES, OWN_TIME, true)?.openUntil).toBeNull();
});

it.each<[string, PieceWithFiles]>([
  ['given in time and not yet checked', piece('R408A3', { files: [FILE] })],
  ['received on paper', piece('R408A3', { status: 'received' })],
  ['compliant', piece('R408A3', { status: 'compliant', files: [FILE] })],
  ['excused', piece('R408A3', { status: 'exempted', excusedBy: 'R408DISP' })],
  ['no longer asked', piece('R408A3', { status: 'not-applicable' })],
  ['a proof due later that is no R.408 certificate', piece('ATTEMPLOI')],
  [
    'a certificate of a session that cancels without it: another sanction',
    piece('R408A3', { countsForValidation: true }),
  ],
  ['a waiver that nobody gave', waiver()],
])('marks nobody for what is %s', (_, one) => {
  expect(at(MARCH, one)).toBeNull();
});

it('of a refused certificate, whose time is over', () => {
  const refused = piece('R408A3', { status: 'non-compliant', files: [FILE], correctableUntil: OWN_TIME });
  expect(at(MARCH, refused)).toBeNull();
  expect(at(OWN_TIME, refused)?.missing).toEqual(['R408A3']);
});

it.each<[string, PieceWithFiles]>([
  ['given', waiver({ files: [FILE] })],
  ['refused', waiver({ status: 'non-compliant', files: [FILE] })],
])('says the same whether a waiver is %s or not', (_, one) => {
  expect(at(MARCH, piece('R408A3'), one)).toEqual(at(MARCH, piece('R408A3'), waiver()));
});
