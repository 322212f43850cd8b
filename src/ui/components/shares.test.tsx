import { expect, it } from 'vitest';
import { renderPage } from '../html.ts';
import { Shares } from './shares.tsx';

const share = (label: string, count: number) => ({
  key: label,
  label,
  count,
  value: String(count),
  tone: 'ok' as const,
  href: `/liste/${label}`,
});

it('Each part of a whole is as wide as it is many, and stands below with its figure and its list; none is left out of sight', () => {
  const html = renderPage(<Shares label="Dossiers" shares={[share('un', 1), share('rien', 0), share('neuf', 9)]} />);
  expect([...html.matchAll(/x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, from, wide]) => [from, wide])).toEqual([
    ['0.00', '10.00'],
    ['10.00', '90.00'],
  ]);
  expect(html.match(/<text[^>]*>\d+/g), 'a narrow part has its figure below alone').toHaveLength(1);
  expect(html).toContain('<b>1</b> <a href="/liste/un">un</a>');
  expect(html).not.toContain('rien');
});
