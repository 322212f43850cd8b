import { hasMailbox } from '../../accounts/index.ts';
import { healthSubjectOf, subjectOf } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { inMail, offLine } from '../../platform/mail/words.ts';
import type { About } from '../../post/index.ts';
import type { PaperContent } from '../content.ts';
import { referenceOf, withCode } from '../contents/frame.ts';
import type { PaperActDeps } from '../deps.ts';
import { type DecisionKind, isConfidential, type PaperId, type PaperKind } from '../paper.ts';
import { insertPapers, type NewPaper, nextRank } from '../store.ts';
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
  return (await issueEach(deps, tx, act, about, [{ kind, content }])).get(kind) ?? null;
}

type Issued = { readonly kind: Exclude<PaperKind, DecisionKind>; readonly content: PaperContent };

/** The papers that one act gives together, each of another kind. */
export async function issueTogether(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  papers: readonly Issued[],
): Promise<void> {
  await issueEach(deps, tx, act, about, papers);
}

async function issueEach(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  papers: readonly { readonly kind: PaperKind; readonly content: PaperContent }[],
): Promise<ReadonlyMap<PaperKind, PaperId>> {
  const { enrolment, number } = about;
  const { id: enrolmentId } = enrolment;
  const given: NewPaper[] = [];
  for (const { kind, content } of papers) {
    const version = PAPERS[kind].ranked ? await nextRank(tx, enrolmentId, kind) : enrolment.version;
    const code = newCode();
    const verifiable = withCode(content, code, deps.publicUrl);
    given.push({ enrolment, kind, version, reference: referenceOf(number, kind, version), code, content: verifiable });
  }
  // What only holds on a page of ours is marked in its words, as in those of a mail.
  const issued = await insertPapers(tx, given, hasMailbox(about.candidate) ? inMail : offLine);
  for (const later of [false, true]) {
    const toPrint = [...issued].filter(([kind]) => PAPERS[kind].later === later).map(([, paperId]) => ({ paperId }));
    if (toPrint.length > 0) await deps.jobs.enqueue(tx, 'paper.render', toPrint, later ? LATER_SECONDS : 0);
  }
  for (const { kind, version } of given) {
    const paperId = issued.get(kind);
    const subject = isConfidential({ kind }) ? healthSubjectOf(enrolment) : subjectOf(enrolment);
    if (paperId !== undefined)
      await deps.events.publish(tx, act, 'paper.issued', subject, { enrolmentId, paperId, kind, version });
  }
  return issued;
}
