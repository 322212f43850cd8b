import { healthSubjectOf, subjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import type { PapersDeps } from '../deps.ts';
import { isConfidential, type PaperLine } from '../paper.ts';
import { markOpened } from '../store.ts';

/** The candidate has the paper under the eyes: written down the first time, as proof that it arrived. */
export async function openPaper(deps: Pick<PapersDeps, 'db' | 'events'>, act: Act, paper: PaperLine): Promise<void> {
  if (paper.openedAt !== null) return;
  await deps.db.transaction().execute(async (tx) => {
    if (!(await markOpened(tx, paper.id))) return;
    const { id: paperId, enrolmentId, kind, version } = paper;
    const of = { id: enrolmentId, academy: paper.academy, session: paper.session };
    const subject = isConfidential(paper) ? healthSubjectOf(of) : subjectOf(of);
    await deps.events.publish(tx, act, 'paper.opened', subject, { enrolmentId, paperId, kind, version });
  });
}
