declare module '../platform/events.ts' {
  interface Events {
    /** An invitation to give these pieces until that instant. */
    'regularisation.invited': Told & { readonly pieces: readonly string[]; readonly until: string };
    /** Time of one's own was granted for these pieces until that instant; the reason isn't in the journal. */
    'time.granted': Told & { readonly pieces: readonly string[]; readonly until: string };
    /** Of before an invitation was a hearing (`hearing.answered`). */
    'observation.written': Told;
    /** What officers decide of a cancellation; their words aren't in the journal. */
    'cancellation.proposed': Told;
    'cancellation.dropped': Told;
    'cancellation.approved': Told & { readonly takesEffectAt: string };
    'cancellation.undone': Told;
    'cancellation.void': Told;
  }
}

type Told = { readonly enrolmentId: string; readonly number: string };
