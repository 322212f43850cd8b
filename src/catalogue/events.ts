declare module '../platform/events.ts' {
  interface Events {
    /** Rules published by the office touch a running enrolment. */
    /** `health`: something that only the candidate reads changed too. */
    'rules.changed': {
      readonly health?: boolean;
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
