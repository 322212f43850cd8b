import { withholdHeldMarks } from '../../enrolment/index.ts';
import { releasePapers, withholdPapers } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { ResultPublication } from '../publication.ts';
import { concernedBy } from '../store/results.ts';

/** The papers that say a result. */
export const RESULT_PAPERS = ['transcript', 'success', 'blocks'] as const;

/** Takes from their candidates whatever says a result of this publication, and what it replaced. */
export async function withholdResults(tx: Tx, { id }: Pick<ResultPublication, 'id'>): Promise<void> {
  const people = await concernedBy(tx, id);
  await withholdPapers(tx, people, RESULT_PAPERS, 'suspended');
  await withholdHeldMarks(tx, people, true);
}

/** Gives it back. */
export async function releaseResults(tx: Tx, { id }: Pick<ResultPublication, 'id'>): Promise<void> {
  const people = await concernedBy(tx, id);
  await releasePapers(tx, people, RESULT_PAPERS);
  await withholdHeldMarks(tx, people, false);
}
