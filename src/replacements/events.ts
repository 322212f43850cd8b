import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof REPLACEMENT_EVENTS> {}
}

/** In the chain of an enrolment. Neither what justified the absence nor the words told. */
export const REPLACEMENT_EVENTS = {
  ...defineEvents('exam', 'own', {
    'replacement.decided': event<{
      readonly enrolmentId: string;
      readonly unit: string;
      readonly outcome: string;
      readonly rank: number;
    }>(({ text }) =>
      text('outcome') === 'granted'
        ? `Absence justifiée\u00a0: le candidat repasse l'unité ${text('unit')}`
        : `Le candidat ne repasse pas l'unité ${text('unit')}`,
    ),
  }),
  ...defineEvents('other', 'health', {
    /** Those that follow: in the chain of health. */
    'excuse.sent': event<OfExcuse & { readonly units: readonly string[] }>(),
    'excuse.withdrawn': event<OfExcuse>(),
    'excuse.opened': event<OfExcuse>(),
    'excuse.read': event<OfExcuse & { readonly conclusion: string }>(),
    'excuse.proofGiven': event<
      OfProof & { readonly sha256: string; readonly sentSha256: string; readonly receipt: string }
    >(),
    'excuse.proofInfected': event<OfProof>(),
    /** A document that had waited was read; `sha256`: of what is kept from now on. */
    'excuse.proofRead': event<OfProof & { readonly sha256: string }>(),
    /** It could not be read, and the candidate was told. */
    'excuse.proofUnreadable': event<OfProof & { readonly why: string }>(),
    /** Somebody of the service was sent it. */
    'excuse.proofViewed': event<OfProof>(),
    'excuse.proofErased': event<OfProof & { readonly receipt: string }>(),
    'excuse.wordsErased': event<{ readonly excuseId: string }>(),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'excuse.scan': { readonly proofId: string };
  }
}

type OfExcuse = { readonly enrolmentId: string; readonly excuseId: string };
type OfProof = { readonly enrolmentId: string; readonly proofId: string };
