declare module '../platform/events.ts' {
  interface Events {
    /** Rules published by the office touch a running enrolment. */
    'rules.changed': {
      readonly enrolmentId: string;
      readonly publication: number;
      /** What changes for the candidate, a French sentence each. */
      readonly sentences: readonly string[];
      /** The pieces asked of a registered enrolment follow the new rules; false: they stay as they were asked. */
      readonly applied: boolean;
    };
  }
}

export {};
