import type { Decided, DecisionAuthor, DeclaredAct } from '../../decisions/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import type { About } from '../../post/index.ts';
import type { PaperContent } from '../content.ts';
import type { PaperActDeps } from '../deps.ts';
import type { DecisionKind, PaperId } from '../paper.ts';
import { insertTold } from '../store/toldDecisions.ts';
import { PAPERS } from '../texts.ts';
import { issueOfAnyKind } from './issuePaper.ts';
import { depositLetter, type NoticeWay, noticeWayOf, openNotice } from './openNotice.ts';

/** What the paper of a decision bears besides what its room says: who took it, and how it is notified. */
export type Signed = { readonly author: DecisionAuthor; readonly way: NoticeWay };

type Told = {
  readonly declared: DeclaredAct;
  readonly kind: DecisionKind;
  /** Of the mail that tells of it. */
  readonly eventId: string;
  readonly content: (signed: Signed, now: Temporal.Instant) => PaperContent;
};

/**
 * Notifies a decision that is on record: its paper, with its author, and how it counts from then on. `deposited`: the mail that says that
 * it was deposited (CRPA R112-19); null where no agreement is in force: the room writes its own, and a letter follows.
 */
export async function notifyDecision(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  decided: Decided,
  { declared, kind, eventId, content }: Told,
): Promise<{ readonly paperId: PaperId; readonly deposited: ReturnType<typeof depositLetter> }> {
  const { author } = decided;
  const { now } = await readMoment(tx, act);
  const way = await noticeWayOf(tx, about, now);
  const paperId = await issueOfAnyKind(deps, tx, act, about, kind, content({ author, way }, now));
  if (paperId === null) throw new Error(`No notification could be issued for ${about.number}`);
  await insertTold(tx, decided, about.enrolment, { declared, title: PAPERS[kind].title, paperId, eventId });
  await openNotice(tx, about, way, { paperId, eventId });
  return { paperId, deposited: depositLetter(deps, about, kind, way) };
}
