import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof SCOPE_EVENTS> {}
}

export const SCOPE_EVENTS = defineEvents('readings', 'reading', {
  'file.read': event<{ readonly enrolmentId: string }>('Dossier consulté'),
  'paper.read': event<{ readonly enrolmentId: string; readonly paperId: string }>(
    'Document émis, ouvert par un gestionnaire',
  ),
});
