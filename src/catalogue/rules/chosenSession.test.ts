import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import type { ResolvedSession } from '../resolve.ts';
import { chosenSession } from './chosenSession.ts';

const model = (await shippedCatalogue()).session('bp-2024-clermont');
if (model === undefined) throw new Error('no session');
const at = (day: string) => Temporal.Instant.from(`${day}T16:00:00Z`);
const closing = (code: string, day: string, demonstration = false): ResolvedSession => ({
  ...model,
  code,
  demonstration,
  window: { ...model.window, closesAt: at(day) },
});
const known = [closing('late', '2025-12-01'), closing('early', '2023-12-01'), closing('next', '2024-12-01')];
const chosen = (wanted: 'open' | 'closed', now: string, asked?: string, sessions = known) =>
  chosenSession(sessions, asked, at(now), wanted)?.code ?? null;

describe('The session that a page of the office is about', () => {
  it('is the next one to close, or the last that closed, as is wanted', () => {
    expect([chosen('open', '2024-06-01'), chosen('closed', '2024-06-01')]).toEqual(['next', 'early']);
    expect([chosen('open', '2025-06-01'), chosen('closed', '2025-06-01')]).toEqual(['late', 'next']);
  });
  it('is closed at the very instant', () => {
    expect([chosen('open', '2024-12-01'), chosen('closed', '2024-12-01')]).toEqual(['late', 'next']);
  });
  it('is the nearest of the other kind where there is none of that one', () => {
    expect([chosen('open', '2026-01-01'), chosen('closed', '2023-01-01')]).toEqual(['late', 'early']);
  });
  it('is the one asked for, of those given alone', () => {
    expect(chosen('open', '2024-06-01', 'early')).toBe('early');
    expect(chosen('open', '2024-06-01', 'early', known.slice(2))).toBe('next');
    expect(chosen('open', '2024-06-01', 'late', [])).toBeNull();
  });
  it('is one to try things in only where it is asked for, or alone', () => {
    const trial = closing('trial', '2024-03-01', true);
    expect(chosen('closed', '2024-06-01', undefined, [...known, trial])).toBe('early');
    expect(chosen('closed', '2024-06-01', 'trial', [...known, trial])).toBe('trial');
    expect(chosen('open', '2024-02-01', undefined, [trial])).toBe('trial');
  });
});
