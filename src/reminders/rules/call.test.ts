import { expect, it } from 'vitest';
import { isCall } from '../reminder.ts';
import { rangeOf } from './call.ts';

it('What is called for at a closing is due at its hour, and by the post until the end of that day', () => {
  const closesAt = Temporal.Instant.from('2023-12-01T16:00:00Z');
  const { step, after, until } = rangeOf(closesAt);
  expect(isCall(step)).toBe(true);
  expect(after.toString()).toBe('2023-12-01T15:59:59.999Z');
  expect(until.toString()).toBe('2023-12-01T23:00:00Z');
});
