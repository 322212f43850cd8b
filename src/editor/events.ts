declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Lists the enrolments that a publication touches and tells each candidate, once. */
    'rules.tell': {
      readonly publication: number;
      readonly before: number;
      readonly applied: boolean;
      /** Why dates were extended, where that is what was published. */
      readonly extension?: string;
    };
  }
}

export {};
