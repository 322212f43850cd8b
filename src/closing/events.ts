import type { EnrolmentEvent } from '../enrolment/index.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** An invitation to give these pieces until that instant. */
    'regularisation.invited': EnrolmentEvent & { readonly pieces: readonly string[]; readonly until: string };
    /** Time of one's own was granted for these pieces until that instant; the reason isn't in the journal. */
    'time.granted': EnrolmentEvent & { readonly pieces: readonly string[]; readonly until: string };
    /** Of before an invitation was a hearing (`hearing.answered`). */
    'observation.written': EnrolmentEvent;
    /** What officers decide of a cancellation; their words aren't in the journal. */
    'cancellation.proposed': EnrolmentEvent;
    'cancellation.dropped': EnrolmentEvent;
    'cancellation.approved': EnrolmentEvent & { readonly takesEffectAt: string };
    'cancellation.undone': EnrolmentEvent;
    'cancellation.void': EnrolmentEvent;
  }
}
