import type { ResolvedSession } from '../catalogue/index.ts';
import type { JournalSubject } from '../platform/journal.ts';
import type { Option } from '../ui/index.ts';

/**
 * The exam of one session, before anybody sits it (*épreuves, centres, convocations*): what is still missing, where and when each
 * unit is sat, who sits what, and who sits where. Read this file first; why it is so is in decision 060.
 */

/** What a member of staff may see of it. Every query of this room carries the academy and the session. */
export type ExamScope = {
  readonly academy: string;
  /** Groups of specialities; null: all of the academy. */
  readonly portfolios: readonly string[] | null;
};

/** Who came, what they may see, and of which session; null: the academy has none. */
export type ExamDesk = {
  readonly scope: ExamScope;
  readonly sessions: readonly Option[];
  readonly session: ResolvedSession | null;
};

/** What every row of this room bears. */
export type ExamPlace = { readonly academy: string; readonly session: string };

/** What may be read from a table of somebody's own. */
export type ImportKind = 'rooms' | 'sittings' | 'people';

/** The preparation of one session's exam is a chain of its own. */
export function examSubject({ academy, session }: ExamPlace): JournalSubject {
  return { stream: `exam:${academy}:${session}`, academy, session };
}
