import type { Academy } from '../schema/academy.ts';

/** The academy to which a name of this house leads (`Host`, port aside), or undefined: the house of all. */
export function academyAt(academies: readonly Academy[], host: string | undefined): Academy | undefined {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return academies.find(({ hosts }) => hosts.includes(name));
}
