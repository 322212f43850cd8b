import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof CATALOGUE_EVENTS> {}
}

export const CATALOGUE_EVENTS = defineEvents('rules', 'work', {
  'rulepack.published': event<{ readonly fingerprint: string; readonly origin: string }>('Règles publiées'),
});
