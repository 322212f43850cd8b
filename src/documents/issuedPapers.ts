import type { Catalogue } from '../catalogue/index.ts';
import { findEnrolmentOf, readEnrolmentId, whereOf } from '../enrolment/index.ts';
import {
  editionInWords,
  listPapers,
  noticesForOffice,
  notificationInWords,
  notificationOf,
  PAPERS,
  pageTexts,
  stillStands,
} from '../papers/index.ts';
import type { Database } from '../platform/database/database.ts';
import { documentsTexts } from './pages/documentsTexts.ts';
import { listGiven } from './store/given.ts';
import { documentTexts } from './texts.ts';

export type IssuedPaper = {
  /** In its address. */
  readonly key: string;
  readonly title: string;
  readonly issuedAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  /** When and why it was withdrawn, in words; null: it stands. */
  readonly withdrawn: string | null;
  /** Why its candidate doesn't read it now, in words; null: they do. The office still does. */
  readonly withheld: string | null;
  /** Where its notification stands, of a decision that stands. */
  readonly notified: string | null;
  /** Opened at the office by its head alone. */
  readonly forExam: boolean;
  /** What its file is sealed with, in words; null: nothing. */
  readonly sealed: string | null;
};

/** Everything that an enrolment was given, the newest first, as the office lists it. */
export async function issuedPapers(
  { db, catalogue }: { readonly db: Database; readonly catalogue: () => Catalogue },
  academy: string,
  enrolmentId: string,
  now: Temporal.Instant,
): Promise<readonly IssuedPaper[]> {
  const [papers, given, notices] = await Promise.all([
    listPapers(db, academy, enrolmentId),
    listGiven(db, enrolmentId),
    noticesForOffice(db, academy, enrolmentId),
  ]);
  const id = readEnrolmentId(enrolmentId);
  const enrolment = notices.length === 0 || id === null ? null : await findEnrolmentOf(db, academy, id);
  const standing = notices.filter((notice) => enrolment !== null && stillStands(notice, enrolment));
  const where = enrolment === null ? null : whereOf(catalogue().academy(academy), enrolment);
  const notified = new Map(
    standing.map((notice) => [
      notice.id,
      where === null ? null : notificationInWords(notificationOf(notice, now), where, now),
    ]),
  );
  return [
    ...papers.map(({ id, title, kind, version, issuedAt, openedAt, pdf, withheld }) => ({
      key: id,
      title: `${title}, ${editionInWords({ kind, version })}`,
      issuedAt,
      openedAt,
      withdrawn: null,
      withheld: withheld === null ? null : documentsTexts.withheld[withheld],
      notified: notified.get(id) ?? null,
      forExam: PAPERS[kind].forExam,
      sealed: pdf?.seal ? pageTexts.row.sealed[pdf.seal.level] : null,
    })),
    ...given.map(({ id, title, givenAt, openedAt, withdrawnAt, reason }) => ({
      key: id,
      title: `${documentTexts.kind}, ${title}`,
      issuedAt: givenAt,
      openedAt,
      withdrawn: withdrawnAt === null ? null : documentTexts.withdrawnOn(withdrawnAt, reason ?? ''),
      withheld: null,
      notified: null,
      forExam: false,
      sealed: null,
    })),
  ].toSorted((one, other) => Temporal.Instant.compare(other.issuedAt, one.issuedAt));
}
