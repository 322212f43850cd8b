/** In the chain of an enrolment. Neither what justified the absence nor the words told. */
declare module '../platform/events.ts' {
  interface Events {
    'replacement.decided': {
      readonly enrolmentId: string;
      readonly unit: string;
      readonly outcome: string;
      readonly rank: number;
    };
  }
}

export {};
