import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/properties.ts';
import { type CalendarEvent, writeCalendar } from './icalendar.ts';

const stamp = Temporal.Instant.from('2023-10-01T08:00:00.123Z');
const event: CalendarEvent = {
  uid: 'one@example.org',
  summary: 'Clôture',
  description: 'Avant 17\u00a0h\u00a000',
  url: 'https://example.org/calendrier#one',
  when: { at: Temporal.Instant.from('2023-12-01T16:00:00Z') },
  tentative: false,
  reminder: Temporal.Duration.from({ days: 1 }),
};
const written = (...events: readonly Partial<CalendarEvent>[]): string =>
  writeCalendar({
    name: 'Dates',
    description: 'Toutes, à jour',
    follow: { source: 'https://example.org/calendrier.ics', refresh: Temporal.Duration.from({ hours: 12 }) },
    stamp,
    events: events.map((changes) => ({ ...event, ...changes })),
  });
const read = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text));
const firstEvent = (text: string): ICAL.Component => {
  const found = read(text).getFirstSubcomponent('vevent');
  if (found === null) throw new Error('no event');
  return found;
};

describe('A calendar file', () => {
  it('is read by another program as it was meant', () => {
    const calendar = read(written({}));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    for (const name of ['name', 'x-wr-calname']) expect(calendar.getFirstPropertyValue(name)).toBe('Dates');
    expect(calendar.getFirstPropertyValue('description')).toBe('Toutes, à jour');
    for (const name of ['refresh-interval', 'x-published-ttl'])
      expect(String(calendar.getFirstPropertyValue(name))).toBe('PT12H');
    const one = firstEvent(written({}));
    expect(one.getAllProperties().map((property) => [property.name, String(property.getFirstValue())])).toEqual([
      ['uid', 'one@example.org'],
      ['dtstamp', '2023-10-01T08:00:00Z'],
      ['last-modified', '2023-10-01T08:00:00Z'],
      ['sequence', '0'],
      ['dtstart', '2023-12-01T16:00:00Z'],
      ['summary', 'Clôture'],
      ['description', 'Avant 17\u00a0h\u00a000'],
      ['url', 'https://example.org/calendrier#one'],
      ['status', 'CONFIRMED'],
      ['transp', 'TRANSPARENT'],
    ]);
    const alarm = one.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
  });

  it('gives whole days without an hour, says what is not settled, and reminds only where it is asked', () => {
    const [from, until] = ['2024-06-01', '2024-07-01'].map((day) => Temporal.PlainDate.from(day)) as [
      Temporal.PlainDate,
      Temporal.PlainDate,
    ];
    const one = firstEvent(written({ when: { from, until }, tentative: true, reminder: null }));
    expect(one.getFirstProperty('dtstart')?.type).toBe('date');
    expect(['dtstart', 'dtend', 'status'].map((name) => String(one.getFirstPropertyValue(name)))).toEqual([
      '2024-06-01',
      '2024-07-01',
      'TENTATIVE',
    ]);
    expect(one.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('says where and until when somebody has to be, how often it was written anew, and what no longer takes place', () => {
    const when = {
      at: Temporal.Instant.from('2023-12-01T16:00:00Z'),
      ends: Temporal.Instant.from('2023-12-01T18:00:00Z'),
    };
    const one = firstEvent(written({ when, location: 'Lycée; salle 1, Riom', revision: 3 }));
    const said = (component: ICAL.Component) =>
      ['dtend', 'location', 'sequence', 'status', 'transp'].map((name) =>
        String(component.getFirstPropertyValue(name)),
      );
    expect(said(one)).toEqual(['2023-12-01T18:00:00Z', 'Lycée; salle 1, Riom', '3', 'CONFIRMED', 'OPAQUE']);
    expect(one.getFirstSubcomponent('valarm')).not.toBeNull();
    const gone = firstEvent(written({ when, location: 'Lycée', revision: 4, cancelled: true }));
    expect(said(gone)).toEqual(['2023-12-01T18:00:00Z', 'Lycée', '4', 'CANCELLED', 'TRANSPARENT']);
    expect(gone.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('that nobody follows says that it tells, and asks for no answer', () => {
    const file = { name: 'x', description: 'y', stamp, events: [event] };
    const calendar = read(writeCalendar({ ...file, follow: null }));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('source')).toBeNull();
    expect(read(written({})).getFirstPropertyValue('method')).toBeNull();
  });

  it('ends each line with CRLF, at 75 octets at most, no character cut in two', () => {
    const text = written({ summary: 'é'.repeat(200), description: `${'a'.repeat(61)}𝄞${'œuvre '.repeat(40)}` });
    expect(text.endsWith('\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(text.split('\r\n').some((line) => Buffer.byteLength(line) === 75)).toBe(true);
  });

  it('gives back any text, whatever stands in it', () => {
    const printable = fc
      .string({ unit: 'binary', maxLength: 300 })
      .map((text) => `x${text.toWellFormed().replaceAll(/\p{Cc}/gu, '\n')}`);
    fc.assert(
      fc.property(printable, (description) => {
        expect(firstEvent(written({ description })).getFirstPropertyValue('description')).toBe(description);
      }),
      runs(50),
    );
  });

  it('leaves out control characters, which would end the file for a reader', () => {
    expect(firstEvent(written({ summary: 'a\u0000b\u0007c\r\nd\te' })).getFirstPropertyValue('summary')).toBe(
      'abc\nd\te',
    );
  });
});
