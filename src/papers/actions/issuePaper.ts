import { hasMailbox } from '../../accounts/index.ts';
import { healthSubjectOf, subjectOf } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { inMail, offLine } from '../../platform/mail/words.ts';
import type { About } from '../about.ts';
import type { PaperContent } from '../content.ts';
import { referenceOf, withCode } from '../contents/frame.ts';
import type { PaperActDeps } from '../deps.ts';
import { type DecisionKind, isConfidential, type PaperId, type PaperKind } from '../paper.ts';
import { insertPaper, nextRank } from '../store.ts';
import { PAPERS } from '../texts.ts';
import { newCode } from '../verification/code.ts';

/** Of what the last day before a closing at 17 h asks for, nothing is printed before it; what 17 h asks for, at night. */
const LATER_SECONDS = 10 * 3600;

/**
 * Gives a paper to the candidate: the row with its frozen content, the order to print it, and the event, in one transaction. The
 * mail of the act that issues it tells of it. Null when this version already has it: then nothing more happens.
 */
export function issuePaper(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  kind: Exclude<PaperKind, DecisionKind>,
  content: PaperContent,
): Promise<PaperId | null> {
  return issueOfAnyKind(deps, tx, act, about, kind, content);
}

/** The same of any kind: one that is notified is issued by `notifyDecision` alone, which is handed the decision. */
export async function issueOfAnyKind(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  kind: PaperKind,
  content: PaperContent,
): Promise<PaperId | null> {
  const { enrolment, number } = about;
  const { id: enrolmentId } = enrolment;
  const version = PAPERS[kind].ranked ? await nextRank(tx, enrolmentId, kind) : enrolment.version;
  const reference = referenceOf(number, kind, version);
  const code = newCode();
  const verifiable = withCode(content, code, deps.publicUrl);
  // What only holds on a page of ours is marked in its words, as in those of a mail.
  const read = hasMailbox(about.candidate) ? inMail : offLine;
  const paperId = await insertPaper(tx, { enrolment, kind, version, reference, code, content: verifiable }, read);
  if (paperId === null) return null;
  await deps.jobs.enqueue(tx, 'paper.render', { paperId }, PAPERS[kind].later ? LATER_SECONDS : 0);
  const payload = { enrolmentId, paperId, kind, version };
  const subject = isConfidential({ kind }) ? healthSubjectOf(enrolment) : subjectOf(enrolment);
  await deps.events.publish(tx, act, 'paper.issued', subject, payload);
  return paperId;
}
