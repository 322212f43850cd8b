import { expect, it } from 'vitest';
import { cellsOf, dayToOpen, drawnSpan, hoursAround, lanesOf, spanOf } from './drawing.ts';

const span = (from: string, to: string) => {
  const [start = 0, end = 0] = [from, to].map((hour) => {
    const { hour: hours, minute } = Temporal.PlainTime.from(hour);
    return hours * 60 + minute;
  });
  return { from: start, to: end };
};

it('A day is drawn from eight to six, and in whole hours around what is earlier or later', () => {
  expect(hoursAround([])).toEqual(span('08:00', '18:00'));
  expect(hoursAround([span('07:40', '09:00'), span('17:00', '18:01')])).toEqual(span('07:00', '19:00'));
});

it('What meets in a room is drawn one under the other, what follows on the same line', () => {
  const [first, second, third] = [span('09:00', '11:00'), span('10:00', '12:00'), span('11:00', '12:00')];
  expect(lanesOf([third, second, first])).toEqual([[first, third], [second]]);
  expect(lanesOf([])).toEqual([]);
});

it('A line is cut at what is there, and at each hour where nothing is', () => {
  const test = span('09:15', '10:45');
  const cells = cellsOf([test], span('08:00', '12:00'));
  expect(cells.map(({ columns, one }) => [columns, one === test])).toEqual([
    [12, false],
    [3, false],
    [18, true],
    [3, false],
    [12, false],
  ]);
  expect(cells.reduce((sum, { columns }) => sum + columns, 0)).toBe(48);
  expect(cells.map(({ from }) => from)).toEqual([480, 540, 555, 645, 660]);
});

it('What is drawn takes whole columns, as many as its words need, and ends at midnight', () => {
  const words = { unit: 'U60', of: 'Boulanger' };
  expect(drawnSpan({ from: 542, to: 548 }, words)).toEqual({ from: 540, to: 585 });
  expect(drawnSpan({ from: 541, to: 598 }, words)).toEqual({ from: 540, to: 600 });
  expect(drawnSpan({ from: 540, to: 580 }, { ...words, unit: 'U60 (remplacement)' })).toEqual({ from: 540, to: 620 });
  expect(drawnSpan({ from: 1_435, to: 1_440 }, words)).toEqual({ from: 1_435, to: 1_440 });
});

it('Hours are those of clocks on the wall, on the day when they change too', () => {
  const day = Temporal.PlainDate.from('2024-10-27');
  const at = (text: string) => Temporal.Instant.from(text);
  const span = { from: at('2024-10-27T01:30:00+02:00'), to: at('2024-10-27T09:00:00+01:00') };
  expect(spanOf(span, day, 'Europe/Paris')).toEqual({ from: 90, to: 540 });
  const over = { from: at('2024-10-26T23:00:00+02:00'), to: at('2024-10-28T01:00:00+01:00') };
  expect(spanOf(over, day, 'Europe/Paris')).toEqual({ from: 0, to: 1_440 });
});

it('The day that opens is the one asked for, else what is to be settled, else the next one, else the last', () => {
  const days = [
    { day: '2024-06-03', count: 2, toSettle: 0 },
    { day: '2024-06-04', count: 1, toSettle: 1 },
    { day: '2024-06-05', count: 1, toSettle: 0 },
  ];
  const calm = days.map((one) => ({ ...one, toSettle: 0 }));
  expect(dayToOpen(days, '2024-06-05', '2024-01-01')).toBe('2024-06-05');
  expect(dayToOpen(days, '2025-06-05', '2024-01-01')).toBe('2024-06-04');
  expect(dayToOpen(calm, undefined, '2024-06-04')).toBe('2024-06-04');
  expect(dayToOpen(calm, 'demain', '2025-01-01')).toBe('2024-06-05');
  expect(dayToOpen([], '2024-06-05', '2024-01-01')).toBeNull();
});
