import { ofVersion } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { Recognised, SignerRole } from './signature.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof SIGNATURE_EVENTS> {}
}

export const SIGNATURE_EVENTS = {
  ...defineEvents('enrolments', 'candidate', {
    /** One person signed on line; `enrolment.signed` follows once all who must have. */
    'signature.given': event<{
      readonly enrolmentId: string;
      readonly number: string;
      readonly version: number;
      readonly signer: SignerRole;
      readonly recognised: Recognised;
      readonly contentSha256: string;
      readonly pdfSha256: string;
    }>({
      office: (entry) =>
        `${entry.text('signer') === 'candidate' ? 'Signature en ligne du candidat' : 'Signature en ligne du représentant légal'}, ${entry.text('recognised') === 'password' ? 'par mot de passe' : 'par code'}${ofVersion(entry)}`,
      candidate: ({ text, number }) =>
        `${text('signer') === 'candidate' ? 'Vous avez' : 'Votre représentant légal a'} signé en ligne la version ${number('version') ?? 0} de votre confirmation.`,
    }),
  }),
  ...defineEvents('enrolments', 'own', {
    'signature.codeSent': event<{ readonly signer: SignerRole; readonly version: number }>(
      'Code envoyé pour signer en ligne',
    ),
  }),
};
