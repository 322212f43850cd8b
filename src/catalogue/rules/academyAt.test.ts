import { expect, it } from 'vitest';
import type { Academy } from '../schema/academy.ts';
import { academyAt, academyHostAt } from './academyAt.ts';

const academies = [
  { code: 'a', hosts: [] },
  { code: 'b', hosts: ['examens.b.fr', 'b.fr'] },
] as unknown as readonly Academy[];
const led = (host?: string): string | undefined => academyAt(academies, host)?.code;

it('a name of the house leads to its academy, port and capitals aside; any other to the house of all', () => {
  expect(led('b.fr')).toBe('b');
  expect(led('EXAMENS.b.FR:8443')).toBe('b');
  expect(led('b.fr:')).toBeUndefined();
  expect(led('x.b.fr')).toBeUndefined();
  expect(led('b.fr:80:80')).toBeUndefined();
  expect(led('b.f:1r')).toBeUndefined();
  expect(led('')).toBeUndefined();
  expect(led()).toBeUndefined();
});

it('that name is told where it leads to an academy, as it is written in the list', () => {
  expect(academyHostAt(academies, 'EXAMENS.b.FR:8443')).toBe('examens.b.fr');
  expect(academyHostAt(academies, 'x.b.fr')).toBeNull();
  expect(academyHostAt(academies, undefined)).toBeNull();
});
