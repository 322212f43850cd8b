import { expect, it } from 'vitest';
import type { PastReview } from '../../pieces/index.ts';
import { takeBackOf } from './takeBack.ts';

const AT = Temporal.Instant.from('2023-11-15T10:00:00Z');
const review = (changes: Partial<PastReview> = {}): PastReview =>
  ({ id: 'r', officerId: 'me', at: AT, takenBackAt: null, before: { rowVersion: 4 }, ...changes }) as PastReview;
const offered = (last: PastReview | undefined, seconds = 10, rowVersion = 4, officer = 'me') =>
  takeBackOf({ id: 'p', rowVersion }, last, officer, AT.add({ milliseconds: seconds * 1000 }));

it('is offered for thirty seconds to whoever decided, and says how many are left', () => {
  expect(offered(review())).toEqual({ pieceId: 'p', reviewId: 'r', seconds: 20 });
  expect(offered(review(), 29.5)?.seconds).toBe(1);
  expect(offered(review(), 30)).toBeNull();
});

it('is offered to nobody else, nor over what came since', () => {
  expect(offered(undefined)).toBeNull();
  expect(offered(review(), 10, 4, 'paul')).toBeNull();
  expect(offered(review({ takenBackAt: AT }))).toBeNull();
  expect(offered(review(), 10, 5)).toBeNull();
  expect(offered(review({ before: null }))).toBeNull();
});
