import type { EnrolmentEvent } from '../enrolment/index.ts';
import type { Subject } from '../platform/journal.ts';
import type { Jury } from './jury.ts';

/** A chain a jury. */
declare module '../platform/events.ts' {
  interface Events {
    'jury.opened': OfJury & { readonly specialities: readonly string[] };
    'jury.changed': OfJury & { readonly specialities: readonly string[] };
    'jury.seated': OfJury & { readonly quality: string; readonly name: string };
    'jury.left': OfJury & { readonly quality: string; readonly name: string };
    'jury.met': OfJury & { readonly present: number; readonly absent: number; readonly quorum: boolean };
    /** Of a unit, in half points; `after` null: taken back. */
    'jury.pointed': OfJury & {
      readonly enrolmentId: string;
      readonly number: string;
      readonly unit: string;
      readonly before: number;
      readonly after: number | null;
      readonly reason: string;
    };
    'jury.proposed': OfJury;
    'jury.reopened': OfJury & { readonly reason: string };
    'jury.closed': OfJury & {
      readonly record: string;
      readonly admitted: number;
      readonly refused: number;
      readonly notJudged: number;
    };
    'jury.additionProposed': OfJury & EnrolmentEvent & { readonly reason: string };
    'jury.additionDropped': OfJury & EnrolmentEvent & { readonly reason: string };
    'jury.added': OfJury &
      EnrolmentEvent & { readonly before: string; readonly after: string; readonly reason: string };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'jury.print': { readonly sheetId: string };
  }
}

type OfJury = { readonly juryId: string };

export function subjectOf({ id, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>): Subject {
  return { stream: `jury:${id}`, academy, session };
}
