import { describe, expect, it } from 'vitest';
import { correctionTime, endAgain } from './correctionTime.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const SESSION = {
  correctionDays: 15,
  correctionsEndAt: { at: at('2023-12-22T17:00:00+01:00') },
  lastCorrectionAt: at('2024-05-03T17:00:00+02:00'),
};
const until = (refusedAt: string, changes: Partial<typeof SESSION> = {}): string =>
  correctionTime({ ...SESSION, ...changes }, at(refusedAt))
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDateTime()
    .toString();

describe('A refusal leaves time to correct', () => {
  it('until the end of corrections of the session when that is later', () => {
    expect(until('2023-11-20T10:00:00+01:00')).toBe('2023-12-22T17:00:00');
  });
  it('fifteen whole days after it is told, whatever the office took: given 30 November, refused 23 December', () => {
    expect(until('2023-12-23T10:00:00+01:00')).toBe('2024-01-08T00:00:00');
    expect(until('2024-03-11T09:00:00+01:00')).toBe('2024-03-27T00:00:00');
  });
  it('counted from the day of the mail, which leaves up to half an hour later', () => {
    expect(until('2024-01-10T23:29:59+01:00')).toBe('2024-01-26T00:00:00');
    expect(until('2024-01-10T23:30:00+01:00')).toBe('2024-01-27T00:00:00');
  });
  it('in days of Paris: over the change of clocks and 29 February', () => {
    expect(until('2024-03-20T10:00:00+01:00')).toBe('2024-04-05T00:00:00');
    expect(until('2024-02-20T10:00:00+01:00')).toBe('2024-03-07T00:00:00');
  });
  it('never past the last correction of the session', () => {
    expect(until('2024-04-25T10:00:00+02:00')).toBe('2024-05-03T17:00:00');
    expect(until('2023-11-20T10:00:00+01:00', { lastCorrectionAt: at('2023-12-22T17:00:00+01:00') })).toBe(
      '2023-12-22T17:00:00',
    );
  });
  it('never less than a refusal before left: what the candidate was told stands', () => {
    const told = (before: string) => String(correctionTime(SESSION, at('2024-01-10T10:00:00+01:00'), at(before)));
    expect(told('2024-02-01T17:00:00+01:00')).toBe('2024-02-01T16:00:00Z');
    expect(told('2024-01-20T17:00:00+01:00')).toBe('2024-01-25T23:00:00Z');
    expect(told('2024-06-01T17:00:00+02:00'), 'past the last correction').toBe('2024-06-01T15:00:00Z');
  });
  it('as many days as the session says', () => {
    expect(until('2024-01-10T10:00:00+01:00', { correctionDays: 30 })).toBe('2024-02-10T00:00:00');
  });
});

describe('What everybody gives until an instant', () => {
  const [before, end, after] = ['01', '15', '22'].map((day) => at(`2024-03-${day}T00:00:00Z`)) as [
    Instant,
    Instant,
    Instant,
  ];
  type Instant = Temporal.Instant;
  it('may be given later by whom a decision had ended while that time ran', () => {
    expect(endAgain(end, null)).toBe(end);
    expect(endAgain(end, { endedAt: before, until: after })).toBe(after);
    expect(endAgain(end, { endedAt: before, until: before })).toBe(end);
    // It had run out before the decision stood.
    expect(endAgain(end, { endedAt: end, until: after })).toBe(end);
    expect(endAgain(end, { endedAt: after, until: after.add({ hours: 1 }) })).toBe(end);
  });
});
