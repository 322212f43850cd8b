import { describe, expect, it } from 'vitest';
import { lastPostingDay, paperDaysFault, postmarkOf } from './postmark.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const due = (paris: string, correctable: string | null = null) => ({
  dueAt: Temporal.Instant.from(paris),
  correctableUntil: correctable === null ? null : Temporal.Instant.from(correctable),
  ...({ status: 'none', typedLate: false, awaitsNotice: false, daysRunFrom: null } as const),
});
const CLOSING = due('2023-12-01T17:00:00+01:00');

describe('« Le cachet de la poste faisant foi » (CRPA L112-1)', () => {
  it('a paper posted on the day of the deadline is in time, whatever the hour; the morrow is late', () => {
    expect(postmarkOf({ ...CLOSING, postedOn: day('2023-12-01') })).toEqual({
      on: day('2023-12-01'),
      standing: 'in-time',
    });
    expect(postmarkOf({ ...CLOSING, postedOn: day('2023-12-02') })).toEqual({
      on: day('2023-12-02'),
      standing: 'late',
    });
    expect(postmarkOf({ ...CLOSING, postedOn: null })).toBeNull();
    // Asked for by a letter that nobody knows to be handed over: no postmark is late before.
    const waits = { ...CLOSING, typedLate: true, postedOn: day('2024-05-10') } as const;
    expect(postmarkOf({ ...waits, status: 'received' })?.standing).toBe('in-time');
    expect(postmarkOf({ ...waits, daysRunFrom: day('2024-01-12') })?.standing).toBe('late');
  });

  it('a deadline at midnight leaves the day before; a time of one’s own counts', () => {
    expect(lastPostingDay(due('2023-12-02T00:00:00+01:00'))).toEqual(day('2023-12-01'));
    expect(lastPostingDay(due('2024-03-31T00:00:00+01:00'))).toEqual(day('2024-03-30'));
    expect(lastPostingDay(due('2023-12-01T17:00:00+01:00', '2023-12-23T00:00:00+01:00'))).toEqual(day('2023-12-22'));
  });
});

const fault = (postedOn: string | null, receivedOn: string | null, returnedOn: string | null, isRefused = true) => {
  const read = (text: string | null) => (text === null ? null : day(text));
  return paperDaysFault(
    { postedOn: read(postedOn), receivedOn: read(receivedOn), returnedOn: read(returnedOn) },
    isRefused,
  );
};

describe('The days of a paper', () => {
  it('come in order: posted, received, sent back; the same day is fine', () => {
    expect(fault('2023-12-01', '2023-12-01', '2023-12-01')).toBeNull();
    expect(fault('2023-12-02', '2023-12-01', null)).toBe('received-before-posted');
    expect(fault(null, '2023-12-02', '2023-12-01')).toBe('returned-before-received');
    expect(fault('2023-12-02', null, '2023-12-01')).toBe('returned-before-received');
    expect([fault(null, null, '2023-12-01'), fault('2023-12-01', null, null)]).toEqual([null, null]);
  });

  it('only what is refused is sent back', () => {
    expect(fault('2023-12-01', '2023-12-04', '2023-12-05', false)).toBe('returned-not-refused');
    expect(fault('2023-12-01', '2023-12-04', null, false)).toBeNull();
  });
});
