import { describe, expect, it } from 'vitest';
import { entryBegunAt, entryWindow } from './entryWindow.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const day = Temporal.PlainDate.from;
const window = { opensAt: at('2023-11-13T09:00:00+01:00'), closesAt: at('2023-12-01T17:00:00+01:00') };
const lastCorrectionAt = at('2024-03-15T17:00:00+01:00');
const until = (way: 'telephone' | 'counter' | 'post', receivedOn: string, last = lastCorrectionAt): string =>
  entryWindow({ way, receivedOn: day(receivedOn) }, { window, lastCorrectionAt: last }).closesAt.toString();

describe('What is typed in a candidate s name', () => {
  it('counts from the day of the postmark, or of the counter, whenever the office gets to it', () => {
    for (const way of ['post', 'counter'] as const) {
      expect(until(way, '2023-11-20')).toBe(lastCorrectionAt.toString());
      expect(until(way, '2023-12-01'), 'the closing day itself').toBe(lastCorrectionAt.toString());
      expect(until(way, '2023-12-02')).toBe(window.closesAt.toString());
    }
  });
  it('of a telephone call, only while the register is open', () => {
    expect(until('telephone', '2023-11-20')).toBe(window.closesAt.toString());
  });
  it('of who is carried over from another system, whatever the day: they were registered there in time', () => {
    const given = entryWindow({ way: 'carried', receivedOn: day('2024-01-15') }, { window, lastCorrectionAt });
    expect(given).toEqual({ opensAt: window.opensAt, closesAt: lastCorrectionAt });
  });
  it('never before the opening, nor for less long than the register itself', () => {
    const given = entryWindow({ way: 'post', receivedOn: day('2023-11-01') }, { window, lastCorrectionAt });
    expect(given.opensAt).toBe(window.opensAt);
    expect(until('post', '2023-11-20', at('2023-11-30T17:00:00+01:00'))).toBe(window.closesAt.toString());
  });
  it('begins with its day, in Paris, or with the opening', () => {
    expect(entryBegunAt({ receivedOn: day('2023-11-20') }, window).toString()).toBe('2023-11-19T23:00:00Z');
    expect(entryBegunAt({ receivedOn: day('2023-11-13') }, window)).toBe(window.opensAt);
  });
});
