import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../../enrolment/index.ts';
import type { Piece } from '../piece.ts';
import { beforeReview, offeredUntil, refuseTakingBack } from './takingBack.ts';

const AT = Temporal.Instant.from('2023-11-15T10:00:00Z');
const piece = {
  status: 'received',
  comment: 'Trop sombre.',
  receivedOn: Temporal.PlainDate.from('2023-11-10'),
  reviewedAt: AT,
  postedOn: Temporal.PlainDate.from('2023-11-08'),
  returnedOn: Temporal.PlainDate.from('2023-11-12'),
  correctableUntil: AT.add({ hours: 24 }),
  handedOverAt: AT.subtract({ hours: 1 }),
  rowVersion: 3,
} as Piece;
const enrolment = {
  status: 'registered',
  version: 2,
  signature: { version: 2, at: AT, way: 'paper' },
  validatedAt: AT,
} as Enrolment;

describe('What a decision changes', () => {
  it('is kept as it was, instants and days as they are written', () => {
    expect(beforeReview(piece, enrolment)).toEqual({
      status: 'received',
      comment: 'Trop sombre.',
      receivedOn: '2023-11-10',
      postedOn: '2023-11-08',
      returnedOn: '2023-11-12',
      reviewedAt: '2023-11-15T10:00:00Z',
      correctableUntil: '2023-11-16T10:00:00Z',
      handedOverAt: '2023-11-15T09:00:00Z',
      rowVersion: 4,
      enrolmentVersion: 2,
      signature: { version: 2, at: '2023-11-15T10:00:00Z' },
      validatedAt: '2023-11-15T10:00:00Z',
    });
  });
  it('is nothing where nothing was', () => {
    const bare = {
      ...piece,
      receivedOn: null,
      postedOn: null,
      returnedOn: null,
      reviewedAt: null,
      correctableUntil: null,
      handedOverAt: null,
    };
    expect(beforeReview(bare, { ...enrolment, signature: null, validatedAt: null })).toMatchObject({
      receivedOn: null,
      postedOn: null,
      returnedOn: null,
      reviewedAt: null,
      correctableUntil: null,
      handedOverAt: null,
      signature: null,
      validatedAt: null,
    });
  });
});

describe('A decision is taken back', () => {
  const before = beforeReview(piece, enrolment);
  const refusal = (
    changes: Partial<Parameters<typeof refuseTakingBack>[1]> = {},
    review: Partial<Parameters<typeof refuseTakingBack>[0]> = {},
  ) =>
    refuseTakingBack(
      { officerId: 'me', at: AT, before, ...review },
      { piece: { rowVersion: 4 }, enrolment, officerId: 'me', now: AT.add({ seconds: 40 }), ...changes },
    );

  it('by its officer, within a minute, of which half is shown', () => {
    expect(refusal()).toBeNull();
    expect(refusal({ now: AT.add({ milliseconds: 59_999 }) })).toBeNull();
    expect(refusal({ now: AT.add({ seconds: 60 }) })).toBe('take-back-late');
    expect(refusal({ officerId: 'paul' })).toBe('decided-meanwhile');
    expect(offeredUntil({ at: AT }).equals(AT.add({ seconds: 30 }))).toBe(true);
  });
  it('while nothing leans on it', () => {
    expect(refusal({ piece: { rowVersion: 5 } })).toBe('decided-meanwhile');
    expect(refusal({ enrolment: { ...enrolment, version: 3 } })).toBe('decided-meanwhile');
    expect(refusal({ enrolment: { ...enrolment, status: 'withdrawn' } })).toBe('enrolment-ended');
    expect(refusal({}, { before: null })).toBe('take-back-late');
  });
});
