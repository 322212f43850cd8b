import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { datesOf, sessionsInView } from './sessionsInView.ts';

const shipped = (await shippedCatalogue()).session('bp-2024-clermont');
if (shipped === undefined) throw new Error('No session');
const real = shipped;

describe('The sessions that an office is at work on', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  const later = (code: string, days: number, demonstration = false) => {
    const { window, examStartsOn, correctionsEndAt } = real;
    const moved = (instant: Temporal.Instant) => instant.add({ hours: 24 * days });
    return {
      ...real,
      code,
      demonstration,
      window: { opensAt: moved(window.opensAt), closesAt: moved(window.closesAt) },
      correctionsEndAt: { ...correctionsEndAt, at: moved(correctionsEndAt.at) },
      pieceGroups: [],
      examStartsOn: { ...examStartsOn, on: examStartsOn.on.add({ days }) },
    };
  };
  const inView = (now: string, ...sessions: (typeof real)[]) =>
    sessionsInView([real, ...sessions], at(now)).map(({ code }) => code);

  it('begin with their opening, and end two months after their last date', () => {
    const next = later('next', 365);
    expect(inView('2023-10-12T12:00:00Z')).toEqual([real.code]);
    expect(inView('2024-08-03T10:00:00Z', next)).toEqual([real.code]);
    expect(inView('2024-08-04T10:00:00Z', next), 'the next that opens').toEqual(['next']);
    expect(inView('2023-10-12T11:59:59Z', next), 'none has opened').toEqual([real.code]);
    expect(inView('2030-01-01T10:00:00Z', next), 'the last that was').toEqual(['next']);
  });

  it('stand by their next date, those of a demonstration behind', () => {
    const [soon, trial] = [later('soon', -10), later('trial', -20, true)];
    expect(inView('2023-11-15T10:00:00Z', soon, trial)).toEqual(['soon', real.code, 'trial']);
    expect(inView('2023-11-25T10:00:00Z', soon), 'once it has closed, its corrections come').toEqual([
      real.code,
      'soon',
    ]);
  });

  it('have their dates in order, what is due at the closing said once, the results last, whatever is known of them', () => {
    const kinds = (published: Temporal.Instant | null) =>
      datesOf(real, published).map(({ kind, group, at: on }) => [kind, group, on?.toString().slice(0, 10) ?? null]);
    const known = [
      ['opening', null, '2023-10-12'],
      ['closing', null, '2023-12-01'],
      ['corrections', null, '2023-12-22'],
      ['pieces', 'Travail en hauteur', '2024-03-07'],
      ['exam', null, '2024-06-02'],
    ];
    expect(kinds(null)).toEqual([...known, ['results', null, null]]);
    expect(kinds(at('2024-07-05T08:00:00Z'))).toEqual([...known, ['results', null, '2024-07-05']]);
  });
});
