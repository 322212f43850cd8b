import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import type { Hearing } from './hearing.ts';
import { answeredUntil, isStillAsked } from './rules/times.ts';
import { listHearings } from './store.ts';
import { texts } from './texts.ts';

type Asked = Pick<Hearing, 'id' | 'kind' | 'outcome' | 'until' | 'codes'>;

/** An answer that is asked for, while it may be given: nobody has to, and who doesn't is told what follows. */
export const hearingDue: DueSource<readonly Asked[]> = {
  readers: 'all',
  read: async (db, { enrolment }) => (isRunning(enrolment) ? listHearings(db, [enrolment.id]) : null),
  lines: (hearings, { enrolment, pieces }, now) =>
    hearings
      .map((hearing) => ({ ...hearing, until: answeredUntil(hearing, pieces) }))
      .filter((hearing) => Temporal.Instant.compare(now, hearing.until) < 0 && isStillAsked(hearing, pieces))
      .map(({ id, kind, until }) => ({
        ...texts.due[kind === 'regularisation' ? kind : 'thought'],
        who: 'candidate',
        act: 'other',
        state: 'todo',
        href: addresses.own(enrolment.id, id),
        until,
        piece: null,
        detail: null,
      })),
};
