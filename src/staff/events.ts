import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof ABSENCE_EVENTS> {}
}

export const ABSENCE_EVENTS = defineEvents('staff', 'work', {
  'absence.covered': event<{
    readonly coveringId: string;
    readonly portfolios: readonly string[];
    readonly from: string;
    readonly until: string;
  }>('Absence prévue, groupes confiés'),
  'absence.ended': event<{ readonly coveringId: string }>('Absence finie avant son dernier jour'),
});
