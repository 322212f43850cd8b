import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue, loadPack } from '../../catalogue/index.ts';
import { jumpsOf, type Story, storySession } from './jumps.ts';

const loaded = await loadPack(path.join(import.meta.dirname, '..', '..', '..', 'catalogue'));
if (!loaded.ok) throw new Error('The shipped rule pack is faulty');
const catalogue = createCatalogue(loaded.value, new Map([['bp-demo', Temporal.Instant.from('2026-11-25T10:00Z')]]));
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const empty = (sessions: Story['sessions']) => jumpsOf({ sessions, now: at('2026-12-01T10:00Z'), announced: null });
const paris = (instant: Temporal.Instant | null): string | undefined =>
  instant?.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('The moments of the demonstration', () => {
  it("are those of the notice's own session, whose dates never move", () => {
    expect(storySession(catalogue.sessions())?.code).toBe('bp-2024-clermont');
  });
  it('go from the opening to the later deadline, and back to real time', () => {
    const jumps = empty(catalogue.sessions());
    expect(jumps.map(({ code, to }) => [code, paris(to)])).toEqual([
      ['opening', '2023-10-12T14:00'],
      ['enrolling', '2023-11-15T10:00'],
      ['last-hour', '2023-12-01T16:00'],
      ['last-minute', '2023-12-01T16:59'],
      ['closed', '2023-12-01T18:00'],
      ['later-piece', '2024-03-08T00:00'],
      ['real-time', undefined],
    ]);
  });
  it('are those of the demonstration where the pack has no other session', () => {
    const [, demonstration] = catalogue.sessions();
    if (demonstration === undefined) throw new Error('no demonstration');
    expect(storySession([demonstration])).toBe(demonstration);
    expect(storySession([demonstration, ...catalogue.sessions()])?.code).toBe('bp-2024-clermont');
  });
  it('have no later piece where every piece counts, and stay in a register of a few days', () => {
    const story = storySession(catalogue.sessions());
    if (story === null) throw new Error('no session');
    const { opensAt } = story.window;
    const short = {
      ...story,
      pieceGroups: story.pieceGroups.filter(({ countsForValidation }) => countsForValidation),
      window: { opensAt, closesAt: opensAt.add({ hours: 48 }) },
    };
    expect(empty([short]).map(({ code, to }) => [code, paris(to)])).toEqual([
      ['opening', '2023-10-12T14:00'],
      ['enrolling', '2023-10-13T14:00'],
      ['last-hour', '2023-10-14T13:00'],
      ['last-minute', '2023-10-14T13:59'],
      ['closed', '2023-10-14T15:00'],
      ['real-time', undefined],
    ]);
  });
  it('never end an ordinary morning at the closing itself', () => {
    const story = storySession(catalogue.sessions());
    if (story === null) throw new Error('no session');
    const tenOClock = Temporal.Instant.from('2023-11-15T10:00:00+01:00');
    const ending = { ...story, window: { ...story.window, closesAt: tenOClock } };
    expect(paris(empty([ending])[1]?.to ?? null)).toBe('2023-10-13T14:00');
  });
  it('are only real time when the pack has no session', () => {
    expect(empty([]).map(({ code }) => code)).toEqual(['real-time']);
  });
  it('of a filled demonstration are those of its open session that are still to come', () => {
    const open = catalogue.session('bp-demo');
    if (open === undefined) throw new Error('no demonstration');
    const year = { hours: 24 * 364 };
    const sat = {
      ...open,
      window: { opensAt: open.window.opensAt.subtract(year), closesAt: open.window.closesAt.subtract(year) },
    };
    const codesAt = (now: Temporal.Instant, announced: Temporal.Instant | null = null) =>
      jumpsOf({ sessions: [...catalogue.sessions(), sat], now, announced }).map(({ code }) => code);
    const { closesAt } = open.window;
    expect(codesAt(closesAt.subtract({ hours: 48 }))).toEqual([
      'last-hour',
      'last-minute',
      'closed',
      'later-piece',
      'real-time',
    ]);
    expect(codesAt(closesAt, closesAt.add({ hours: 9 }))).toEqual(['closed', 'later-piece', 'results', 'real-time']);
  });
});
