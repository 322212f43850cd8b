import type { Academy } from '../schema/academy.ts';
import type { Installation } from '../schema/installation.ts';

/** The academy to which a name of this house leads (`Host`, port aside), or undefined: the house of all. */
export function academyAt(academies: readonly Academy[], host: string | undefined): Academy | undefined {
  const name = nameOf(host);
  return academies.find(({ hosts }) => hosts.includes(name));
}

/** That name, where it leads to an academy; null: the house of all. */
export function academyHostAt(academies: readonly Academy[], host: string | undefined): string | null {
  return academyAt(academies, host) === undefined ? null : nameOf(host);
}

/** How who comes by this name makes an account: as the academy asks to which it leads, or which has the house alone; else as the house does. */
export function accountPolicyAt(
  academies: readonly Academy[],
  installation: Pick<Installation, 'account'>,
  host: string | undefined,
): Installation['account'] {
  const [only, ...others] = academies;
  const academy = academyAt(academies, host) ?? (others.length === 0 ? only : undefined);
  return academy?.account ?? installation.account;
}

function nameOf(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '').toLowerCase();
}
