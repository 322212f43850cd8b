import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { closingSession } from './session.ts';

const catalogue = await shippedCatalogue();
const last = catalogue.session('bp-2024-clermont');
if (last === undefined) throw new Error('The shipped session is gone');
const next = {
  ...last,
  code: 'bp-2025-clermont',
  window: {
    opensAt: Temporal.Instant.from('2024-03-10T10:00:00+01:00'),
    closesAt: Temporal.Instant.from('2024-12-01T17:00:00+01:00'),
  },
};
const scope = { academy: 'clermont', sessions: [last.code, next.code], portfolios: null, pieces: 'ordinary' as const };
const opened = (on: string, asked?: string, second = next): string | undefined =>
  closingSession(
    {
      catalogue: () => ({ ...catalogue, session: (code) => [last, second].find((one) => one.code === code) }),
      clock: { now: () => Temporal.Instant.from(on) },
    },
    scope,
    asked,
  )?.code;

it('the closing opens on the session that closed last, until its exam begins; then on the one whose register is open', () => {
  expect(opened('2024-01-10T10:00:00+01:00')).toBe(last.code);
  // Its register is open, and the annulments of the last are still being decided.
  expect(opened('2024-05-10T10:00:00+02:00')).toBe(last.code);
  expect(opened('2024-07-10T10:00:00+02:00')).toBe(next.code);
  expect(opened('2024-07-10T10:00:00+02:00', last.code)).toBe(last.code);
  expect(opened('2024-12-02T10:00:00+01:00')).toBe(next.code);
  // Where only a demonstration's is open, as in an office that has just been started.
  expect(opened('2024-07-10T10:00:00+02:00', undefined, { ...next, demonstration: true })).toBe(next.code);
  expect(opened('2024-05-10T10:00:00+02:00', undefined, { ...next, demonstration: true })).toBe(last.code);
});

it('where no other session is open, the last stays', () => {
  const alone = { ...scope, sessions: [last.code] };
  const deps = { catalogue: () => catalogue, clock: { now: () => Temporal.Instant.from('2025-01-10T10:00:00+01:00') } };
  expect(closingSession(deps, alone, undefined)?.code).toBe(last.code);
  expect(closingSession(deps, { ...alone, sessions: [] }, undefined)).toBeNull();
});
