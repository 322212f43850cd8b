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
    /** The windows of a session were extended after an incident, by two people. */
    'session.extended': { readonly publication: number; readonly reason: string; readonly sessions: readonly string[] };
    /** What that extension changes for one running enrolment, told to its candidate. */
    'window.extended': {
      readonly enrolmentId: string;
      readonly publication: number;
      readonly reason: string;
      readonly sentences: readonly string[];
    };
  }
}

export {};
