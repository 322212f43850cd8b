import { expect, it } from 'vitest';
import { filledSessions } from './filledSessions.ts';

const session = (code: string, opensAt: string, demonstration = true) => {
  const at = Temporal.Instant.from(opensAt);
  return { code, demonstration, window: { opensAt: at, closesAt: at.add({ hours: 1_000 }) } };
};
const REAL = session('real', '2027-01-01T00:00Z', false);
const [sat, open] = [session('sat', '2025-11-01T00:00Z'), session('open', '2026-11-01T00:00Z')];

it('A demonstration that was filled has a session whose exam was sat, and one that is open, in whatever order', () => {
  expect(filledSessions([REAL, open, sat])).toEqual({ sat, open });
  expect(filledSessions([sat, open])).toEqual({ sat, open });
});

it('An empty one has none, or one of its own', () => {
  expect(filledSessions([])).toBeNull();
  expect(filledSessions([REAL, session('older', '2020-01-01T00:00Z', false)])).toBeNull();
  expect(filledSessions([REAL, open])).toBeNull();
});
