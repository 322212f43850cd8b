declare module '../platform/events.ts' {
  interface Events {
    /** A head admitted somebody to sit a unit again, or took it back. */
    'exam.replacement': { readonly enrolmentId: string; readonly unit: string; readonly admitted: boolean };
  }
}

export {};
