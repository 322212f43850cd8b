import type { Catalogue } from '../../catalogue/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Enrolment } from '../enrolment.ts';
import { writePortfolio } from '../store/changes.ts';

/** The file of a registered enrolment goes to the officer who follows its speciality under these rules. */
export async function followOfficer(
  tx: Tx,
  { id, academy, registered }: Enrolment,
  catalogue: Pick<Catalogue, 'portfolioOf'>,
): Promise<void> {
  const chosen = registered?.qualification?.speciality;
  const portfolio = typeof chosen === 'string' ? catalogue.portfolioOf({ cfd: chosen }, academy) : undefined;
  if (portfolio !== undefined) await writePortfolio(tx, id, portfolio.code);
}
