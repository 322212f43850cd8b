import { describe, expect, it } from 'vitest';
import type { PieceWithFiles } from '../pieces/index.ts';
import { type Hub, hubOf } from './hub.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+01:00`);
const [closesAt, correctionsEndAt] = [at('2023-12-01T17:00:00'), at('2023-12-22T17:00:00')];
const piece = (code: string, changes: Partial<PieceWithFiles> = {}): PieceWithFiles => ({
  id: code as PieceWithFiles['id'],
  academy: 'clermont',
  session: 'bp-2024-clermont',
  enrolmentId: 'e' as PieceWithFiles['enrolmentId'],
  code,
  group: code,
  mode: 'online',
  reasons: [],
  opensAt: at('2023-10-12T13:00:00'),
  dueAt: closesAt,
  countsForValidation: true,
  status: 'none',
  comment: null,
  receivedOn: null,
  reviewedAt: null,
  handedOverAt: null,
  rowVersion: 1,
  files: [],
  ...changes,
});
const given = { files: [{} as PieceWithFiles['files'][number]] };
const signature = { version: 1, at: at('2023-11-15T10:00:00') };
const R408 = piece('R408A3', { dueAt: at('2024-03-08T00:00:00'), countsForValidation: false });

function hubAt(now: string, pieces: readonly PieceWithFiles[], changes: object = {}): Hub {
  const enrolment = {
    status: 'registered',
    number: 'BP24-00001-U',
    version: 1,
    signature: null,
    working: null,
  } as const;
  return hubOf({ ...enrolment, ...changes }, 'recapitulatif', pieces, { now: at(now), closesAt, correctionsEndAt });
}

describe('Before the closing', () => {
  const now = '2023-11-15T10:00:00';
  it('the one next thing is to correct, then to sign, to give, to hand over', () => {
    const refused = piece('DOMICIL', { status: 'non-compliant', ...given });
    expect(hubAt(now, [piece('CINSIG01'), refused]).next).toMatchObject({ kind: 'correct', code: 'DOMICIL' });
    expect(hubAt(now, [piece('CINSIG01'), piece('DOMICIL')]).next.kind).toBe('sign');
    expect(hubAt(now, [piece('CINSIG01', given), piece('DOMICIL')], { signature }).next).toEqual({
      kind: 'give',
      missing: 1,
    });
    expect(hubAt(now, [piece('CINSIG01', given)], { signature }).next.kind).toBe('hand-over');
  });
  it('nothing is late', () => {
    expect(hubAt(now, [piece('CINSIG01'), R408]).late).toEqual([]);
  });
});

describe('From the closing on', () => {
  const now = '2023-12-01T17:00:00';
  it('what is missing is said to be too late, and nobody is sent to a door that is shut', () => {
    const hub = hubAt(now, [piece('CINSIG01'), piece('DOMICIL')]);
    expect([hub.late, hub.next.kind, hub.deadline]).toEqual([['CINSIG01', 'DOMICIL'], 'nothing', null]);
  });
  it('what is due later can still be given', () => {
    const hub = hubAt(now, [piece('CINSIG01', given), R408], { signature });
    expect([hub.late, hub.next.kind]).toEqual([[], 'hand-over']);
    const handed = piece('CINSIG01', { ...given, handedOverAt: closesAt });
    expect(hubAt(now, [handed, R408], { signature })).toMatchObject({
      next: { kind: 'later', code: 'R408A3' },
      deadline: R408.dueAt,
    });
    expect(hubAt('2024-03-08T00:00:00', [handed, R408], { signature })).toMatchObject({ late: ['R408A3'] });
  });
  it('a refused piece can be corrected until its own end of corrections', () => {
    const refused = piece('DOMICIL', { status: 'non-compliant', ...given });
    expect(hubAt(now, [refused])).toMatchObject({ next: { kind: 'correct' }, deadline: correctionsEndAt });
    expect(hubAt('2023-12-22T17:00:00', [refused])).toMatchObject({ next: { kind: 'nothing' }, late: ['DOMICIL'] });
    const later = { ...R408, status: 'non-compliant', ...given } as const;
    expect(hubAt(now, [later])).toMatchObject({ deadline: R408.dueAt });
  });
});
