import type { Academy } from '../schema/academy.ts';

/** The academy to which a name of this house leads (`Host`, port aside), or undefined: the house of all. */
export function academyAt(academies: readonly Academy[], host: string | undefined): Academy | undefined {
  const name = nameOf(host);
  return academies.find(({ hosts }) => hosts.includes(name));
}

/** That name, where it leads to an academy; null: the house of all. */
export function academyHostAt(academies: readonly Academy[], host: string | undefined): string | null {
  return academyAt(academies, host) === undefined ? null : nameOf(host);
}

function nameOf(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '').toLowerCase();
}
