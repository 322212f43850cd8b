import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof OFFICE_EVENTS> {}
}

export const OFFICE_EVENTS = {
  ...defineEvents('papers', 'work', {
    'note.written': event<{ readonly enrolmentId: string }>('Appel ou passage noté'),
  }),
};
