import { describe, expect, it } from 'vitest';
import { standingOf } from './messageState.ts';

const at = (hour: number): Temporal.Instant => Temporal.Instant.from(`2023-11-15T${String(hour).padStart(2, '0')}:00Z`);
const answer = (place: number) => ({ place, at: at(place) });
const settled = (upTo: number) => ({ upTo, officerId: 'x', at: at(upTo) });

describe('A message of the candidate', () => {
  it('waits until the office answers', () => {
    expect(standingOf({ place: 1 }, [], [])).toEqual({ is: 'waiting' });
    expect(standingOf({ place: 1 }, [answer(3), answer(4)], [])).toEqual({ is: 'answered', at: at(3) });
  });
  it('is answered by nothing that came before it', () => {
    expect(standingOf({ place: 3 }, [answer(2)], [])).toEqual({ is: 'waiting' });
  });
  it('needs no answer where somebody said so, even if one came later', () => {
    expect(standingOf({ place: 1 }, [], [settled(1)])).toEqual({ is: 'settled', at: at(1) });
    expect(standingOf({ place: 1 }, [answer(4)], [settled(2)])).toEqual({ is: 'settled', at: at(2) });
    expect(standingOf({ place: 3 }, [], [settled(2)])).toEqual({ is: 'waiting' });
    expect(standingOf({ place: 1 }, [answer(2)], [settled(3)])).toEqual({ is: 'answered', at: at(2) });
  });
});
