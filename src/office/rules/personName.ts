import type { CivilStatus } from '../../accounts/index.ts';

/** `Martin (Durand) Camille`: as files are sorted, by birth name; the name in use in brackets, the first of the first names. */
export function personName(person: Pick<CivilStatus, 'birthName' | 'usageName' | 'firstNames'>): string {
  const { birthName, usageName, firstNames } = person;
  const used = usageName === null || usageName === birthName ? '' : ` (${usageName})`;
  return `${birthName}${used} ${firstNames.replace(/[\s,].*/s, '')}`.trim();
}
