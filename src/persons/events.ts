import { defineEvents, event, type PayloadsOf, saidIfAny } from '../platform/defineEvents.ts';
import { plural } from '../platform/french/french.ts';
import { civilStatusTexts } from './civilStatus/civilStatusTexts.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PERSON_EVENTS> {}
}

export const PERSON_EVENTS = {
  ...defineEvents('papers', 'work', {
    'note.written': event<{ readonly enrolmentId: string }>('Appel ou passage noté'),
  }),
  ...defineEvents('enrolments', 'own', {
    'civilStatus.corrected': event<{ readonly enrolmentId: string; readonly reason: string }>(
      ({ word }) =>
        `État civil corrigé${saidIfAny(word('reason', civilStatusTexts.reasons), (reason) => `\u00a0: ${reason.toLowerCase()}`)}`,
    ),
    'draft.found': event<{ readonly enrolmentId: string }>(
      "Brouillon d'inscription retrouvé par deux informations que son candidat a dites",
    ),
    'entry.proofReplaced': event<null>("Lettre d'une saisie jointe de nouveau"),
  }),
  ...defineEvents('enrolments', 'candidate', {
    'changeover.joined': event<{ readonly enrolmentId: string; readonly number: string }>({
      office: ({ text }) => `Le même candidat que le numéro ${text('number')} du système en place`,
      candidate: "Le rectorat a retrouvé votre inscription dans l'ancien système\u00a0: elle rejoint celle-ci.",
    }),
  }),
  ...defineEvents('enrolments', 'work', {
    'changeover.imported': event<OfList & { readonly known: number; readonly joined: number; readonly sha256: string }>(
      ({ number }) => `Liste du système en place importée\u00a0: ${listed(number('lines'))}`,
    ),
    'changeover.takenBack': event<OfList & { readonly words: string }>(
      ({ number, text }) => `Liste du système en place retirée\u00a0: ${listed(number('lines'))} (${text('words')})`,
    ),
  }),
};

type OfList = { readonly importId: string; readonly lines: number };

function listed(lines: number | null): string {
  return plural(lines ?? 0, 'candidat', 'candidats');
}
