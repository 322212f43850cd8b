import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { civilStatusTexts } from './civilStatus/civilStatusTexts.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PERSON_EVENTS> {}
}

export const PERSON_EVENTS = defineEvents('enrolments', 'own', {
  'civilStatus.corrected': event<{ readonly enrolmentId: string; readonly reason: string }>(({ word }) => {
    const reason = word('reason', civilStatusTexts.reasons);
    return reason === null ? 'État civil corrigé' : `État civil corrigé\u00a0: ${reason.toLowerCase()}`;
  }),
  'entry.proofReplaced': event<null>("Lettre d'une saisie jointe de nouveau"),
});
