import type { Subject } from '../platform/journal.ts';
import type { Keeping, Told } from './attendance.ts';

/** A chain a centre and a day; who keeps it has a chain of the centre. No entry holds a name. */
declare module '../platform/events.ts' {
  interface Events {
    'attendance.told': {
      readonly source: 'page' | 'device';
      readonly present: number;
      readonly absent: number;
      readonly late: number;
      readonly none: number;
      readonly remarks: number;
    };
    'attendance.corrected': {
      readonly enrolmentId: string;
      readonly unit: string;
      readonly before: Told | null;
      readonly after: Told;
      readonly reason: string;
    };
    'attendance.keeperNamed': { readonly accountId: string };
    'attendance.keeperRemoved': { readonly accountId: string };
  }
}

type At = Pick<Keeping, 'academy' | 'session' | 'centreId'>;

export function subjectOf({ academy, session, centreId }: At, day: Temporal.PlainDate | null = null): Subject {
  return { stream: `attendance:${centreId}${day === null ? '' : `:${day}`}`, academy, session };
}
