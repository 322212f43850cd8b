import { describe, expect, it } from 'vitest';
import type { PieceWithFiles, Standings } from '../../pieces/index.ts';
import type { Regularisation, TurnedAway } from '../closing.ts';
import { closingCase } from './closingCase.ts';

const CLOSING = Temporal.Instant.from('2023-12-01T16:00:00Z');
const NOW = CLOSING.add({ hours: 5 });
type Given = Partial<
  Pick<PieceWithFiles, 'status' | 'countsForValidation' | 'confidential' | 'correctableUntil' | 'files'>
>;

const piece = (code: string, given: Given = {}): PieceWithFiles =>
  ({
    code,
    status: 'none',
    countsForValidation: true,
    confidential: false,
    dueAt: CLOSING,
    correctableUntil: null,
    files: [],
    refused: [],
    ...given,
  }) as unknown as PieceWithFiles;
const late = (...codes: readonly string[]): Standings => new Map(codes.map((code) => [code, 'late']));
const invited = (until: Temporal.Instant, ...codes: readonly string[]): Regularisation =>
  ({ until, codes, letter: null }) as unknown as Regularisation;
const tried = (code: string, begunAt: string): TurnedAway =>
  ({ code, begunAt: Temporal.Instant.from(begunAt) }) as TurnedAway;
const found = (
  standings: Standings,
  pieces: readonly PieceWithFiles[],
  beside: { readonly invitations?: readonly Regularisation[]; readonly turnedAway?: readonly TurnedAway[] } = {},
) => closingCase(standings, pieces, { invitations: [], turnedAway: [], ...beside }, NOW);

describe('What is held against a file after the closing', () => {
  it('is what counts for the validation, is missing, and whose time is over', () => {
    expect(found(late('A', 'B'), [piece('A'), piece('B', { countsForValidation: false })])).toEqual({
      state: 'to-invite',
      missing: ['A'],
      held: [],
      apart: [],
    });
  });
  it('is nothing, where nothing is late: given and not checked, or a correction time that runs', () => {
    expect(found(new Map([['A', 'with-office']]), [piece('A')])).toBeNull();
  });
  it('is no document of health', () => {
    expect(found(late('A'), [piece('A', { confidential: true })])).toBeNull();
  });
  it('stands apart, where the service could not take a file that came in time; after it is too late', () => {
    expect(
      found(late('A', 'B'), [piece('A'), piece('B')], { turnedAway: [tried('A', '2023-12-01T15:59:59Z')] }),
    ).toEqual({
      state: 'apart',
      missing: ['A', 'B'],
      held: [],
      apart: ['A'],
    });
    expect(found(late('A'), [piece('A')], { turnedAway: [tried('A', '2023-12-01T16:00:00Z')] })?.state).toBe(
      'to-invite',
    );
  });
  it('waits while an invitation is open, and is what it reopened and has not come; then it has expired', () => {
    const until = NOW.add({ hours: 1 });
    const invitation = invited(until, 'A', 'B', 'C');
    const pieces = [
      piece('A', { correctableUntil: until }),
      piece('B', { correctableUntil: until, files: [{}] as unknown as PieceWithFiles['files'] }),
      piece('C', {
        correctableUntil: until,
        status: 'non-compliant',
        files: [{}] as unknown as PieceWithFiles['files'],
      }),
    ];
    expect(found(new Map(), pieces, { invitations: [invitation] })).toEqual({
      state: 'invited',
      missing: ['A', 'C'],
      held: [],
      apart: [],
    });
    expect(found(late('A'), [piece('A')], { invitations: [invited(NOW, 'A')] })?.state).toBe('expired');
    expect(found(new Map(), [pieces[1] ?? piece('B')], { invitations: [invitation] })).toBeNull();
  });
  it('waits for the letter of who is told by the post: its time runs from the day when it came', () => {
    const said = { at: NOW.subtract({ hours: 48 }), until: NOW.subtract({ hours: 1 }), codes: ['A'] };
    const stateWhen = (reachedOn: Temporal.PlainDate | null) => {
      const letter = { id: 'x', postedOn: null, reachedOn };
      const invitations = [{ ...said, letter } as unknown as Regularisation];
      return found(late('A'), [piece('A')], { invitations })?.state;
    };
    expect(stateWhen(null)).toBe('invited');
    expect(stateWhen(Temporal.PlainDate.from('2023-12-01'))).toBe('invited');
    expect(stateWhen(Temporal.PlainDate.from('2023-11-29'))).toBe('expired');
  });
  it('holds against nobody what no invitation named: a piece refused since is to be invited for', () => {
    const invitations = [invited(NOW, 'A')];
    expect(found(late('B'), [piece('A', { status: 'compliant' }), piece('B')], { invitations })).toMatchObject({
      state: 'to-invite',
      missing: ['B'],
      held: [],
    });
    expect(found(late('A', 'B'), [piece('A'), piece('B')], { invitations })).toMatchObject({
      state: 'expired',
      missing: ['A', 'B'],
      held: ['A'],
    });
    const both = [invited(NOW, 'B'), invited(NOW.subtract({ hours: 1 }), 'A')];
    expect(found(late('A', 'B'), [piece('A'), piece('B')], { invitations: both })?.held).toEqual(['A', 'B']);
  });
});
