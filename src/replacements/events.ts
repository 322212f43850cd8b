/** In the chain of an enrolment. Neither what justified the absence nor the words told. */
declare module '../platform/events.ts' {
  interface Events {
    'replacement.decided': {
      readonly enrolmentId: string;
      readonly unit: string;
      readonly outcome: string;
      readonly rank: number;
    };
    /** Those that follow: in the chain of health. */
    'absence.sent': OfExcuse & { readonly units: readonly string[] };
    'absence.withdrawn': OfExcuse;
    'absence.opened': OfExcuse;
    'absence.read': OfExcuse & { readonly conclusion: string };
    'absence.proofGiven': OfProof & { readonly sha256: string; readonly sentSha256: string; readonly receipt: string };
    'absence.proofInfected': OfProof;
    'absence.proofErased': OfProof & { readonly receipt: string };
    'absence.wordsErased': { readonly excuseId: string };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'absence.scan': { readonly proofId: string };
  }
}

type OfExcuse = { readonly enrolmentId: string; readonly excuseId: string };
type OfProof = { readonly enrolmentId: string; readonly proofId: string };

export {};
