import type { Recognised, Signer } from './signature.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** One person signed on line; `enrolment.signed` follows once all who must have. */
    'signature.given': {
      readonly enrolmentId: string;
      readonly number: string;
      readonly version: number;
      readonly signer: Signer;
      readonly recognised: Recognised;
      readonly contentSha256: string;
      readonly pdfSha256: string;
    };
  }
}
