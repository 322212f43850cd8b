import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { Exported } from './actions/recordExport.ts';
import type { Recounted } from './store/kept.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof OFFICE_EVENTS> {}
}

export const OFFICE_EVENTS = {
  ...defineEvents('other', 'work', {
    'note.written': event<{ readonly enrolmentId: string }>('Appel ou passage noté'),
    'lists.mended': event<Recounted>('Listes du bureau recomptées et corrigées'),
  }),
  ...defineEvents('pieces', 'work', {
    'file.handedOver': event<{ readonly enrolmentId: string; readonly from: string | null; readonly to: string }>(
      'Dossier confié à un collègue',
    ),
    'file.claimed': event<{ readonly enrolmentId: string; readonly from: string | null }>(({ text }) =>
      text('from') === '' ? "Dossier pris (je m'en occupe)" : 'Dossier repris à un collègue',
    ),
    'file.released': event<{ readonly enrolmentId: string; readonly from: string | null }>('Dossier laissé'),
  }),
  ...defineEvents('readings', 'reading', {
    /** `ahead`: fetched while the piece before was looked at. */
    'document.viewed': event<{
      readonly enrolmentId: string;
      readonly pieceId: string;
      readonly code: string;
      readonly confidential: boolean;
      readonly depositId: string;
      readonly ahead: boolean;
      readonly page: number | null;
    }>(({ label, isTrue }) =>
      isTrue('ahead')
        ? `Document envoyé d'avance au poste du gestionnaire\u00a0: ${label('code')}`
        : `Document consulté\u00a0: ${label('code')}`,
    ),
    'pieces.exported': event<{ readonly enrolmentId: string; readonly deposits: readonly string[] }>(
      'Fichiers des pièces téléchargés en une archive',
    ),
  }),
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
};
