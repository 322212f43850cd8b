declare module '../platform/events.ts' {
  interface Events {
    /** The office thinks of a decision, and the candidate may answer until then. No word of either is in the journal. */
    'hearing.opened': Told & { readonly kind: 'units' | 'validation'; readonly until: string };
    'hearing.answered': Told;
    'hearing.dropped': Told & { readonly kind: 'units' | 'validation' };
    /** A decision leaves the candidate out of these units. */
    'unit.leftOut': Told & { readonly units: readonly string[] };
    /** The paper or a waiver came: they sit them again. */
    'unit.readmitted': Told & { readonly units: readonly string[] };
    'validation.undone': Told;
  }
}

type Told = { readonly enrolmentId: string; readonly number: string };
