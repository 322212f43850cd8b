import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof INCIDENT_EVENTS> {}
}

export const INCIDENT_EVENTS = defineEvents('other', 'work', {
  /** Everybody read the words: they are in the journal. */
  'banner.shown': event<{ readonly words: string; readonly until: string }>(
    ({ text }) => `Bandeau affiché sur toutes les pages\u00a0: ${text('words')}`,
  ),
  'banner.removed': event<null>('Bandeau retiré'),
});
