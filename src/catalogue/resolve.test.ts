import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/properties.ts';
import { phaseOf, type ResolvedSession, resolveRelativeSession, resolveSession } from './resolve.ts';
import type { Session } from './schema/session.ts';
import { found, noticeSession, shippedPack } from './testing/shipped.ts';

const pack = await shippedPack();
const base = noticeSession(pack);
const demo = found(pack.relativeSessions[0]);

const wall = (instant: Temporal.Instant): Temporal.PlainDateTime =>
  instant.toZonedDateTimeISO('Europe/Paris').toPlainDateTime();

function made(anchor: Temporal.Instant, from: Session = base): ResolvedSession {
  const session = resolveRelativeSession(demo, from, anchor);
  if (!session.ok) throw new Error(session.error.code);
  return session.value;
}

/** Everything that must hold of a relative session, whatever the instant when it is first loaded. */
function isSound(anchor: Temporal.Instant): void {
  const session = made(anchor);
  expect(phaseOf(session, anchor)).toBe('open');
  const opening = wall(session.window.opensAt);
  expect(
    Temporal.PlainDateTime.compare(opening.add({ days: demo.openedDaysBefore }), wall(anchor)),
  ).toBeLessThanOrEqual(0);
  expect(
    Temporal.PlainDateTime.compare(opening.add({ days: demo.openedDaysBefore + 7 }), wall(anchor)),
  ).toBeGreaterThan(0);
  const moved = Temporal.PlainDate.from(base.examStartsOn.on).until(session.examStartsOn.on, {
    largestUnit: 'days',
  }).days;
  expect(Math.abs(moved % 7)).toBe(0);
  const pairs: readonly (readonly [string, Temporal.Instant])[] = [
    [base.window.opensAt, session.window.opensAt],
    [base.window.closesAt, session.window.closesAt],
    [base.correctionsEndAt.at, session.correctionsEndAt.at],
    ...base.pieceGroups.flatMap((group, index): (readonly [string, Temporal.Instant])[] => {
      const other = found(session.pieceGroups[index]);
      return [
        [group.opensAt, other.opensAt],
        [group.dueAt, other.dueAt],
      ];
    }),
  ];
  for (const [wallClock, instant] of pairs) {
    expect(wall(instant).equals(Temporal.PlainDateTime.from(wallClock).add({ days: moved }))).toBe(true);
  }
  expect(session.examStartsOn.on.until(session.lastDay).days, 'tests of June may be sat again until December').toBe(
    211,
  );
  expect(session.year).toBe(session.examStartsOn.on.year);
  expect(session.label).toBe(`session ${session.year}`);
}

describe('The session of the notice', () => {
  it('is itself when resolved', () => {
    const session = resolveSession(base);
    expect(session.ok && session.value).toMatchObject({
      code: 'bp-2024-clermont',
      year: 2024,
      demonstration: false,
      basedOn: null,
    });
  });

  it('is open from its first instant, and closed at its last', () => {
    const session = resolveSession(base);
    if (!session.ok) throw new Error('unresolved');
    const { opensAt, closesAt } = session.value.window;
    expect(phaseOf(session.value, opensAt)).toBe('open');
    expect(phaseOf(session.value, opensAt.subtract({ nanoseconds: 1 }))).toBe('coming');
    expect(phaseOf(session.value, closesAt.subtract({ nanoseconds: 1 }))).toBe('open');
    expect(phaseOf(session.value, closesAt)).toBe('closed');
  });
});

describe('The demonstration session', () => {
  it('is open, with the same hours and weekdays, at whatever instant it is first loaded', () => {
    const from = Temporal.Instant.from('2020-01-01T00:00:00Z').epochMilliseconds;
    const until = Temporal.Instant.from('2060-01-01T00:00:00Z').epochMilliseconds;
    fc.assert(
      fc.property(fc.integer({ min: from, max: until }), (milliseconds) =>
        isSound(Temporal.Instant.fromEpochMilliseconds(milliseconds)),
      ),
      runs(500),
    );
  });

  it.each([
    '2026-03-29T00:59:59Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-12-31T22:59:59Z',
    '2026-12-31T23:00:00Z',
    '2028-02-29T12:00:00Z',
  ])('is sound at the turn of hours, days and years: %s', (instant) => isSound(Temporal.Instant.from(instant)));

  it('hour after hour through both changes of clocks', () => {
    for (const start of ['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z']) {
      for (let hour = 0; hour < 48; hour += 1) isSound(Temporal.Instant.from(start).add({ hours: hour }));
    }
  });

  it('opens exactly so many days before when loaded at the hour of the opening', () => {
    const anchor = Temporal.ZonedDateTime.from('2026-11-19T14:00[Europe/Paris]').toInstant();
    expect(wall(made(anchor).window.opensAt).toString()).toBe('2026-11-12T14:00:00');
    expect(wall(made(anchor.subtract({ nanoseconds: 1 })).window.opensAt).toString()).toBe('2026-11-05T14:00:00');
  });

  it('has its own code and numbers, the rules of its base, and says what it comes from', () => {
    expect(made(Temporal.Instant.from('2026-11-19T14:00:00Z'))).toMatchObject({
      code: 'bp-demo',
      basedOn: 'bp-2024-clermont',
      numberPrefix: 'DEMO',
      demonstration: true,
      exam: 'bp',
      academy: 'clermont',
      label: 'session 2027',
      switches: base.switches,
    });
  });

  it('steps one week back where a moved hour falls in the change of clocks', () => {
    const odd: Session = { ...base, window: { opensAt: '2023-10-15T02:30', closesAt: '2023-12-01T17:00' } };
    const anchor = Temporal.Instant.from('2026-11-02T00:00:00Z');
    expect(wall(made(anchor, odd).window.opensAt).toString()).toBe('2026-10-18T02:30:00');
  });

  it('is over, by a year, where it says so', () => {
    const anchor = Temporal.Instant.from('2026-12-01T10:00:00Z');
    const past = resolveRelativeSession({ ...demo, openedDaysBefore: 399, isOver: true }, base, anchor);
    if (!past.ok) throw new Error(past.error.code);
    expect(phaseOf(past.value, anchor)).toBe('closed');
    expect([past.value, made(anchor)].map(({ year }) => year)).toEqual([2026, 2027]);
    expect(wall(past.value.window.opensAt).toString()).toBe('2025-10-23T14:00:00');
  });

  it('names the admitted where it says so, though its base does not', () => {
    const namesPublished = { source: null, confidence: 'unknown' } as const;
    const anchor = Temporal.Instant.from('2026-12-01T10:00:00Z');
    const named = resolveRelativeSession({ ...demo, namesPublished }, base, anchor);
    expect(named.ok && named.value.namesPublished).toEqual(namesPublished);
    expect(made(anchor).namesPublished).toBeUndefined();
  });

  it('refuses when no week would be open', () => {
    const short: Session = { ...base, window: { opensAt: '2023-10-12T14:00', closesAt: '2023-10-13T14:00' } };
    expect(resolveRelativeSession(demo, short, Temporal.Instant.from('2026-11-19T14:00:00Z'))).toEqual({
      ok: false,
      error: { code: 'no-open-week' },
    });
  });
});

describe('Hours that do not exist', () => {
  it.each(['2024-03-31T02:30', '2024-10-27T02:30'])('%s is refused', (closesAt) => {
    expect(resolveSession({ ...base, window: { ...base.window, closesAt } })).toEqual({
      ok: false,
      error: { code: 'unreadable-hour', wallClock: closesAt },
    });
  });
});
