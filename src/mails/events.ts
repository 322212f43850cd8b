declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Tells a candidate all that was decided on an enrolment, if nothing was for a while. `eventId`: of which decision. */
    'decisions.tell': Told;
    /** Ordered by the version before, of which nodes may still run. */
    'pieces.digest': Pick<Told, 'enrolmentId'>;
    'piece.tell-refusal': Told & { readonly pieceId: string };
    'document.tell-decision': Told & { readonly pieceId: string };
    'enrolment.tell-validation': Told;
  }
}

/** Something to tell of an enrolment; a second run tells the same event, so nothing. */
type Told = { readonly enrolmentId: string; readonly eventId: string };

export {};
