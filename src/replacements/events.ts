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
    'excuse.sent': OfExcuse & { readonly units: readonly string[] };
    'excuse.withdrawn': OfExcuse;
    'excuse.opened': OfExcuse;
    'excuse.read': OfExcuse & { readonly conclusion: string };
    'excuse.proofGiven': OfProof & { readonly sha256: string; readonly sentSha256: string; readonly receipt: string };
    'excuse.proofInfected': OfProof;
    /** A document that had waited was read; `sha256`: of what is kept from now on. */
    'excuse.proofRead': OfProof & { readonly sha256: string };
    /** It could not be read, and the candidate was told. */
    'excuse.proofUnreadable': OfProof & { readonly why: string };
    'excuse.proofErased': OfProof & { readonly receipt: string };
    'excuse.wordsErased': { readonly excuseId: string };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'excuse.scan': { readonly proofId: string };
  }
}

type OfExcuse = { readonly enrolmentId: string; readonly excuseId: string };
type OfProof = { readonly enrolmentId: string; readonly proofId: string };

export {};
