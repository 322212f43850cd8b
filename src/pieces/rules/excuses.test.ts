import { describe, expect, it } from 'vitest';
import type { Piece, PieceStatus } from '../piece.ts';
import { excuseChanges } from './excuses.ts';

type Standing = Pick<Piece, 'code' | 'status' | 'excuses' | 'excusedBy'>;
const certificate = (code: string, status: PieceStatus = 'none'): Standing => ({
  code,
  status,
  excuses: [],
  excusedBy: null,
});
const excused = (code: string, by = 'R408DISP'): Standing => ({ ...certificate(code, 'exempted'), excusedBy: by });
const waiver = (status: PieceStatus, code = 'R408DISP', excuses = ['R408A3', 'R408A4']): Standing => ({
  code,
  status,
  excuses,
  excusedBy: null,
});

describe('Une dispense conforme', () => {
  it('excuses the pieces it names, whatever had been said of them, and says by what', () => {
    for (const status of ['none', 'received', 'non-compliant'] as const)
      expect(excuseChanges([certificate('R408A3', status), waiver('compliant')]), status).toEqual({
        excused: [{ code: 'R408A3', by: 'R408DISP' }],
        dueAgain: [],
      });
  });
  it('leaves alone what it does not name, what is not asked, and what is compliant already', () => {
    const pieces = [
      certificate('R408A5'),
      certificate('R408A3', 'not-applicable'),
      certificate('R408A4', 'compliant'),
      waiver('compliant'),
    ];
    expect(excuseChanges(pieces)).toEqual({ excused: [], dueAgain: [] });
  });
  it('changes nothing twice', () => {
    expect(excuseChanges([excused('R408A3'), excused('R408A4'), waiver('compliant')])).toEqual({
      excused: [],
      dueAgain: [],
    });
  });
});

describe("Une dispense qui n'est plus conforme", () => {
  it.each<PieceStatus>(['none', 'received', 'non-compliant', 'not-applicable'])(
    '%s: gives the pieces back',
    (status) => {
      expect(excuseChanges([excused('R408A3'), certificate('R408A4', 'compliant'), waiver(status)])).toEqual({
        excused: [],
        dueAgain: ['R408A3'],
      });
    },
  );
  it('gives back nothing that another one still excuses', () => {
    const other = waiver('compliant', 'AUTRE', ['R408A3']);
    expect(excuseChanges([excused('R408A3'), excused('R408A4'), waiver('non-compliant'), other])).toEqual({
      excused: [{ code: 'R408A3', by: 'AUTRE' }],
      dueAgain: ['R408A4'],
    });
  });
});
