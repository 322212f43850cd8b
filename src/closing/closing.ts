import type { EnrolmentId } from '../enrolment/index.ts';
import type { Hearing } from '../hearings/index.ts';
import { columns, instant, type RowOf, text, texts, uuid } from '../platform/database/columns.ts';

/** What the office does with files that are incomplete when their time is over (*clôture*). Read this file first. */

/**
 * Where an incomplete file stands. `apart`: something came in time that the service couldn't take; `invited`: a regularisation is
 * open; `expired`: its date is past and pieces are still missing.
 */
export type CaseState = 'to-invite' | 'apart' | 'invited' | 'expired';

/** An invitation to give what is missing by a date, and to write one's observations (CRPA L114-5, L114-6, L122-1): a hearing. */
export type Regularisation = Omit<Hearing, 'kind' | 'units' | 'pieceId' | 'basis'>;

export const GRANTED = columns({
  codes: texts,
  /** The instant before which. */
  until: instant,
  reason: text,
  officerId: uuid,
  at: instant,
});
/** Time of one's own that was granted to one candidate, and why (*délai personnel*). */
export type GrantedTime = RowOf<typeof GRANTED>;

/** A file that began to arrive in time and that the service couldn't take. */
export type TurnedAway = {
  readonly enrolmentId: EnrolmentId;
  readonly code: string;
  readonly begunAt: Temporal.Instant;
};
