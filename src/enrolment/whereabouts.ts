import type { Academy } from '../catalogue/index.ts';
import { residenceOf, type Where } from '../law/index.ts';
import type { Enrolment } from './enrolment.ts';

/** What the delays of a person depend on: the seat of the academy's court, and where they said that they live. Rules that no longer know the academy: the mainland. */
export function whereOf(
  academy: Pick<Academy, 'courtSeat'> | undefined,
  { registered }: Pick<Enrolment, 'registered'>,
): Where {
  const postcode = registered?.identification?.postcode;
  return {
    seat: academy?.courtSeat ?? 'mainland',
    residence: residenceOf(typeof postcode === 'string' ? postcode : null),
  };
}
