import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { Exported } from './actions/recordExport.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof EXPORT_EVENTS> {}
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'export.prepare': { readonly orderId: string };
  }
}

export const EXPORT_EVENTS = {
  ...defineEvents('readings', 'work', {
    'files.exported': event<Omit<Exported, 'academy' | 'session'>>(
      ({ text }) => `Liste des inscriptions exportée\u00a0: ${text('what')}`,
    ),
  }),
  ...defineEvents('closing', 'work', {
    'letter.exported': event<Pick<Exported, 'format' | 'what'>>(
      ({ text }) => `Liste ou étiquettes prises\u00a0: ${text('what')}`,
    ),
  }),
  ...defineEvents('readings', 'reading', {
    'pieces.exported': event<{ readonly enrolmentId: string; readonly deposits: readonly string[] }>(
      'Fichiers des pièces téléchargés en une archive',
    ),
  }),
};
