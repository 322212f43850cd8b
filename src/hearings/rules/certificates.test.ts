import { describe, expect, it } from 'vitest';
import type { PieceWithFiles } from '../../pieces/index.ts';
import { allSettled, missingCertificates, whyNotOwed } from './certificates.ts';

const DUE = Temporal.Instant.from('2024-03-08T00:00:00+01:00');
const CODES = ['R408A3', 'R408A5'];
const piece = (code: string, changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
  ({
    code,
    status: 'none',
    files: [],
    dueAt: DUE,
    correctableUntil: null,
    excuses: [],
    ...changes,
  }) as unknown as PieceWithFiles;
const FILE = [{ id: 'one' }] as unknown as PieceWithFiles['files'];
const at = (now: Temporal.Instant, ...pieces: readonly PieceWithFiles[]) => whyNotOwed(pieces, CODES, now);

describe('Who owes a certificate of safety', () => {
  it('is nobody before the day itself is over, nor while a correction may still be given', () => {
    expect(at(DUE.subtract({ seconds: 1 }), piece('R408A3'))).toEqual({ code: 'time-left', until: DUE });
    expect(at(DUE, piece('R408A3'))).toBeNull();
    const own = DUE.add({ hours: 360 });
    const refused = piece('R408A3', { status: 'non-compliant', correctableUntil: own });
    expect(at(DUE, refused)).toEqual({ code: 'time-left', until: own });
    expect(at(DUE, piece('R408A5'), refused)).toEqual({ code: 'time-left', until: own });
    expect(at(own, refused)).toBeNull();
  });

  it('is nobody of whom the office has something to look at, whatever it is, in the same words', () => {
    const waiver = piece('R408DISP', { files: FILE, excuses: ['R408A3'] });
    const [waits, given, none] = [
      at(DUE, piece('R408A3'), waiver),
      at(DUE, piece('R408A3', { files: FILE })),
      at(DUE, piece('DOMICIL')),
    ];
    expect(waits).toEqual({ code: 'nothing-owed' });
    expect([given, none]).toEqual([waits, waits]);
    expect(
      at(DUE, piece('R408A3'), piece('R408DISP', { files: FILE, status: 'non-compliant', excuses: ['R408A3'] })),
    ).toBeNull();
  });

  it('no longer owes one once each is in order, excused by a waiver, or not asked', () => {
    const waiver = piece('R408DISP', { status: 'compliant', excuses: ['R408A3', 'R408A5'] });
    expect(allSettled([piece('R408A3'), piece('R408A5')], CODES)).toBe(false);
    expect(allSettled([piece('R408A3'), piece('R408A5'), waiver], CODES)).toBe(true);
    expect(allSettled([piece('R408A3', { status: 'compliant' }), piece('R408A5', { status: 'exempted' })], CODES)).toBe(
      true,
    );
    expect(allSettled([piece('R408A3', { status: 'compliant' }), piece('R408A5', { files: FILE })], CODES)).toBe(false);
    expect(
      missingCertificates([piece('R408A3'), piece('R408A5', { files: FILE })], CODES).map(({ code }) => code),
    ).toEqual(['R408A3']);
  });
});
