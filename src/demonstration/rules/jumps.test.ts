import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue, loadPack } from '../../catalogue/index.ts';
import { jumpsOf, storySession } from './jumps.ts';

const loaded = await loadPack(path.join(import.meta.dirname, '..', '..', '..', 'catalogue'));
if (!loaded.ok) throw new Error('The shipped rule pack is faulty');
const catalogue = createCatalogue(loaded.value, new Map([['bp-demo', Temporal.Instant.from('2026-11-25T10:00Z')]]));
const paris = (instant: Temporal.Instant | null): string | undefined =>
  instant?.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('The moments of the demonstration', () => {
  it("are those of the notice's own session, whose dates never move", () => {
    expect(storySession(catalogue.sessions())?.code).toBe('bp-2024-clermont');
  });
  it('go from the opening to the later deadline, and back to real time', () => {
    const jumps = jumpsOf(storySession(catalogue.sessions()));
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
  it('are only real time when the pack has no session', () => {
    expect(jumpsOf(storySession([])).map(({ code }) => code)).toEqual(['real-time']);
  });
});
