import { columns, flag, nullable, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';

/**
 * A jury (*jury*): some specialities of a session, its members, its day, the points that it gives, and the record (*procès-verbal*) that
 * two persons close. After that nothing changes but by a dated addition. Read this file first; why it is so is in
 * docs/decisions/068.
 *
 * **open**: it deliberates; **closing**: one person asked to close, nothing may be changed; **closed**: the record stands.
 */
export type JuryId = Branded<'JuryId'>;
export const JURY_STATES = ['open', 'closing', 'closed'] as const;
export type JuryState = (typeof JURY_STATES)[number];

export type Jury = {
  readonly id: JuryId;
  readonly academy: string;
  readonly session: string;
  readonly name: string;
  readonly meetsOn: Temporal.PlainDate;
  readonly place: string;
  readonly state: JuryState;
  /** A person found that enough members are there. */
  readonly quorum: boolean;
  readonly proposedBy: string | null;
  readonly proposedAt: Temporal.Instant | null;
  /** « PV 2024-012 », once closed. */
  readonly record: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly rowVersion: number;
  /** CFD. A speciality has one jury at a session. */
  readonly specialities: readonly string[];
};

export const MEMBER = columns({
  id: uuid,
  /** The key of the exam's rules. */
  quality: text,
  /** « IEN », « maître d'apprentissage » */
  title: text,
  name: text,
  /** Who may read the pages of this jury; of a chair who is there, close its record. */
  accountId: nullable(uuid),
  /** null: nobody said it. */
  present: nullable(flag),
});
export type Member = RowOf<typeof MEMBER>;

/** What one jury may hold. */
export const MOST = {
  juries: 200,
  members: 60,
  specialities: 60,
  /** Points given and taken back, of one candidate. */
  points: 100,
  additions: 500,
  /** Candidates a page. */
  page: 50,
  name: 120,
  words: 1_000,
  /** What stands in the way, said at once. */
  shown: 20,
} as const;
