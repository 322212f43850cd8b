import { wholeYears } from '../platform/time.ts';
import type { Person } from './dossier.ts';
import type { Enrolment } from './enrolment.ts';

/** Who answers for a minor (*représentant légal*), as the candidate declared them. */
export type Representative = {
  /** « Paul Tazaïrt » */
  readonly name: string;
  /** As kept by the check `phone`. */
  readonly phone: string | null;
  readonly mail: string | null;
};

/** `null`: of age. A minor of whom no representative is known is `{ known: null }`. */
export type Minority = { readonly known: Representative | null } | null;

/** A minor for whom nobody is known to answer: the office asks who does. */
export function isUnrepresented(minority: Minority): boolean {
  return minority !== null && minority.known === null;
}

const OF_AGE = 18;

/** Who is told what a minor is told, on that day; their address is the candidate's, the only one that is asked. */
export function minorityOf(
  { registered }: Pick<Enrolment, 'registered'>,
  person: Person,
  day: Temporal.PlainDate,
): Minority {
  if (wholeYears(person.birthDate, day) >= OF_AGE) return null;
  const given = registered?.identification ?? {};
  const text = (name: string): string | null => {
    const value = given[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const name = text('guardianName');
  if (name === null) return { known: null };
  const whole = [text('guardianFirstNames'), name].filter((part) => part !== null).join(' ');
  return { known: { name: whole, phone: text('guardianPhone'), mail: text('guardianMail')?.toLowerCase() ?? null } };
}
