import type { ResolvedSession } from '../catalogue/index.ts';
import { type Enrolment, isLiving } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { PARIS } from '../platform/time.ts';
import type { PieceWithFiles } from './piece.ts';
import type { Contribution, Remaining } from './rules/remaining.ts';
import { whatRemains } from './rules/whatRemains.ts';

/** What is due of one enrolment: what its pieces say, and what the rooms above them know (decision 102). */
export type DueFile = {
  readonly enrolment: Enrolment;
  readonly session: Pick<ResolvedSession, 'window' | 'lastCorrectionAt' | 'examStartsOn'>;
  readonly pieces: readonly PieceWithFiles[];
};

/**
 * Who reads. `candidate`: their own pages and their mails, which name nothing of health; `office`: its lists and previews, and every
 * paper, which others may hold; `service`: that of accommodations, on its own pages, what touches health and nothing else.
 */
export type DueReader = 'candidate' | 'office' | 'service';

/**
 * What a room adds to what is due: what it reads, and the lines that it says of it. `readers`: who reads it beside its candidate; nobody else
 * ever asks it.
 */
export type DueSource<Facts = unknown> = {
  readonly readers: DueReader;
  /** Said of an enrolment that has ended too: rights against what ended it. */
  readonly outlives?: true;
  /** Null: there is nothing to say. */
  read(db: Database, file: DueFile, now: Temporal.Instant): Promise<Facts | null>;
  lines(facts: Facts, file: DueFile, now: Temporal.Instant, reader: DueReader): readonly Contribution[];
};

/** The one computation of everything that somebody has still to do. */
export type Dues = (db: Database, file: DueFile, now: Temporal.Instant, reader: DueReader) => Promise<Remaining>;

/** `sources`: of every room that has something to add (`parts.ts`). */
export function openDues(sources: readonly DueSource[]): Dues {
  return async (db, file, now, reader) => {
    const asked = sources.filter(({ readers }) => reader === 'candidate' || readers === reader);
    const others: Contribution[] = [];
    // One after the other: within a transaction there is one connection.
    for (const source of asked) {
      const facts = isLiving(file.enrolment) || source.outlives ? await source.read(db, file, now) : null;
      if (facts !== null) others.push(...source.lines(facts, file, now, reader));
    }
    const { enrolment, pieces, session } = file;
    const beginsAt = session.examStartsOn.on.toZonedDateTime(PARIS).toInstant();
    return whatRemains(enrolment, pieces, { now, closesAt: session.window.closesAt, beginsAt, reader }, others);
  };
}
