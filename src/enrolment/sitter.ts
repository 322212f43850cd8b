import { isContinuous } from '../catalogue/index.ts';
import { isUnderReserve } from './enrolment.ts';
import type { RegisteredFile } from './registeredFile.ts';
import { isOptional, slotsOf } from './rules/slots.ts';
import type { Sitter } from './rules/toSit.ts';

/** How far the certificates of safety of a file are, as the room of pieces says. */
export function stateOf(found: 'missing' | 'to-check' | undefined): Sitter['certificate']['state'] {
  return found === 'missing' ? 'owed' : (found ?? 'none');
}

/** What a registered file says of the units, as the rule of who sits what reads it. */
export function sitterOf(
  { enrolment, review }: Pick<RegisteredFile<{ readonly birthDate: Temporal.PlainDate }>, 'enrolment' | 'review'>,
  certificate: Sitter['certificate']['state'],
  excluded: readonly string[],
): Sitter {
  const { qualification, acquis, epreuves } = review;
  const { regulation, speciality } = qualification;
  const optional = regulation.units.filter(isOptional);
  return {
    status: enrolment.status,
    underReserve: isUnderReserve(enrolment),
    inWords: acquis.inWords !== null,
    slots: slotsOf(regulation).map(({ id, units }) => ({
      id,
      units: units.map((unit) => unit.id),
      choice: acquis.credits.get(id)?.choice ?? 'sit',
    })),
    presented: epreuves.presented,
    options: epreuves.options,
    optional: optional
      .filter(({ id, kind }) =>
        kind === 'LV_OPTIONAL' ? epreuves.optionalLanguage !== null : epreuves.optionalUnits.includes(id),
      )
      .map(({ id }) => id),
    certificate: { state: certificate, units: speciality.scaffolding?.units ?? null },
    excluded,
    continuous: regulation.units.filter(isContinuous).map(({ id }) => id),
  };
}
