import { describe, expect, it } from 'vitest';
import { GIVEN_BY } from '../piece.ts';
import { begunOn } from './givenOn.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const begun = (day: string, opens: string, now: string): string =>
  begunOn(Temporal.PlainDate.from(day), { opensAt: at(opens) }, at(now)).toString();

describe('A piece brought or posted on a day', () => {
  it('counts from the beginning of that day in Paris', () => {
    expect(begun('2023-11-30', '2023-10-12T12:00:00Z', '2023-12-05T09:00:00Z')).toBe('2023-11-29T23:00:00Z');
    expect(begun('2024-06-03', '2023-10-12T12:00:00Z', '2024-06-05T09:00:00Z')).toBe('2024-06-02T22:00:00Z');
  });
  it('counts from the opening, where that falls in the day, and not earlier', () => {
    expect(begun('2023-10-12', '2023-10-12T12:00:00Z', '2023-12-05T09:00:00Z')).toBe('2023-10-12T12:00:00Z');
    expect(begun('2023-10-11', '2023-10-12T12:00:00Z', '2023-12-05T09:00:00Z')).toBe('2023-10-10T22:00:00Z');
  });
  it('never begins after now', () => {
    expect(begun('2023-10-12', '2023-10-12T12:00:00Z', '2023-10-12T08:00:00Z')).toBe('2023-10-12T08:00:00Z');
    expect(begun('2023-10-12', '2023-10-11T12:00:00Z', '2023-10-12T08:00:00Z')).toBe('2023-10-11T22:00:00Z');
  });
  it('came over the counter or by post', () => expect(GIVEN_BY).toEqual(['counter', 'post']));
});
