import { describe, expect, it } from 'vitest';
import { readPresence } from './presence.ts';

const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();
const BOARD = { startsAt: at('2024-06-03T08:00') };
const said = (came: string, from = '8 h', to = '12h30') => readPresence(BOARD, { came, from, to });

describe('What is said of somebody on a board', () => {
  it('is that they came, from an hour to another of that day, or that they didn’t, whatever the hours', () => {
    expect(said('oui')).toEqual({ came: true, from: at('2024-06-03T08:00'), to: at('2024-06-03T12:30') });
    expect(said('non', '', 'x')).toEqual({ came: false });
    expect(said('', '', '')).toBeNull();
    expect(said('peut-être')).toBeNull();
  });

  it('has hours that can be read, the first before the last', () => {
    expect(said('oui', 'huit heures')).toBe('from-unreadable');
    expect(said('oui', '8 h', '')).toBe('to-unreadable');
    expect(said('oui', '12 h', '12 h')).toBe('ends-before');
    expect(said('oui', '12 h', '11 h 59')).toBe('ends-before');
    expect(said('oui', '11 h 59', '12 h')).toMatchObject({ came: true });
  });
});
