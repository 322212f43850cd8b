import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { seasonOf } from './season.ts';

const session = (await shippedCatalogue()).session('bp-2024-clermont');
if (session === undefined) throw new Error('No session');
const real = session;

it('The year goes by the session’s calendar: its register, its first test, the day of its results', () => {
  const results = Temporal.Instant.from('2024-07-05T08:00:00Z');
  const announced: typeof real = { ...real, resultsAt: { ...real.resultsAt, at: results } };
  const at = (now: string | Temporal.Instant, one = announced) => seasonOf([one], Temporal.Instant.from(now));
  expect(at('2023-10-01T10:00:00Z'), 'not open yet').toBe('enrolments');
  expect(at(real.window.closesAt.subtract({ seconds: 1 }))).toBe('enrolments');
  expect(at(real.window.closesAt)).toBe('checking');
  const first = real.examStartsOn.on.toZonedDateTime(real.zone).toInstant();
  expect(at(first.subtract({ seconds: 1 }))).toBe('checking');
  expect(at(first)).toBe('exam');
  expect(at(results.subtract({ seconds: 1 }))).toBe('exam');
  expect(at(results)).toBe('results');
  expect(at(results, { ...real, resultsAt: { ...real.resultsAt, at: null } }), 'announced for no day yet').toBe('exam');
  expect(seasonOf([], results)).toBeNull();
});
