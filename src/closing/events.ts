declare module '../platform/events.ts' {
  interface Events {
    /** An invitation to give these pieces until that instant. */
    'regularisation.invited': Told & { readonly pieces: readonly string[]; readonly until: string };
    /** The candidate's words aren't in the journal, which can't be erased. */
    'observation.written': Told;
  }
}

type Told = { readonly enrolmentId: string; readonly number: string };
