import { defineEvents, event, type PayloadsOf, saidIfAny } from '../platform/defineEvents.ts';
import { civilStatusTexts } from './civilStatus/civilStatusTexts.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PERSON_EVENTS> {}
}

export const PERSON_EVENTS = defineEvents('enrolments', 'own', {
  'civilStatus.corrected': event<{ readonly enrolmentId: string; readonly reason: string }>(
    ({ word }) =>
      `État civil corrigé${saidIfAny(word('reason', civilStatusTexts.reasons), (reason) => `\u00a0: ${reason.toLowerCase()}`)}`,
  ),
  'draft.found': event<{ readonly enrolmentId: string }>(
    'Inscription commencée, retrouvée par deux informations que son candidat a dites',
  ),
  'entry.proofReplaced': event<null>("Lettre d'une saisie jointe de nouveau"),
});
