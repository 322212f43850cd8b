import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { plural } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof EXCHANGE_EVENTS> {}
}

export const EXCHANGE_EVENTS = defineEvents('readings', 'work', {
  'results.exported': event<{ readonly candidates: number; readonly publication: number; readonly lines: number }>(
    ({ number }) =>
      `Résultats exportés pour les systèmes nationaux\u00a0: ${plural(number('candidates') ?? 0, 'candidat', 'candidats')}`,
  ),
});
