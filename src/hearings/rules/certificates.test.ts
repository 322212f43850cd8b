import { describe, expect, it } from 'vitest';
import type { ResolvedSession } from '../../catalogue/index.ts';
import type { PieceWithFiles } from '../../pieces/index.ts';
import type { Hearing } from '../hearing.ts';
import { allSettled, curesOf, endOfCure, missingCertificates, whyNotOwed } from './certificates.ts';

const DUE = Temporal.Instant.from('2024-03-08T00:00:00+01:00');
const CODES = ['R408A3', 'R408A5'];
const piece = (code: string, changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
  ({
    code,
    status: 'none',
    files: [],
    refused: [],
    dueAt: DUE,
    correctableUntil: null,
    excuses: [],
    ...changes,
  }) as unknown as PieceWithFiles;
const FILE = [{ id: 'one', kept: {} }] as unknown as PieceWithFiles['files'];
const session = {
  correctionDays: 15,
  correctionsEndAt: { at: DUE },
  lastCorrectionAt: Temporal.Instant.from('2024-05-03T17:00:00+02:00'),
  examStartsOn: { on: Temporal.PlainDate.from('2024-05-13') },
} as unknown as ResolvedSession;
const asked = (...hearings: readonly Pick<Hearing, 'kind' | 'at'>[]) => ({ certificates: CODES, session, hearings });
const at = (now: Temporal.Instant, ...pieces: readonly PieceWithFiles[]) => whyNotOwed(pieces, asked(), now);

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
    const unread = [{ id: 'one', kept: { unread: true } }] as unknown as PieceWithFiles['files'];
    expect(at(DUE, piece('R408A3'), piece('DOMICIL', { files: unread }))).toEqual(waits);
    expect(at(DUE, piece('R408A3'), piece('MEDICAL', { files: unread, confidential: true }))).toBeNull();
    expect(
      at(DUE, piece('R408A3'), piece('R408DISP', { files: FILE, status: 'non-compliant', excuses: ['R408A3'] })),
    ).toBeNull();
  });

  it('is still so once an invitation reopened it until the tests; a refusal since leaves its own days, and no more', () => {
    const heard = { kind: 'units', at: DUE.add({ hours: 10 }) } as const;
    const until = endOfCure(session);
    expect(`${until}`).toBe('2024-05-12T22:00:00Z');
    const reopened = piece('R408A3', { correctableUntil: until });
    const now = DUE.add({ hours: 400 });
    expect(whyNotOwed([reopened], asked(), now)).toEqual({ code: 'time-left', until });
    expect(whyNotOwed([reopened], asked({ ...heard, kind: 'validation' }), now)).toEqual({ code: 'time-left', until });
    expect(whyNotOwed([reopened], asked(heard), now)).toBeNull();
    const reviewedAt = Temporal.Instant.from('2024-03-20T10:00:00+01:00');
    const refused = piece('R408A3', { correctableUntil: until, status: 'non-compliant', reviewedAt });
    const own = Temporal.Instant.from('2024-04-05T00:00:00+02:00');
    expect(whyNotOwed([refused], asked(heard), now)).toEqual({ code: 'time-left', until: own });
    expect(whyNotOwed([refused], asked(heard), own)).toBeNull();
  });

  it('is cured by the certificates and the waivers that excuse them, of those that nobody accepted', () => {
    const [waiver, other] = [piece('R408DISP', { excuses: ['R408A3'] }), piece('DOMICIL')];
    expect(curesOf([piece('R408A3'), piece('R408A5', { status: 'compliant' }), waiver, other], CODES)).toEqual([
      'R408A3',
      'R408DISP',
    ]);
  });

  it('no longer owes one once each is in order, excused by a waiver, or not asked', () => {
    const waiver = piece('R408DISP', { status: 'compliant', excuses: ['R408A3', 'R408A5'] });
    expect(allSettled([piece('R408A3'), piece('R408A5')], CODES)).toBe(false);
    expect(allSettled([piece('R408A3'), piece('R408A5'), waiver], CODES)).toBe(true);
    expect(allSettled([piece('R408A3'), { ...waiver, status: 'received' }], CODES)).toBe(false);
    expect(allSettled([piece('R408A3', { status: 'not-applicable' })], CODES)).toBe(true);
    expect(allSettled([piece('R408A3', { status: 'compliant' }), piece('R408A5', { status: 'exempted' })], CODES)).toBe(
      true,
    );
    expect(allSettled([piece('R408A3', { status: 'compliant' }), piece('R408A5', { files: FILE })], CODES)).toBe(false);
    expect(
      missingCertificates([piece('R408A3'), piece('R408A5', { files: FILE })], CODES).map(({ code }) => code),
    ).toEqual(['R408A3']);
  });
});
