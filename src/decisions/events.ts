import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof DECISION_EVENTS> {}
}

export const DECISION_EVENTS = {
  ...defineEvents('closing', 'preparing', {
    'decision.taken': event<{
      readonly decisionId: string;
      readonly enrolmentId: string | null;
      readonly act: string;
      readonly delegationId: string | null;
    }>('Décision signée'),
    'decision.prepared': event<{ readonly enrolmentId: string; readonly act: string }>(
      'Décision préparée pour signature',
    ),
    'decision.sentBack': event<{ readonly enrolmentId: string; readonly act: string }>('Décision préparée, renvoyée'),
  }),
  ...defineEvents('staff', 'work', {
    'delegation.kept': event<{ readonly accountId: string; readonly acts: readonly string[] }>(
      'Délégation de signature enregistrée',
    ),
    'delegation.ended': event<Readonly<Record<string, never>>>('Délégation de signature terminée'),
  }),
};
