import type { Database } from '../platform/database/database.ts';
import { publicationTexts } from './publicationTexts.ts';
import { listPublished } from './store/published.ts';
import { listPapers } from './store.ts';
import { editionInWords } from './texts.ts';

export type IssuedPaper = {
  /** In its address. */
  readonly key: string;
  readonly title: string;
  readonly issuedAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  /** When and why it was withdrawn, in words; null: it stands. */
  readonly withdrawn: string | null;
};

/** Everything that an enrolment was given, the newest first, as the office lists it. */
export async function issuedPapers(
  db: Database,
  academy: string,
  enrolmentId: string,
): Promise<readonly IssuedPaper[]> {
  const [papers, published] = await Promise.all([listPapers(db, academy, enrolmentId), listPublished(db, enrolmentId)]);
  return [
    ...papers.map(({ id, title, kind, version, issuedAt, openedAt }) => ({
      key: id,
      title: `${title}, ${editionInWords({ kind, version })}`,
      issuedAt,
      openedAt,
      withdrawn: null,
    })),
    ...published.map(({ id, title, givenAt, openedAt, withdrawnAt, reason }) => ({
      key: id,
      title: `${publicationTexts.kind}, ${title}`,
      issuedAt: givenAt,
      openedAt,
      withdrawn: withdrawnAt === null ? null : publicationTexts.withdrawnOn(withdrawnAt, reason ?? ''),
    })),
  ].toSorted((one, other) => Temporal.Instant.compare(other.issuedAt, one.issuedAt));
}
