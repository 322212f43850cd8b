import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { Recounted } from './store/recountLists.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof CHECKING_EVENTS> {}
}

export const CHECKING_EVENTS = {
  ...defineEvents('pieces', 'work', {
    'file.handedOver': event<{ readonly enrolmentId: string; readonly from: string | null; readonly to: string }>(
      'Dossier confié à un collègue',
    ),
    'file.claimed': event<{ readonly enrolmentId: string; readonly from: string | null }>(({ text }) =>
      text('from') === '' ? "Dossier pris (je m'en occupe)" : 'Dossier repris à un collègue',
    ),
    'file.released': event<{ readonly enrolmentId: string; readonly from: string | null }>('Dossier laissé'),
  }),
  ...defineEvents('other', 'work', {
    'lists.mended': event<Recounted>('Listes du bureau recomptées et corrigées'),
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
  }),
};
