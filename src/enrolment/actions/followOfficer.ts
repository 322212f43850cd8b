import type { Catalogue } from '../../catalogue/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Enrolment } from '../enrolment.ts';
import { writePortfolio } from '../store.ts';

/** The file of a registered enrolment goes to the officer who follows its speciality under these rules. */
export async function followOfficer(
  tx: Tx,
  { id, registered }: Enrolment,
  catalogue: Pick<Catalogue, 'speciality'>,
): Promise<void> {
  const chosen = registered?.qualification?.speciality;
  const speciality = typeof chosen === 'string' ? catalogue.speciality(chosen) : undefined;
  if (speciality !== undefined) await writePortfolio(tx, id, speciality.portfolio.code);
}
