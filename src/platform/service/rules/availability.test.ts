import { describe, expect, it } from 'vitest';
import type { ServiceMinute } from '../serviceMinute.ts';
import { minutesIn, minutesOf, outagesIn, stateOf } from './availability.ts';

const FROM = Temporal.Instant.from('2023-12-01T15:00:00Z');
const CALM: ServiceMinute = {
  ...{
    minute: FROM,
    requests: 40,
    refused: 0,
    faults: 0,
    slow: 0,
    lagMs: 12,
    away: false,
    mailSeconds: 0,
    troubles: [],
  },
};
const at = (minutes: number, more: Partial<ServiceMinute> = {}): ServiceMinute => ({
  ...CALM,
  minute: FROM.add({ minutes }),
  ...more,
});

describe('A minute of the service', () => {
  it.each<[string, Partial<ServiceMinute> | undefined, string]>([
    ['that no node wrote', undefined, 'down'],
    ['in which everybody was served', {}, 'well'],
    ['in which nobody came', { requests: 0 }, 'well'],
    ['in which nobody came while the database was away', { requests: 0, away: true }, 'down'],
    ['in which everybody was turned away', { refused: 40 }, 'down'],
    ['in which most waited for their turn while others were served', { refused: 30 }, 'hard'],
    ['of which half were faults', { faults: 20 }, 'down'],
    ['of one request, at night, which failed', { requests: 1, faults: 1 }, 'hard'],
    ['in which the database went away once others had been served', { away: true, faults: 5 }, 'hard'],
    ['with a fault', { faults: 1 }, 'hard'],
    ['with a slow page', { slow: 1 }, 'hard'],
    ['in which all stood still for a second', { lagMs: 1_000 }, 'hard'],
  ])('%s', (_, more, state) => {
    expect(stateOf(more === undefined ? undefined : { ...CALM, ...more })).toBe(state);
  });
});

describe('The times in which nobody was served', () => {
  it('are whole minutes, those that follow each other as one', () => {
    const written = [at(0), at(1, { refused: 40 }), at(4), at(5, { faults: 40 }), at(6)];
    const spans = outagesIn(minutesOf(written, { from: FROM, until: FROM.add({ minutes: 7, seconds: 40 }) }));
    expect(
      spans.map(({ from, until }) => [from.since(FROM).total('minutes'), until.since(FROM).total('minutes')]),
    ).toEqual([
      [1, 4],
      [5, 6],
    ]);
    expect(minutesIn(spans)).toBe(4);
  });

  it("are found by whole minutes where the exam's clock runs some seconds beside them", () => {
    const written = [0, 1, 2].map((minute) => at(minute, { minute: FROM.add({ minutes: minute, seconds: 17 }) }));
    const span = { from: FROM.add({ seconds: 40 }), until: FROM.add({ minutes: 3, seconds: 5 }) };
    expect(outagesIn(minutesOf(written, span))).toEqual([]);
  });

  it('have their length in the night when the clocks go back: four hours from 1 h to 4 h', () => {
    const night = Temporal.Instant.from('2023-10-28T23:00:00Z');
    const spans = outagesIn(minutesOf([], { from: night, until: Temporal.Instant.from('2023-10-29T03:00:00Z') }));
    expect(minutesIn(spans)).toBe(240);
  });

  it('are none of no time', () => {
    expect(outagesIn(minutesOf([], { from: FROM, until: FROM }))).toEqual([]);
    expect(outagesIn(minutesOf([], { from: FROM, until: FROM.subtract({ hours: 1 }) }))).toEqual([]);
  });
});
