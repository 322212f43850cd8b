import { hasMailbox, noticeAgreementOf } from '../../accounts/index.ts';
import { type Minority, minorityOf } from '../../enrolment/index.ts';
import { deemedNotice } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/time.ts';
import { type About, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { PaperActDeps } from '../deps.ts';
import { noticeTexts as say } from '../noticeTexts.ts';
import type { PaperKind } from '../paper.ts';
import { insertElectronicNotice } from '../store/notices.ts';
import { PAPERS } from '../texts.ts';

/**
 * How a decision that is taken now reaches its person: on line where an agreement is in force, by registered letter otherwise. A minor's
 * agreement binds nobody who answers for them: their decision goes by letter, to both; nor does one of who has no mail box to be told by.
 */
export type NoticeWay = {
  readonly agreement: { readonly id: string; readonly at: Temporal.Instant } | null;
  readonly day: Temporal.PlainDate;
  /** The last day to read it before it is deemed notified. */
  readonly last: Temporal.PlainDate;
  readonly minority: Minority;
};

export async function noticeWayOf(
  tx: Tx,
  { candidate, enrolment }: Pick<About, 'candidate' | 'enrolment'>,
  now: Temporal.Instant,
): Promise<NoticeWay> {
  const minority = minorityOf(enrolment, candidate, parisDay(now));
  const agreement =
    minority === null && hasMailbox(candidate) ? await noticeAgreementOf(tx, candidate.accountId) : null;
  return { agreement, day: parisDay(now), last: deemedNotice(parisDay(now)).lastToRead, minority };
}

/** Remembers that a paper just issued is notified by its deposit; `eventId`: of the mail that says so. By post, nothing yet. */
export async function openNotice(
  tx: Tx,
  { enrolment }: Pick<About, 'enrolment'>,
  { agreement }: NoticeWay,
  { paperId, eventId }: { readonly paperId: string; readonly eventId: string },
): Promise<void> {
  if (agreement !== null) await insertElectronicNotice(tx, enrolment, { paperId, eventId, agreementId: agreement.id });
}

/** The mail that a decision was deposited: nature, sender, day, how to open it, the fifteen days and what follows (CRPA R112-19). */
export function depositLetter(
  deps: Pick<PaperActDeps, 'publicUrl'>,
  about: About,
  kind: PaperKind,
  { agreement, day, last }: NoticeWay,
): { readonly subject: string; readonly body: string } | null {
  if (agreement === null) return null;
  const { letterhead } = about.academy;
  const { title, confidentialAs } = PAPERS[kind];
  return say.deposit({
    ...valuesOf(deps, about, addresses.list(about.enrolment.id)),
    title: confidentialAs ?? title,
    sender: [letterhead.authority, letterhead.division, letterhead.bureau].join(', '),
    day,
    last,
    agreedOn: parisDay(agreement.at),
    account: new URL('/compte', deps.publicUrl).href,
  });
}
