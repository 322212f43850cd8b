import { ofVersion } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { Recognised, SignerRole } from './signature.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof SIGNATURE_EVENTS> {}
}

type OfVersion = { readonly version: number };

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
    /** Whoever answers for a minor, by the link that they were sent; they have no account. */
    'signature.doorSent': event<OfVersion>({
      office: (entry) => `Lien envoyé au représentant légal pour signer en ligne${ofVersion(entry)}`,
      candidate: 'Un lien pour signer est envoyé à votre représentant légal.',
    }),
    'signature.doorOpened': event<OfVersion>({
      office: (entry) => `Confirmation ouverte par le représentant légal, avec un code${ofVersion(entry)}`,
      candidate: 'Votre représentant légal a ouvert votre confirmation.',
    }),
    'signature.doorRefused': event<OfVersion>({
      office: (entry) => `Signature refusée par le représentant légal${ofVersion(entry)}`,
      candidate: 'Votre représentant légal a refusé de signer votre confirmation.',
    }),
    'signature.doorEnded': event<OfVersion & { readonly why: 'revoked' | 'withdrawn' }>({
      office: (entry) =>
        `Lien du représentant légal retiré par le ${entry.text('why') === 'revoked' ? 'candidat' : 'bureau'}${ofVersion(entry)}`,
      candidate: ({ text }) =>
        text('why') === 'revoked'
          ? 'Vous avez retiré le lien envoyé à votre représentant légal.'
          : 'Le rectorat a retiré le lien envoyé à votre représentant légal.',
    }),
  }),
  ...defineEvents('enrolments', 'own', {
    'signature.codeSent': event<{ readonly signer: SignerRole; readonly version: number }>(
      'Code envoyé pour signer en ligne',
    ),
  }),
};
