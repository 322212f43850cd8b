import { describe, expect, it } from 'vitest';
import { isSaidAgain } from './saidAgain.ts';

const DAY = Temporal.PlainDate.from('2023-11-15');
const UNTIL = Temporal.Instant.from('2023-12-22T16:00:00Z');
const written = { comment: 'Trop ancien.', receivedOn: DAY, postedOn: null, returnedOn: null, correctableUntil: UNTIL };
const piece = { ...written, status: 'non-compliant' } as const;
const last = { decision: 'non-compliant', officerId: 'a', takenBackAt: null };
const next = { ...written, decision: 'non-compliant', officerId: 'a' } as const;

describe('A decision said again', () => {
  it('by the same person, of the same piece, in the same words, is no other', () => {
    expect(isSaidAgain(piece, last, next)).toBe(true);
  });
  it('is another by somebody else, in other words, for another day or time, once taken back, or of a piece that is open again', () => {
    expect(isSaidAgain(piece, undefined, next)).toBe(false);
    expect(isSaidAgain(piece, { ...last, officerId: 'b' }, next)).toBe(false);
    expect(isSaidAgain(piece, { ...last, decision: 'compliant' }, next)).toBe(false);
    expect(isSaidAgain(piece, { ...last, takenBackAt: UNTIL }, next)).toBe(false);
    expect(isSaidAgain({ ...piece, status: 'none' }, last, next)).toBe(false);
    expect(isSaidAgain(piece, last, { ...next, comment: 'Trop ancien, et flou.' })).toBe(false);
    expect(isSaidAgain(piece, last, { ...next, receivedOn: DAY.add({ days: 1 }) })).toBe(false);
    expect(isSaidAgain(piece, last, { ...next, postedOn: DAY })).toBe(false);
    expect(isSaidAgain({ ...piece, returnedOn: DAY }, last, next)).toBe(false);
    expect(isSaidAgain(piece, last, { ...next, correctableUntil: UNTIL.add({ hours: 24 }) })).toBe(false);
  });
});
