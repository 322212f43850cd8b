import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import type { Hearing } from './hearing.ts';
import { answeredUntil, isStillAsked } from './rules/times.ts';
import { listHearings } from './store.ts';
import { texts } from './texts.ts';

type Asked = Pick<Hearing, 'id' | 'kind' | 'outcome' | 'at' | 'until' | 'letter' | 'codes'>;

/** An answer that is asked for, while it may be given: nobody has to, and who doesn't is told what follows. */
export const hearingDue: DueSource<readonly Asked[]> = {
  readers: 'office',
  read: async (db, { enrolment }) => (isRunning(enrolment) ? listHearings(db, [enrolment.id]) : null),
  lines: (hearings, { enrolment, pieces }, now) =>
    hearings
      .map((hearing) => ({ ...hearing, until: answeredUntil(hearing, pieces) }))
      .filter((hearing) => isAhead(hearing.until, now) && isStillAsked(hearing, pieces))
      .map(({ id, kind, until, codes }) => ({
        ...texts.due[kind === 'regularisation' ? kind : 'thought'],
        answer: { act: texts.due.answer, cures: codes },
        who: 'candidate',
        act: 'other',
        state: 'todo',
        href: addresses.own(enrolment.id, id),
        until,
        piece: null,
        detail: null,
      })),
};

/** Null: its letter is on its way. */
function isAhead(until: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return until === null || Temporal.Instant.compare(now, until) < 0;
}
