import { describe, expect, it } from 'vitest';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { pieceLists, sharers } from './pieceLists.ts';
import { standingsOf } from './pieceStanding.ts';

const opening = Temporal.Instant.from('2023-10-12T12:00:00Z');
const now = Temporal.Instant.from('2023-11-15T10:00:00Z');
const closing = Temporal.Instant.from('2023-12-01T16:00:00Z');
const march = Temporal.Instant.from('2024-03-07T23:00:00Z');

type Some = Partial<PieceWithFiles>;
const fileOf = (sha256: string): Deposit =>
  ({ id: sha256, sent: { sha256, size: 1, type: 'image/jpeg' } }) as unknown as Deposit;
const piece = (code: string, some: Some = {}): PieceWithFiles =>
  ({
    code,
    group: 'dossier',
    mode: 'online',
    status: 'none',
    opensAt: opening,
    dueAt: closing,
    correctableUntil: null,
    countsForValidation: true,
    handedOverAt: null,
    excuses: [],
    files: [],
    refused: [],
    ...some,
  }) as unknown as PieceWithFiles;
const given = (code: string, some: Some = {}) => piece(code, { files: [fileOf(code)], ...some });
const listed = (pieces: readonly PieceWithFiles[], at = now) => pieceLists(pieces, standingsOf(pieces, at));
const codes = (pieces: readonly PieceWithFiles[]) => pieces.map(({ code }) => code).join(' ');
const shown = (pieces: readonly PieceWithFiles[], at = now) =>
  listed(pieces, at).map(({ own, todo, given: inn, settled }) => [own, codes(todo), codes(inn), codes(settled)]);

describe('Mes justificatifs', () => {
  it('is one list of what the enrolment hangs on, whatever the groups: to do, in, in order', () => {
    const pieces = [
      piece('A'),
      given('B', { group: 'identite' }),
      given('C', { status: 'compliant' }),
      given('D', { handedOverAt: now }),
      piece('E', { status: 'exempted' }),
      piece('F', { status: 'not-applicable' }),
    ];
    expect(shown(pieces)).toEqual([[null, 'A', 'B D', 'C E']]);
    expect(listed(pieces)[0]?.groups).toEqual(['dossier', 'identite']);
  });

  it('has R.408 and what comes by post apart, each by its group, after the rest', () => {
    const pieces = [
      piece('R', { group: 'hauteur', countsForValidation: false, dueAt: march }),
      piece('P', { group: 'poste', mode: 'post' }),
      piece('A'),
    ];
    expect(shown(pieces)).toEqual([
      [null, 'A', '', ''],
      ['hauteur', 'R', '', ''],
      ['poste', 'P', '', ''],
    ]);
    expect(listed(pieces).map(({ until }) => until?.toString())).toEqual([
      closing.toString(),
      march.toString(),
      closing.toString(),
    ]);
  });

  it('puts first what was refused, the first to end before, and last what nobody demands', () => {
    const refused = (code: string, until: string) =>
      given(code, { status: 'non-compliant', correctableUntil: Temporal.Instant.from(until) });
    const pieces = [
      piece('O', { excuses: ['W'] }),
      piece('A'),
      refused('Z', '2024-01-09T16:00:00Z'),
      refused('Y', '2023-12-22T16:00:00Z'),
      piece('L', { dueAt: opening }),
    ];
    expect(shown(pieces)).toEqual([[null, 'Y Z L A O', '', '']]);
    const unreadable = piece('U', { refused: [{ ...fileOf('bad'), refusal: 'file-cut' }] });
    expect(shown([...pieces, unreadable])).toEqual([[null, 'Y Z L U A O', '', '']]);
  });

  it('puts a refused waiver before what is to give, and what waits for a waiver behind all', () => {
    const waiver = given('W', { excuses: ['R'], status: 'none' });
    expect(shown([piece('R'), piece('A'), waiver])).toEqual([[null, 'A R', 'W', '']]);
    expect(shown([piece('A'), given('W', { excuses: ['R'], status: 'non-compliant' })])).toEqual([
      [null, 'W A', '', ''],
    ]);
  });

  it('says no day above where only refused pieces are left, each with its own', () => {
    const own = { status: 'non-compliant', correctableUntil: march } as const;
    expect(listed([given('A', own), given('B')])[0]?.until).toBeNull();
    expect(listed([given('A', own), piece('B')])[0]?.until).toEqual(closing);
    expect(listed([given('W', { ...own, excuses: ['R'] })])[0]?.until).toBeNull();
  });
});

describe('One document for two pieces', () => {
  const open = () => true;
  const share = (own: PieceWithFiles, other: PieceWithFiles, isOpen: (one: PieceWithFiles) => boolean = open) =>
    codes(sharers(['N'], own, [own, other], isOpen));

  it('is for those that the rules name, not given yet and open to a file', () => {
    expect(share(piece('I'), piece('N'))).toBe('N');
    expect(share(piece('I'), piece('M'))).toBe('');
    expect(share(piece('I'), piece('N'), ({ code }) => code !== 'N')).toBe('');
    expect(share(piece('I'), given('N'))).toBe('');
    expect(share(piece('I'), given('N', { status: 'non-compliant' }))).toBe('N');
  });

  it('goes on for the other side of the same card, never over another document', () => {
    const card = piece('I', { files: [fileOf('recto')] });
    expect(share(card, piece('N', { files: [fileOf('recto')] }))).toBe('N');
    expect(share(card, piece('N', { files: [fileOf('recto'), fileOf('certificat')] }))).toBe('');
    expect(share(card, piece('N', { files: [{ ...fileOf('old'), sent: null }] }))).toBe('');
  });
});
