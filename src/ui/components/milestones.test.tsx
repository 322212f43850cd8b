import { describe, expect, it } from 'vitest';
import { renderPage } from '../html.ts';
import { Milestones, placesOf } from './milestones.tsx';

const on = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T12:00:00Z`);
const DAYS = ['2023-10-12', '2023-11-01', '2023-12-01'];
const milestones = [...DAYS, null].map((day) => ({
  key: `${day}`,
  label: day === null ? 'Résultats' : `Le ${day}`,
  at: day === null ? null : on(day),
  when: day ?? 'date à venir',
}));

describe('Dates on a line', () => {
  it('stand to scale between the first and the last that have a day; the others over their own words', () => {
    const { columns, points, today } = placesOf(milestones, on('2023-11-06'));
    expect(columns).toEqual([12.5, 37.5, 62.5, 87.5]);
    expect(points).toEqual([12.5, 32.5, 62.5, 87.5]);
    expect(today).toBe(37.5);
  });

  it('have today beside them before the first and after the last, never beyond the width', () => {
    for (const some of [milestones, milestones.slice(0, 3), milestones.slice(0, 1), milestones.slice(3)])
      for (const day of ['2020-01-01', '2023-10-12', '2023-12-01', '2030-01-01']) {
        const { points, today } = placesOf(some, on(day));
        expect(today, day).toBeGreaterThan(0);
        expect(today, day).toBeLessThan(100);
        expect(points.every((point) => point > 0 && point < 100)).toBe(true);
      }
    expect(placesOf(milestones, on('2023-10-01')).today).toBeLessThan(12.5);
    expect(placesOf(milestones, on('2024-01-01')).today).toBeGreaterThan(62.5);
  });

  it('are told in their order to who does not see them, today among them, the next one named', () => {
    const list = (day: string): string => {
      const html = renderPage(<Milestones label="La session" milestones={milestones} now={on(day)} today="ce jour" />);
      expect(html).toContain('<svg class="chart" width="100%" height="56" aria-hidden="true"');
      return (html.split('<ol')[1] ?? '').replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    };
    expect(list('2023-11-06')).toMatch(
      /Le 2023-10-12\|.*Le 2023-11-01\|2023-11-01\|Aujourd'hui.*Prochaine échéance\u00a0: \|Le 2023-12-01\|.*Résultats\|date à venir\|$/,
    );
    expect(list('2023-10-01')).toMatch(/^[^|]*\|Aujourd'hui \|ce jour\|Prochaine échéance\u00a0: \|Le 2023-10-12/);
    const dated = renderPage(
      <Milestones label="Finie" milestones={milestones.slice(0, 3)} now={on('2024-01-01')} today="ce jour" />,
    );
    expect(dated).not.toContain('Prochaine');
    expect(dated.split("Aujourd'hui").at(-1)).not.toContain('2023');
  });
});
